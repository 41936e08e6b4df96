"""A name stays as people wrote it, also where the catalogue has the same words; the domain's own words are said."""

from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient
from office import TODAY, Office
from sqlalchemy import select

from planner import clock
from planner.administration import rename_board
from planner.errors import Refusal
from planner.language import N_, Word, translate
from planner.mail_choices import AT_ONCE
from planner.models import Mail
from planner.reading import Note, translate_note
from planner.reading.notes import note_from_json, note_to_json
from planner.telling import post_concerns

Client = Callable[[str], FlaskClient]
NAME = "Kế hoạch"  # a section of the header, so a catalogue entry
HX = {"HX-Request": "true"}


@pytest.fixture
def office(office: Office) -> Office:
    """A board is called like a section of the header, and everybody reads English."""
    with clock.on_day(date(2026, 1, 5)):
        rename_board(office.boards["pt"], NAME, office.actor("admin"), date(2026, 1, 5))
    for person in office.people.values():
        person.choose_language("en")
        person.choose_mail(AT_ONCE)
    office.session.commit()
    return office


def test_a_word_is_said_and_a_name_is_not() -> None:
    sentence = N_("Đã thêm “%(name)s”.")
    assert translate(sentence, "en", name=NAME) == "“Kế hoạch” has been added."
    assert "Kế hoạch" not in translate(sentence, "en", name=Word(NAME))
    assert translate(sentence, "vi", name=Word(NAME)) == "Đã thêm “Kế hoạch”."
    assert translate(N_("Không có ngôn ngữ “%(language)s”."), "vi", language="xx") == "Không có ngôn ngữ “xx”."


def test_in_a_page(as_: Client, office: Office) -> None:
    admin = as_("admin")
    admin.post(f"/admin/boards/{office.boards['pt'].id}/aliases", data={"alias": "Ban KH"})
    assert "“Kế hoạch”" in admin.get("/admin/boards").text


def test_in_a_refusal(as_: Client, office: Office) -> None:
    answer = as_("admin").post(f"/admin/boards/{office.boards['dcpl'].id}/aliases", data={"alias": NAME}, headers=HX)
    assert answer.status_code == 422
    assert answer.text.count("“Kế hoạch”") == 2


def test_in_a_mail(office: Office) -> None:
    with clock.on_day(TODAY):
        office.task("4").cooperate_with(office.boards["pt"], office.actor("secretariat"), TODAY)
        office.session.commit()
        post_concerns(office.session, office.organisation, TODAY)
    texts = [mail.text for mail in office.session.scalars(select(Mail)) if "Kế hoạch" in (mail.text or "")]
    assert texts
    assert all("Plan" not in text for text in texts)


def test_the_words_of_the_moves_are_said(as_: Client, office: Office) -> None:
    task = office.task("4")
    data = {"version": task.version, "state": task.state}
    answer = as_("secretariat").post(f"/tasks/{task.id}/approval", data=data, headers=HX)
    assert "“Planned” does not lead to “Approved”." in answer.text
    with pytest.raises(Refusal) as refusal:
        task.approve(office.actor("secretariat"), TODAY)
    assert "Chưa" not in translate(refusal.value.message, "en", **refusal.value.values)


def test_a_note_keeps_its_words_and_the_notes_in_it() -> None:
    place = Note(N_("Đoạn %(number)d"), number=3)
    for inner, said in ((place, "Paragraph 3"), (Word(N_("Phần lời")), "Running text"), (NAME, NAME)):
        note = note_from_json(note_to_json(Note(N_("%(place)s: “%(text)s”"), place=inner, text=NAME)))
        assert translate_note(note, "en") == f"{said}: “{NAME}”"
        assert translate_note(note, "vi") == str(note) == f"{inner}: “{NAME}”"
