"""Every write goes through a verb with its history: nothing above the domain writes a row or a field by itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("webapp", "flows", "bangviec/commands")
# What only keeps the books has no line of history, and what is a draft has nothing behind it yet.
BOOKKEEPING = {
    "webapp/sessions.py": "a sign-in is its own dated record",
    "webapp/people.py": "a sign-out too",
    "webapp/feeds/fetch.py": "when a feed was last fetched",
    "webapp/uploads/sending.py": "a document that is being read: a draft",
}
ROWS = {"add", "add_all", "delete", "merge"}
BARE = {
    "choose_mail", "choose_digests", "choose_language", "end_mail", "set_password", "disable", "enable", "revoke",
    "give_role", "add_board", "add_alias",
}  # fmt: skip


def writes(tree: ast.AST) -> Iterator[str]:
    """Rows that are added or deleted, UPDATE and DELETE, and methods of models that write no history."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name) and called.id in ("update", "delete", "insert"):
            yield called.id
        if isinstance(called, ast.Attribute):
            owner = ast.unparse(called.value)
            if called.attr in ROWS and owner.endswith(("session", "session()")):
                yield f"{owner}.{called.attr}"
            if called.attr in BARE and not owner.endswith(("accounts", "administration")):
                yield f"{owner}.{called.attr}"


def test_nothing_above_the_domain_writes_past_the_verbs() -> None:
    found = {}
    for room in ROOMS:
        for file in sorted((ROOT / room).rglob("*.py")):
            name = file.relative_to(ROOT).as_posix()
            if name not in BOOKKEEPING and (said := list(writes(ast.parse(file.read_text(encoding="utf-8"))))):
                found[name] = said
    assert found == {}


def test_the_look_finds_what_it_looks_for() -> None:
    told = "db.session.add(x)\nsession().delete(x)\nperson.set_password(p, n)\naccounts.set_password(p)\nupdate(Feed)"
    assert list(writes(ast.parse(told))) == ["db.session.add", "session().delete", "person.set_password", "update"]
