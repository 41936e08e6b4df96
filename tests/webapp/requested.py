"""A request for another time, as the pages name it and as the database has it."""

from office import Office

from planner.models import TimeRequest


def key(request: TimeRequest) -> str:
    """What a page sends back of a request: which one, and of which version of its task."""
    return f"{request.id}.{request.task.version}"


def look(office: Office, request: TimeRequest) -> TimeRequest:
    """The request as it is stored now."""
    office.session.rollback()
    office.session.expire_all()
    office.session.refresh(request)
    return request
