"""The same schedules for the workers of a Prefect work pool on this or other machines."""

import httpx
from prefect.client.orchestration import get_client
from prefect.exceptions import ObjectNotFound, PrefectHTTPStatusError

from flows.schedules import deployments
from planner.errors import Refusal
from planner.language import N_

NO_POOL = N_(
    "Máy chủ Prefect chưa có work pool “%(pool)s”. Tạo bằng lệnh: prefect work-pool create %(pool)s --type process."
)
NO_SERVER = N_("Không liên lạc được với máy chủ Prefect ở PREFECT_API_URL (%(error)s).")


def deploy(pool: str) -> list[str]:
    """Gives a work pool every flow with its schedule and says their names; doing it again updates them.

    The pool's workers need the program installed and its settings. Refuses a pool that the server at PREFECT_API_URL
    does not have, and a server that does not answer.
    """
    found = deployments()
    try:
        _check(pool)
        for deployment in found:
            deployment.apply(work_pool_name=pool)
    except (httpx.TransportError, PrefectHTTPStatusError, RuntimeError) as error:
        raise Refusal(NO_SERVER, error=str(error) or type(error).__name__) from error
    return [f"{deployment.flow_name}/{deployment.name}" for deployment in found]


def _check(pool: str) -> None:
    with get_client(sync_client=True) as client:
        try:
            client.read_work_pool(pool)
        except ObjectNotFound:
            raise Refusal(NO_POOL, pool=pool) from None
