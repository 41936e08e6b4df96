"""`python -m flows`: serves every flow on its schedule against the server at PREFECT_API_URL, until it is stopped."""

from flows.serving import serve_all

if __name__ == "__main__":
    serve_all()
