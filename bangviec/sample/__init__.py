"""The sample plan that a first start shows: a programme in the form of the real ones, lived up to today."""

from bangviec.sample.people import Credential, sign_ins
from bangviec.sample.year import load

__all__ = ["Credential", "load", "sign_ins"]
