"""`python -m planner.migrations "what changes"` writes the next revision from the difference to the models."""

import re
import sys
import tempfile
from pathlib import Path

from alembic import command

from planner.database import make_engine
from planner.migrations import FOLDER, configuration, upgrade
from planner.text import fold


def main(message: str) -> None:
    number = len(list((FOLDER / "versions").glob("[0-9]*.py"))) + 1
    with tempfile.TemporaryDirectory() as folder:
        engine = make_engine(f"sqlite:///{Path(folder) / 'revision.db'}")
        if number > 1:
            upgrade(engine)
        with engine.connect() as connection:
            config = configuration(connection)
            config.set_main_option("file_template", f"%%(rev)s_{re.sub(r'[^a-z0-9]+', '_', fold(message))}")
            command.revision(config, message, autogenerate=True, rev_id=f"{number:04d}")
        engine.dispose()


if __name__ == "__main__":
    main(sys.argv[1])
