"""What Prefect's server and the mailbox keep of the runs of a test."""

import io
from typing import Any

import pypdf
from smtp_server import Mailbox


def runs_of(flow: str) -> list[Any]:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowFilter, FlowFilterName

    with get_client(sync_client=True) as client:
        return client.read_flow_runs(flow_filter=FlowFilter(name=FlowFilterName(any_=[flow])))


def task_runs(flow_run: Any) -> list[Any]:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId

    with get_client(sync_client=True) as client:
        return client.read_task_runs(flow_run_filter=FlowRunFilter(id=FlowRunFilterId(any_=[flow_run.id])))


def tables(key: str) -> list[str]:
    """The tables of one kind, the latest first."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey
    from prefect.client.schemas.sorting import ArtifactSort

    with get_client(sync_client=True) as client:
        found = client.read_artifacts(
            artifact_filter=ArtifactFilter(key=ArtifactFilterKey(any_=[key])), sort=ArtifactSort.CREATED_DESC
        )
    return [str(one.data) for one in found]


def pdf_text(mailbox: Mailbox, recipient: str, nth: int = 0) -> str:
    message = [m for m in mailbox.messages if m["To"] == recipient][nth]
    (attached,) = message.iter_attachments()
    reader = pypdf.PdfReader(io.BytesIO(attached.get_content()))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())
