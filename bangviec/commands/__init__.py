"""One file a command: HELP, add_arguments(parser), run(args). What is heavy to import is imported inside run."""

NAMES = (
    "up", "read", "period", "import", "tasks", "people", "feed", "digest", "reminder", "flow", "deploy", "backup",
    "restore", "admin",
)  # fmt: skip


def module_of(name: str) -> str:
    """The module of a command; `import` is a word of the language."""
    return "import_" if name == "import" else name
