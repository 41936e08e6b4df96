"""`python -m flows`: serves every flow on its schedule against the server at PREFECT_API_URL, until it is stopped."""

import sys

from flows.serving import serve_all
from planner.errors import Refusal

if __name__ == "__main__":
    try:
        serve_all()
    except Refusal as refusal:
        sys.exit(str(refusal))
