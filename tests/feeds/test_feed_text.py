"""Titles that break careless writers come out of three readers as they went in."""

import unicodedata

import pytest
from icalendar import Calendar
from office import Office
from sqlalchemy.orm import Session

import feeds
from planner.text import clean, line

HOSTILE = [
    "Dấu phẩy, dấu chấm phẩy; hai chấm: \"ngoặc kép\" và 'ngoặc đơn'",
    "Gạch chéo ngược \\ và \\\\ và \\; và \\,",
    "Một chữ n sau gạch chéo: C:\\new\\N\\nội bộ",
    "Biểu tượng 🇻🇳 👩‍👩‍👧 ✔️ và chữ Hán 祖國",
    "BEGIN:VEVENT",
    "END:VCALENDAR",
    "Dòng một\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    "Ơ" * 200,
    "Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách " * 4,
    unicodedata.normalize("NFD", "Tổ chức Hội nghị biểu dương người uy tín, chức sắc"),
    "<b>không phải thẻ</b> &amp; %(x)s %s {{ x }}",
    "Một\u2028hai\u2029ba\u0085bốn\u000bnăm\u000csáu",
    " mở đầu bằng khoảng trắng",
    "=1+1; @SUM(A1)",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_reads_the_same_everywhere(office: Office, session: Session, parse, text: str) -> None:
    task = office.task("2")
    task.title, task.row.execute_text = line(text), clean(text)
    session.flush()
    content = feeds.build(session, office.organisation, "all")
    uid = f"milestone-{task.milestone('execute').id}@{task.organisation.key}"
    found = next(e for e in parse(content)["events"] if e["uid"] == uid)
    assert found["summary"] == f"Thực hiện: {line(text)}"
    assert f"Thực hiện (theo văn bản): {clean(text)}\nTrạng thái: " in found["description"]
    assert unicodedata.is_normalized("NFC", found["summary"])
    assert len(parse(content)["events"]) == 14
    ours = next(e for e in Calendar.from_ical(content).walk("VEVENT") if e["UID"] == uid)
    assert str(ours["SUMMARY"]) == f"Thực hiện: {line(text)}"


@pytest.mark.parametrize("text", HOSTILE)
def test_lines_hold_75_octets_at_most_and_no_letter_is_cut(office: Office, session: Session, text: str) -> None:
    office.task("2").title = line(text)
    session.flush()
    content = feeds.build(session, office.organisation, "all")
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert not [one for one in lines if len(one) > 75]
    for one in lines:
        one.decode("utf-8")  # a letter cut in two would not decode
        assert b"\n" not in one
        assert b"\r" not in one
