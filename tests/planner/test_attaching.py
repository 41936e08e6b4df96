"""Files on a task: what is taken by its bytes, under which name, by whom; removed with a reason."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from office import TODAY, Office
from sqlalchemy import func, select

from planner import clock
from planner.attaching import LARGEST, MOST, paper
from planner.attaching.kinds import kind_of
from planner.errors import NotAllowed, Refusal
from planner.models import Attachment, Change, File

PDF = b"%PDF-1.7\n%%EOF"


def zipped(*names: str, **contents: str) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
        for name, content in contents.items():
            archive.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (PDF, "pdf"), (b"\xff\xd8\xff\xe0", "jpg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"RIFF\0\0\0\0WEBP", "webp"),
        (b"\0\0\0\x18ftypheic", "heic"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"), (b"{\\rtf1", "rtf"),
        (zipped("word/document.xml"), "docx"), (zipped("xl/workbook.xml"), "xlsx"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "odt"), ("Biên bản họp".encode(), "txt"),
    ],
)  # fmt: skip
def test_the_bytes_tell_what_a_file_is(content: bytes, ending: str) -> None:
    kind = kind_of(content)
    assert kind is not None
    assert kind.endings[0] == ending


@pytest.mark.parametrize(
    "content",
    [
        b"", b"MZ\x90\x00", b"\x7fELF", b"<html><script>", b"\xef\xbb\xbf <!DOCTYPE html>", b"<svg onload=x>",
        b"<?xml version='1.0'?>", b"\xfe\xfe\xff", b"PK\x03\x04 torn", zipped("a.exe"),
        zipped("word/document.xml", "word/vbaProject.bin"),
    ],
)  # fmt: skip
def test_programs_pages_archives_and_macros_are_not_taken(content: bytes) -> None:
    assert kind_of(content) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tờ trình.pdf", "Tờ trình.pdf"), ("C:\\Users\\a\\To trinh.PDF", "To trinh.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("báo cáo.exe", "báo cáo.exe.pdf"), ("To\u0302\u0300 tri\u0300nh.pdf", "Tồ trình.pdf"), ("", "tep.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie: x.pdf"), (".pdf", ".pdf.pdf"),
        ("x" * 300 + ".pdf", "x" * 146 + ".pdf"),
    ],
)  # fmt: skip
def test_a_name_is_one_line_and_ends_as_its_kind(name: str, expected: str) -> None:
    assert paper(name, PDF).name == expected


def test_empty_large_and_unknown_files_are_named_in_the_refusal() -> None:
    for content, words in ((b"", "không có nội dung"), (PDF + bytes(LARGEST), "quá lớn"), (b"MZ\x90\0", "Không nhận")):
        with pytest.raises(Refusal) as refused:
            paper("tệp.pdf", content)
        assert words in refused.value.message
        assert refused.value.values["name"] == "tệp.pdf"


def test_papers_come_and_go_with_their_history(there: Office) -> None:
    office, task = there, there.task("4")
    task.attach([paper("một.pdf", PDF), paper("hai.txt", b"hai")], office.actor("member"), TODAY)
    office.session.commit()
    assert [(one.name, one.size) for one in task.attachments] == [("một.pdf", len(PDF)), ("hai.txt", 3)]
    assert task.version == 1
    with pytest.raises(Refusal):
        task.detach(task.attachments[0], office.actor("head"), TODAY, " ")
    task.detach(task.attachments[0], office.actor("head"), TODAY, "Gửi nhầm")
    office.session.commit()
    assert [one.name for one in task.attachments] == ["hai.txt"]
    assert office.session.scalar(select(func.count()).select_from(File)) == 1
    last = office.session.scalars(select(Change).order_by(Change.id.desc())).first()
    assert last is not None
    assert (last.verb, last.before["files"], last.reason) == ("detach", ["một.pdf"], "Gửi nhầm")


def test_who_works_on_it_attaches(there: Office) -> None:
    office, task, one = there, there.task("4"), [paper("một.pdf", PDF)]
    for key in ("viewer", "admin", "head_pt", "outsider"):
        with pytest.raises(NotAllowed):
            task.attach(one, office.actor(key), TODAY)
    task.cooperate_with(office.boards["pt"], office.actor("secretariat"), TODAY)
    for key in ("head", "member", "secretariat", "leader", "head_pt"):
        task.attach(one, office.actor(key), TODAY)
    theirs = task.attachments[-1]
    with pytest.raises(NotAllowed):
        task.detach(theirs, office.actor("member"), TODAY, "Không phải của mình")
    task.detach(theirs, office.actor("head_pt"), TODAY, "Của mình")
    assert len(task.attachments) == 4


def test_a_task_holds_so_many_and_takes_all_or_none(there: Office) -> None:
    office, task = there, there.task("4")
    task.attach([paper(f"{n}.txt", b"x") for n in range(MOST - 1)], office.actor("head"), TODAY)
    with pytest.raises(Refusal):
        task.attach([paper("a.txt", b"x"), paper("b.txt", b"x")], office.actor("head"), TODAY)
    with pytest.raises(Refusal):
        task.attach([], office.actor("head"), TODAY)
    office.session.commit()
    assert office.session.scalar(select(func.count()).select_from(Attachment)) == MOST - 1


def test_what_was_attached_or_said_since_stands_in_no_undo_s_way(there: Office) -> None:
    task, head = there.task("4"), there.actor("head")
    with clock.on_day(TODAY):
        task.begin_drafting(head, TODAY)
        task.submit(head, TODAY, "20/TTr", TODAY)
        task.attach([paper("một.pdf", PDF)], head, TODAY, "submission")
        task.comment("Gửi nhầm", there.actor("member"), TODAY)
        there.session.commit()
        assert task.may_undo(head, TODAY)
        task.undo(head, TODAY)
    assert (task.state, len(task.attachments)) == ("drafting", 1)
