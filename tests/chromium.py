"""How tests start Chromium: the machine's own where there is one, else the one that set-up fetched."""

import os
import shutil
from pathlib import Path
from typing import Any

OWN = Path(__file__).parents[1] / ".venv" / "browsers"


def launch_options() -> dict[str, Any]:
    """What Playwright's `chromium.launch` takes."""
    found = next(filter(None, map(shutil.which, _names())), None)
    if found is None and OWN.is_dir():
        os.environ["PLAYWRIGHT_BROWSERS_PATH"] = str(OWN)
    sandbox = ["--no-sandbox"] if os.getuid() == 0 else []  # Chromium refuses to sandbox for root
    return {"args": sandbox} | ({"executable_path": found} if found else {})


def _names() -> list[str]:
    chosen = os.environ.get("CHROMIUM")
    return ([chosen] if chosen else []) + ["chromium", "chromium-browser", "google-chrome"]
