"""Papers that commands write: PDF, or Word where the file's name says so."""

from typing import Any

from bangviec.files import write_file


def write_paper(name: str, data: dict[str, Any]) -> None:
    """Renders a sheet's data into a file."""
    import printing

    render = printing.render_word if name.lower().endswith(".docx") else printing.render
    write_file(name, render(data["kind"], data))
