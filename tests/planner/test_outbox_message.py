"""The bytes of a message: text and HTML, the PDF, the headers that let a person end it; the same every time."""

import re
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from planner.mail_choices import address_to_end
from planner.outbox.leasing import Attachment, Parcel
from planner.outbox.message import message_of
from planner.outbox.texts import FOLDER, mail_words

POSTED = datetime(2026, 5, 11, 1, 30, tzinfo=UTC)
PDF = Attachment("phieu.pdf", "application/pdf", b"%PDF-1.7 \xff")
ROWS = [{"number": "7", "title": "Góp ý <b> & dự thảo", "address": "https://x.invalid/tasks/7", "lines": ["quá hạn"]}]
OF_LETTERS = {"organisation": "Ủy ban", "subject": "V/v đôn đốc", "address": "https://x.invalid/"}
VALUES = {
    "reminder": {"board": "Ban Phong trào", "number": "1/MTTQ", "day": "11/05/2026", "rows": ROWS},
    "invitation": {"name": "Văn phòng", "days": 7},
    "reset": {"name": "Văn phòng", "days": 1},
    "notice": {"paragraphs": ["Một", "Hai"]},
    "digest": {
        "board": None,
        "period": "tháng 4/2026",
        "done": 3,
        "in_term": 2,
        "overdue": 1,
        "replaces": "",
        "ending": "#",
    },
    "waiting": {"period": "tháng 4/2026"},
    "paper": {"code": "3/BB", "title": "Biên bản", "replaces": "2/BB"},
    "concerns": {"name": "Văn phòng", "lead": "Mới:", "rows": ROWS, "choices": "https://x.invalid/me", "ending": "#"},
}


def parcel(html: str = "<p>Kính gửi</p>", unsubscribe: str = "", attachment: Attachment | None = None) -> Parcel:
    return Parcel(1, "k:1", "a@mau.invalid", "Báo việc", "Kính gửi", html, unsubscribe, POSTED, attachment)


def sent(which: Parcel) -> EmailMessage:
    found = message_from_bytes(message_of(which, "x@mau.invalid").as_bytes(), policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def kinds(message: EmailMessage) -> list[str]:
    return [part.get_content_type() for part in message.walk()]


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (parcel(html=""), ["text/plain"]),
        (parcel(), ["multipart/alternative", "text/plain", "text/html"]),
        (
            parcel(attachment=PDF),
            ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf"],
        ),
    ],
)
def test_text_comes_before_html_and_both_before_the_pdf(which: Parcel, expected: list[str]) -> None:
    assert kinds(sent(which)) == expected


def test_the_same_mail_has_the_same_bytes_and_another_key_another_boundary() -> None:
    first, second = (message_of(parcel(attachment=PDF), "x@mau.invalid").as_bytes() for _ in range(2))
    assert first == second
    inner, outer = (part.get_boundary() for part in sent(parcel(attachment=PDF)).walk() if part.is_multipart())
    assert inner != outer
    assert inner is not None
    assert outer is not None
    assert first.count(outer.encode()) > 2


def test_no_line_is_longer_than_smtp_allows() -> None:
    long = parcel(html=f"<p>{'dài ' * 2000}</p>")
    assert max(map(len, message_of(long, "x@mau.invalid").as_bytes().split(b"\r\n"))) <= 998


def test_what_a_person_may_end_says_where_and_by_one_click_only_over_https() -> None:
    secure = sent(parcel(unsubscribe="https://bangviec.invalid/mail-choices/concerns/5/abc"))
    assert secure["List-Unsubscribe"] == "<https://bangviec.invalid/mail-choices/concerns/5/abc>"
    assert secure["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    plain = sent(parcel(unsubscribe="http://127.0.0.1:8080/mail-choices/concerns/5/abc"))
    assert plain["List-Unsubscribe"] is not None
    assert plain["List-Unsubscribe-Post"] is None


def test_what_a_role_obliges_to_names_no_way_out() -> None:
    assert sent(parcel())["List-Unsubscribe"] is None


def test_a_long_address_to_end_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BANGVIEC_BASE_URL", "https://bang-viec.uy-ban-mat-tran-to-quoc.tinh-mau.invalid/phan-mem")
    address = address_to_end(123, "key", "concerns")
    raw = message_of(parcel(unsubscribe=address), "x@mau.invalid").as_bytes()
    assert f"<{address}>".encode() in raw.replace(b"\r\n ", b"")
    assert sent(parcel(unsubscribe=address))["List-Unsubscribe"] == f"<{address}>"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", sorted(VALUES))
def test_every_template_says_the_same_twice_and_fetches_nothing(name: str, language: str) -> None:
    words = mail_words(name, language, **OF_LETTERS, **VALUES[name])
    assert "https://x.invalid/" in words.text
    assert 'href="https://x.invalid/' in words.html
    assert f'<html lang="{language}">' in words.html
    assert not re.search(r"<img|<script|<link|@import|url\(|src=", words.html)


def test_a_title_is_shown_as_it_is_written_in_both_parts() -> None:
    words = mail_words("reminder", "vi", **OF_LETTERS, **VALUES["reminder"])
    assert "Góp ý <b> & dự thảo" in words.text
    assert "Góp ý &lt;b&gt; &amp; dự thảo" in words.html


def test_every_text_has_its_html() -> None:
    pages = {path.stem for path in Path(FOLDER).glob("*.html")} - {"layout", "parts"}
    assert pages == {path.stem for path in Path(FOLDER).glob("*.txt")} == set(VALUES)
