"""The year in pictures: SVG made here, the figures behind each as a table and as a file."""

from flask import Blueprint

section = Blueprint("pictures", __name__)

from webapp.pictures import views  # noqa: E402 - the views hang themselves onto the section

__all__ = ["section", "views"]
