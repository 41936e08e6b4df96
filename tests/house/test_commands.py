"""What scripts may rely on: answers, exit codes, one sentence on standard error, and nothing half-done."""

import json
import sqlite3
from pathlib import Path

import pytest

BOARD = "Ban Dân chủ - Pháp luật"


def one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and "Traceback" not in text and len(text) > 10


def test_reading_shows_the_rows_and_stores_nothing(bangviec, document: Path, data: Path) -> None:
    answer = bangviec("read", document, "--year", "2026", "--json")
    read = json.loads(answer.out)
    assert answer.code == 0 and answer.err == ""
    assert list(read) == ["plan", "rows", "outline", "activities", "targets", "questions"]
    assert read["plan"]["years"] == [2026, 2026] and len(read["rows"]) > 20
    assert not data.exists()


def test_reading_for_a_person_counts_rows_and_tasks(bangviec, document: Path) -> None:
    shown = bangviec("read", document, "--year", "2026").out
    assert "nhiệm vụ" in shown.splitlines()[-1] and BOARD in shown


def test_one_period_is_one_json_document(bangviec) -> None:
    assert json.loads(bangviec("period", "Tháng 10-11", "--year", "2023", "--json").out) == {
        "text": "Tháng 10-11", "kind": "month-range", "spans": [["2023-10-01", "2023-11-30"]], "question": None,
    }  # fmt: skip


def test_many_periods_are_answered_line_by_line_in_order(shell) -> None:
    lines = "Tháng 5\t2023\nQuý II\t2021-2025\nTháng 6\tkhông\n\t2023\nTháng 7\t2024\r\n".encode() + b"\xff\xfe\t2023\n"
    answer = shell("period", "-", "--json", stdin=lines)
    read = [json.loads(line) for line in answer.out.splitlines()]
    assert answer.code == 0 and len(read) == 6
    assert read[0]["kind"] == "month"
    assert read[2] == {"text": "Tháng 6", "kind": "unreadable", "spans": [], "question": read[2]["question"]}
    assert "không" in read[2]["question"]
    assert read[4]["spans"] == [["2024-07-01", "2024-07-31"]]


def test_a_first_import_makes_the_office_and_the_second_changes_nothing(bangviec, document: Path) -> None:
    first = json.loads(bangviec("import", document, "--year", "2026", "--organisation", "Ủy ban Mẫu", "--json").out)
    again = json.loads(bangviec("import", document, "--year", "2026", "--json").out)
    assert first["new"] and not again["new"]
    assert first["organisation"] == again["organisation"] == "Ủy ban Mẫu"
    assert (first["rows"], first["tasks"]) == (again["rows"], again["tasks"])
    assert len(json.loads(bangviec("tasks", "--json").out)) == first["tasks"]


def test_the_same_plan_in_other_bytes_is_refused_and_nothing_is_stored(bangviec, document: Path, data: Path) -> None:
    bangviec("import", document, "--year", "2026", "--organisation", "Ủy ban Mẫu")
    before = _counts(data)
    document.write_bytes(document.read_bytes() + b"\n\n")
    answer = bangviec("import", document, "--year", "2026")
    assert answer.code == 1 and answer.out == "" and "đã được nhập" in answer.err
    assert _counts(data) == before


def test_a_file_that_is_no_plan_leaves_no_office_behind(bangviec, tmp_path: Path, data: Path) -> None:
    (tmp_path / "thư.txt").write_text("Kính gửi các đồng chí.\n", encoding="utf-8")
    answer = bangviec("import", tmp_path / "thư.txt", "--organisation", "Ủy ban Mẫu")
    assert answer.code == 1 and one_sentence(answer.err)
    assert bangviec("tasks").code == 1
    assert not (data / "bangviec.db").exists()


def test_tasks_are_found_by_board_month_and_state(bangviec, document: Path) -> None:
    bangviec("import", document, "--year", "2026", "--organisation", "Ủy ban Mẫu")
    everything = json.loads(bangviec("tasks", "--json").out)
    some = json.loads(bangviec("tasks", "--board", "ban dân chủ – pháp luật", "--month", "2026-06", "--json").out)
    assert 0 < len(some) < len(everything)
    assert {task["board"] for task in some} == {BOARD}
    for task in some:
        spans = [task[kind]["span"] for kind in ("submit", "execute") if task[kind]]
        assert any((start or finish) <= "2026-06-30" and (finish or start) >= "2026-06-01" for start, finish in spans)
    assert json.loads(bangviec("tasks", "--state", "done", "--json").out) == []
    assert BOARD in bangviec("tasks", "--state", "planned").out


def test_a_board_s_tasks_hold_what_it_cooperates_on_when_asked(bangviec, document: Path) -> None:
    bangviec("import", document, "--year", "2026", "--organisation", "Ủy ban Mẫu")
    board = "Ban Phong trào"
    own = json.loads(bangviec("tasks", "--board", board, "--json").out)
    more = json.loads(bangviec("tasks", "--board", board, "--cooperating", "--json").out)
    assert {task["board"] for task in own} == {board}
    helped = [task for task in more if task not in own]
    assert helped and all(task["board"] != board and board in task["cooperating"] for task in helped)
    assert "Phối hợp: Ban Phong trào" in bangviec("tasks", "--board", board, "--cooperating").out


def test_feed_digest_and_reminder_are_written(bangviec, document: Path, tmp_path: Path) -> None:
    bangviec("import", document, "--year", "2026", "--organisation", "Ủy ban Mẫu")
    feed = bangviec("feed", f"board:{BOARD}")
    assert feed.out.startswith("BEGIN:VCALENDAR\r\n") and feed.out.endswith("END:VCALENDAR\r\n")
    todos = bangviec("feed", f"board:{BOARD}", "--form", "todos", "--alarm", "1", "--milestones", "submit").out
    assert "BEGIN:VTODO" in todos and "BEGIN:VEVENT" not in todos and "Còn 7 ngày" not in todos
    assert "Tết Nguyên Đán" in bangviec("feed", "days").out
    assert bangviec("feed", f"cooperating:{BOARD}").out.startswith("BEGIN:VCALENDAR\r\n")
    events = bangviec("feed", "all").out.count("BEGIN:VEVENT")
    assert events and bangviec("feed", "tree").out.count("BEGIN:VEVENT") == events
    assert bangviec("feed", "tree:Ủy ban Mẫu").out == bangviec("feed", "tree").out
    assert bangviec("feed", "tree:Ủy ban khác").code == 1
    digest, reminder = tmp_path / "báo cáo.pdf", tmp_path / "phiếu.pdf"
    assert bangviec("digest", "--month", "2026-04", "--board", BOARD, "-o", digest).code == 0
    assert bangviec("reminder", "--date", "2026-05-27", "--board", BOARD, "-o", reminder).code == 0
    assert digest.read_bytes()[:5] == reminder.read_bytes()[:5] == b"%PDF-"
    quarter = tmp_path / "quý I.docx"
    assert bangviec("digest", "--period", "2026-Q1", "-o", quarter).code == 0
    assert quarter.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    "call",
    [
        ["read", "không-có.docx"], ["read", "/"], ["period", "Tháng 5", "--year", "hai nghìn"], ["tasks"],
        ["feed", "all"], ["backup", "x.zip"], ["restore", "không-có.zip"], ["restore", __file__],
        ["digest", "--month", "2026-04", "-o", "x.pdf"], ["read", "a\0b"],
    ],
)  # fmt: skip
def test_a_refusal_is_one_sentence_and_exit_1(bangviec, call: list[str]) -> None:
    answer = bangviec(*call)
    assert answer.code == 1 and answer.out == "" and one_sentence(answer.err)


@pytest.mark.parametrize(
    "call",
    [
        [], ["bay"], ["read"], ["period", "Tháng 5"], ["tasks", "--month", "2026-13"], ["tasks", "--state", "gone"],
        ["digest", "--month", "2026-04"], ["reminder", "--date", "31/12/2026", "--board", "x", "-o", "y"],
        ["feed", "board"], ["feed", "all:x"], ["tasks", "--nothing"], ["up", "--port", "0"], ["admin"],
        ["digest", "--period", "2026-Q5", "-o", "x.pdf"], ["digest", "--period", "2026-13", "-o", "x.pdf"],
        ["digest", "--period", "2026", "--month", "2026-04", "-o", "x.pdf"], ["digest", "-o", "x.pdf"],
        ["deploy"], ["deploy", "--pool", "x"], ["flow", "monthly_digest", "--date", "0001-01-01"],
    ],
)  # fmt: skip
def test_a_wrong_call_is_one_sentence_and_exit_2(bangviec, call: list[str]) -> None:
    answer = bangviec(*call)
    assert answer.code == 2 and answer.out == "" and one_sentence(answer.err)


def test_a_day_of_the_office_that_is_none_is_refused(shell) -> None:
    answer = shell("tasks", BANGVIEC_TODAY="mai")
    assert answer.code == 1 and one_sentence(answer.err) and "BANGVIEC_TODAY" in answer.err


def test_an_unknown_board_is_refused_with_those_that_are_there(bangviec, document: Path) -> None:
    bangviec("import", document, "--year", "2026", "--organisation", "Ủy ban Mẫu")
    answer = bangviec("tasks", "--board", "Ban Không Có")
    assert answer.code == 1 and BOARD in answer.err


def test_a_paper_for_nowhere_is_refused_and_leaves_nothing(bangviec, document: Path, tmp_path: Path) -> None:
    bangviec("import", document, "--year", "2026", "--organisation", "Ủy ban Mẫu")
    target = tmp_path / "no folder" / "x.pdf"
    answer = bangviec("digest", "--month", "2026-04", "-o", target)
    assert answer.code == 1 and one_sentence(answer.err) and not target.parent.exists()


def test_what_nobody_expected_is_one_sentence_too(bangviec, monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    data.mkdir()
    monkeypatch.setattr("bangviec.commands.read.read_file", lambda name: 1 / 0)
    answer = bangviec("read", "x.docx")
    assert answer.code == 1 and one_sentence(answer.err)
    assert "ZeroDivisionError" in (data / "log" / "bangviec-errors.log").read_text()


def test_the_command_speaks_utf8_whatever_the_locale_and_english_when_asked(shell) -> None:
    answer = shell("tasks", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert answer.code == 1 and "Chưa có dữ liệu" in answer.err
    assert "the following arguments are required" in shell("read", BANGVIEC_LANGUAGE="en").err


def test_a_flow_runs_by_hand_and_an_unknown_one_is_a_wrong_call(bangviec, shell, document: Path) -> None:
    bangviec("import", document, "--year", "2026", "--organisation", "Ủy ban Mẫu")
    assert json.loads(bangviec("tasks", "--state", "drafting", "--json").out) == []
    answer = shell("flow", "roll_over", "--date", "2026-05-11")
    assert answer.code == 0 and answer.out.count("\n") == 1
    assert json.loads(bangviec("tasks", "--state", "drafting", "--json").out)
    wrong = shell("flow", "roll_under")
    assert wrong.code == 2 and one_sentence(wrong.err) and "roll_over" in wrong.err


def test_a_light_command_imports_nothing_heavy(shell) -> None:
    answer = shell("tasks", PYTHONPROFILEIMPORTTIME="1")
    assert "planner.models" in answer.err
    for heavy in ("prefect", "weasyprint", "flask", "openpyxl", "docx"):
        assert f" {heavy}\n" not in answer.err


def test_the_first_administrator_signs_in(bangviec, shell) -> None:
    call = ["admin", "create", "--email", "quantri@mau.invalid", "--organisation", "Ủy ban Mẫu"]
    assert shell(*call, stdin=b"ngan\n").code == 1
    assert shell(*call, stdin="giấy trắng mực đen\n".encode()).code == 0
    [person] = json.loads(bangviec("people", "--json").out)
    assert person["roles"] == [{"role": "admin", "organisation": "Ủy ban Mẫu", "board": None}]
    again = shell(*call, stdin="giấy trắng mực đen\n".encode())
    assert again.code == 1 and one_sentence(again.err)
    assert shell("admin", "password", "--email", "ai@mau.invalid", stdin=b"x" * 20 + b"\n").code == 1
    assert shell("admin", "password", "--email", "QUANTRI@mau.invalid", stdin="mực đen giấy trắng\n".encode()).code == 0


def _counts(data: Path) -> list[int]:
    with sqlite3.connect(data / "bangviec.db") as database:
        tables = ("organisation", "plan", "plan_row", "task", "file", "change")
        return [database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_a_plan_is_exported_and_reads_back_the_same(bangviec, document: Path, tmp_path: Path, form: str) -> None:
    bangviec("import", document, "--year", "2026", "--organisation", "Ủy ban Mẫu")
    target = tmp_path / f"kế hoạch.{form}"
    assert bangviec("export", "2026", "-o", target).code == 0
    names = ("number", "title", "board", "submit", "execute", "occurrences")
    first, again = (json.loads(bangviec("read", file, "--year", "2026", "--json").out) for file in (document, target))
    assert [[row[n] for n in names] for row in first["rows"]] == [[row[n] for n in names] for row in again["rows"]]


def test_an_unknown_plan_is_refused_with_those_that_are_there_and_an_unknown_form_is_a_wrong_call(
    bangviec, document: Path, tmp_path: Path
) -> None:
    bangviec("import", document, "--year", "2026", "--organisation", "Ủy ban Mẫu")
    answer = bangviec("export", "99/KH", "-o", tmp_path / "x.xlsx")
    assert answer.code == 1 and one_sentence(answer.err) and "1: " in answer.err
    assert bangviec("export", "-o", tmp_path / "x.pdf").code == 2
    assert not list(tmp_path.glob("x.*"))


def test_a_plan_that_is_issued_again_is_refused_with_the_page_to_use(bangviec, document: Path, data: Path) -> None:
    bangviec("import", document, "--year", "2026", "--organisation", "Ủy ban Mẫu")
    before = _counts(data)
    text = document.read_text(encoding="utf-8")
    document.write_text(text.replace("Tháng 6", "Tháng 8", 1), encoding="utf-8")
    answer = bangviec("import", document, "--year", "2026")
    assert answer.code == 1 and one_sentence(answer.err) and "So sánh với kế hoạch đã nhập" in answer.err
    assert _counts(data) == before
