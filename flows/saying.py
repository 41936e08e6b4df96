"""How a flow ends: with a sentence that says what it did, in the terminal and on Prefect's page alike."""

import os

from prefect.client.schemas.objects import State
from prefect.states import Completed

from planner.language import translate


def did(message: str, **values: object) -> State[str]:
    """The state of a run that worked; who called the flow gets the sentence."""
    sentence = translate(message, os.environ.get("BANGVIEC_LANGUAGE", "vi"), **values)
    return Completed(message=sentence, data=sentence)
