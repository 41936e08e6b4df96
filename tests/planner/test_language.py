"""Everything a person reads has an English translation with the same places."""

import re
import unicodedata

from jinja2 import Environment

from planner.language import C_, N_, extracting, find, translate
from planner.language.templates import say_in_templates

PLACES = re.compile(r"%\((\w+)\)[sd]")
COUNTED = N_("Đã chuyển %(count)s thẻ.")


def forms(said: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def test_every_sentence_is_in_the_english_catalogue() -> None:
    english = extracting.read()
    wanted = {(message.id, message.context) for message in extracting.template() if message.id}
    missing = [one for one in wanted if (found := english.get(*one)) is None or not all(forms(found.string))]
    assert not missing, f"{len(missing)} sentences have no English: {sorted(map(str, missing))[:5]}"


def test_translations_keep_the_places() -> None:
    for message in extracting.read():
        places = set(PLACES.findall(forms(message.id)[0]))
        for form in forms(message.string) if message.id else ():
            assert places == set(PLACES.findall(form)) | ({"count"} & places), message.id  # “once” may stand for 1


def test_every_sentence_is_nfc() -> None:
    for message in extracting.template():
        for text in [message.id] if isinstance(message.id, str) else list(message.id):
            assert unicodedata.is_normalized("NFC", text), text


def test_english_tells_apart_what_vietnamese_says_with_one_word() -> None:
    said = [translate(one, "en") for one in (N_("Kế hoạch"), C_("heading", "Kế hoạch"))]
    assert said == ["Plan", "Plans"]
    assert translate(C_("heading", "Kế hoạch"), "vi") == "Kế hoạch"
    environment = Environment()
    say_in_templates(environment, lambda: "en")
    asks = "{{ pgettext('heading', 'Kế hoạch') }}, {{ _(label) }}"
    assert environment.from_string(asks).render(label=C_("heading", "Kế hoạch")) == "Plans, Plans"


def test_english_tells_one_from_many() -> None:
    said = [translate(COUNTED, "en", count=count) for count in (0, 1, 2, 21, "1", "01")]
    assert said == [
        "0 cards moved.", "1 card moved.", "2 cards moved.", "21 cards moved.", "1 card moved.", "01 card moved.",
    ]  # fmt: skip
    assert translate(COUNTED, "vi", count=1) == "Đã chuyển 1 thẻ."
    assert find("một câu không có trong danh mục: %(count)s", "en", 1) == "một câu không có trong danh mục: %(count)s"


def test_templates_tell_one_from_many_and_escape_what_they_are_given() -> None:
    for autoescape, mark in ((True, "&lt;"), (False, "<")):
        environment = Environment(autoescape=autoescape)
        say_in_templates(environment, lambda: "en")
        asks = "{{ _('Quá hạn %(count)s ngày', count=n) }} "
        asks += "{% trans count=n, name='<' %}{{ name }} ({{ count }} năm){% endtrans %}"
        assert environment.from_string(asks).render(n=1) == f"1 day overdue {mark} (1 year)"
        assert environment.from_string(asks).render(n=3) == f"3 days overdue {mark} (3 years)"
        assert environment.from_string("{{ ngettext('%(num)s nhiệm vụ', '%(num)s nhiệm vụ', 1) }}").render() == "1 task"


def test_what_english_counts_has_a_form_for_one() -> None:
    """A limit or a list is never one; everything else that stands behind its number says it in both forms."""
    never_one = ("At most", "at most", "at least", "longer than", "newest")
    alike = [
        message.string[0] for message in extracting.read()
        if not isinstance(message.string, str) and message.string[0] == message.string[1]
    ]  # fmt: skip
    plural = [said for said in alike if re.search(r"%\((count|num)\)[sd] (\w+ )?\w+s\b", said)]
    assert [said for said in plural if not any(word in said for word in never_one)] == []
