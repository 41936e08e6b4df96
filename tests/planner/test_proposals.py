"""Dated work of the running text: taken over as rows of the draft, given back, imported as tasks."""

from datetime import UTC, date, datetime

import pytest
from office import Office

from planner.actor import COMMAND
from planner.errors import Refusal
from planner.models import File, Upload
from planner.proposals import FIRST_KEY, proposals, propose, propose_all, withdraw
from planner.reading import read_document
from planner.uploads import accept, confirm, correct, keep, remove

PROGRAMME = """CHƯƠNG TRÌNH
Phối hợp hành động năm 2027
I. CHỈ TIÊU
1. 100% khu dân cư có mô hình tự quản.
II. NHIỆM VỤ
1. Tuyên truyền
- Tổ chức hội thi tìm hiểu pháp luật (5/2027).
- Biểu dương người có công (Tháng 7/2027).
"""
DAY = date(2027, 1, 5)


@pytest.fixture
def upload(office: Office) -> Upload:
    content = PROGRAMME.encode()
    draft = read_document(content, "chuong-trinh.txt")
    now = datetime(2027, 1, 5, tzinfo=UTC)
    file = File(
        organisation_id=office.organisation.id, name=draft.file_name, media_type="text/plain", sha256=draft.sha256,
        content=content, created_at=now,
    )  # fmt: skip
    person = office.people["secretariat"].id
    upload = Upload(
        organisation_id=file.organisation_id, person_id=person, file=file, draft=keep(draft), created_at=now
    )
    office.session.add(upload)
    office.session.flush()
    return upload


def taken(upload: Upload) -> list[str | None]:
    """The boards of the rows that the proposals became."""
    return [one.row.board if one.row else None for one in proposals(upload)]


def test_a_programme_proposes_what_it_dates_and_takes_nothing_by_itself(upload: Upload) -> None:
    assert [(one.activity.title, one.activity.period.text) for one in proposals(upload)] == [
        ("Tổ chức hội thi tìm hiểu pháp luật", "5/2027"),
        ("Biểu dương người có công", "Tháng 7/2027"),
    ]
    assert taken(upload) == [None, None]
    assert upload.draft["rows"] == []


def test_taking_over_and_giving_back_leave_the_proposals_as_they_were(upload: Upload) -> None:
    before = upload.draft
    propose(upload, 1, "Ban Phong trào")
    propose(upload, 0, "Ban Dân chủ - Pháp luật")
    assert taken(upload) == ["Ban Dân chủ - Pháp luật", "Ban Phong trào"]
    assert [row["key"] for row in upload.draft["rows"]] == [FIRST_KEY, FIRST_KEY + 1]
    withdraw(upload, 0)
    withdraw(upload, 0)
    withdraw(upload, 1)
    assert upload.draft == before


def test_a_corrected_row_stays_the_proposals_and_a_removed_one_frees_it(upload: Upload) -> None:
    propose(upload, 0, "Ban A")
    correct(upload, FIRST_KEY, {"title": "Hội thi pháp luật", "execute_text": "Tháng 6"})
    confirm(upload, FIRST_KEY)
    propose(upload, 0, "Ban B")
    first, _ = proposals(upload)
    assert first.row is not None
    assert (first.row.title, first.row.board, first.row.execute_text) == ("Hội thi pháp luật", "Ban B", "Tháng 6")
    assert first.activity.period.text == "5/2027"
    remove(upload, first.key)
    assert taken(upload) == [None, None]


def test_all_that_are_left_go_to_one_board(upload: Upload) -> None:
    propose(upload, 1, "Ban A")
    assert propose_all(upload, "Ban B") == 1
    assert taken(upload) == ["Ban B", "Ban A"]
    assert propose_all(upload, "Ban C") == 0


@pytest.mark.parametrize(("index", "board"), [(2, "Ban A"), (-1, "Ban A"), (0, " ")])
def test_what_is_not_there_or_has_no_board_is_refused(upload: Upload, index: int, board: str) -> None:
    before = upload.draft
    with pytest.raises(Refusal):
        propose(upload, index, board)
    assert upload.draft == before


def test_what_was_taken_over_is_imported_as_a_task_beside_its_sentence(office: Office, upload: Upload) -> None:
    propose(upload, 0, "ban phong trào")
    plan, is_new = accept(office.session, upload, office.organisation, COMMAND, DAY)
    (row,) = plan.rows
    (task,) = row.tasks
    assert is_new
    assert (task.board, task.milestones[0].deadline) == (office.boards["pt"], date(2027, 5, 31))
    assert row.source == "Dòng 7: “Tổ chức hội thi tìm hiểu pháp luật (5/2027).”"
    assert row.section == "NHIỆM VỤ › Tuyên truyền"
    assert [section["title"] for section in plan.outline] == ["CHỈ TIÊU", "NHIỆM VỤ"]


def test_a_programme_is_imported_without_a_task_for_its_sections_and_targets(office: Office, upload: Upload) -> None:
    plan, is_new = accept(office.session, upload, office.organisation, COMMAND, DAY)
    assert (is_new, plan.rows, [target.text for target in plan.targets]) == (
        True, [], ["100% khu dân cư có mô hình tự quản."],
    )  # fmt: skip
    assert plan.title == "CHƯƠNG TRÌNH Phối hợp hành động năm 2027"


def test_a_programme_is_known_again_whatever_was_taken_over_from_it(upload: Upload) -> None:
    draft = read_document(PROGRAMME.encode(), "chuong-trinh.txt")
    other = read_document(PROGRAMME.replace("hội thi", "hội thảo").encode(), "chuong-trinh.txt")
    again = read_document(PROGRAMME.replace("\n", "\r\n").encode(), "ban-sao.txt")
    assert draft.fingerprint == again.fingerprint != other.fingerprint
