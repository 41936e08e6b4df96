"""The real documents give what they must give."""

import json

import pytest
from documents import PLANS

from planner.reading import PlanDraft, read_document


def read(name: str) -> PlanDraft:
    if not PLANS.is_dir():
        pytest.skip("…/shared/plans is not beside this checkout")
    return read_document((PLANS / name).read_bytes(), name)


def expected(name: str) -> list[dict]:  # type: ignore[type-arg]
    return json.loads((PLANS / name).read_text(encoding="utf-8"))["rows"]


@pytest.mark.parametrize("ending", ["txt", "docx", "xlsx"])
def test_the_programme_of_2023_gives_31_rows_and_36_occurrences_in_every_format(ending: str) -> None:
    plan = read(f"tuyen-quang-2023.{ending}")
    got = plan.as_json()["rows"]
    want = expected("tuyen-quang-2023.expected.json")
    assert [(r["number"], r["title"].split(), r["board"]) for r in got] == [
        (r["number"], r["title"].split(), r["board"]) for r in want
    ]
    for side in ("submit", "execute"):
        assert [r[side]["spans"] for r in got] == [r[side]["spans"] for r in want]
        assert [r[side]["kind"] for r in got] == [r[side]["kind"] for r in want]
    assert [r["occurrences"] for r in got] == [r["occurrences"] for r in want]
    assert sum(len(r["occurrences"]) for r in got) == 36


@pytest.mark.parametrize("ending", ["txt", "docx", "xlsx"])
def test_its_heading_is_the_same_in_every_format(ending: str) -> None:
    plan = read(f"tuyen-quang-2023.{ending}").as_json()["plan"]
    assert plan == {
        "title": "KẾ HOẠCH THỰC HIỆN CHƯƠNG TRÌNH PHỐI HỢP VÀ THỐNG NHẤT HÀNH ĐỘNG NĂM 2023",
        "number": "10/CTr-MTTQ",
        "date": "2023-01-12",
        "organisation": "Ủy ban MTTQ tỉnh",
        "years": [2023, 2023],
    }


def test_other_bytes_of_one_plan_have_one_fingerprint_but_not_one_sum() -> None:
    plans = [read(f"tuyen-quang-2023.{ending}") for ending in ("txt", "docx", "xlsx")]
    assert len({plan.fingerprint for plan in plans}) == 1
    assert len({plan.sha256 for plan in plans}) == 3


def test_it_has_three_boards_and_nothing_to_ask_about_them() -> None:
    plan = read("tuyen-quang-2023.txt")
    assert {row.board for row in plan.rows} == {
        "Ban Dân chủ - Pháp luật",
        "Ban Tuyên giáo - Phong trào",
        "Ban Tổ chức - Văn phòng",
    }
    assert not plan.questions


def test_its_targets_are_the_nine_items_with_their_figures() -> None:
    targets = {target.number: target for target in read("tuyen-quang-2023.txt").targets}
    assert list(targets) == [str(n) for n in range(1, 10)]
    figures = {n: [(m.comparator, m.value) for m in target.measures] for n, target in targets.items()}
    assert figures["2"] == [("=", 831), ("=", 624), ("=", 207)]
    assert figures["3"] == [(">=", 2), (">=", 1)]
    assert figures["5"] == [(">=", 85)]
    assert targets["4"].measures[1].unit == "hội nghị/đơn vị"
    assert targets["6"].level == "huyện, xã"


def test_its_outline_has_four_parts_with_their_items() -> None:
    outline = read("tuyen-quang-2023.txt").outline
    assert [section.number for section in outline] == ["I", "II", "III", "IV"]
    assert outline[1].title == "MỘT SỐ CHỈ TIÊU CƠ BẢN"
    assert [child.number for child in outline[2].children[1].children] == ["2.1", "2.2", "2.3", "2.4"]


def test_the_scheme_of_2021_gives_its_17_rows_with_co_operators_and_open_deadlines() -> None:
    plan = read("de-an-02-2021.txt")
    want = expected("de-an-02-2021.expected.json")
    got = plan.as_json()["rows"]
    assert (plan.years.first, plan.years.last) == (2021, 2025)
    assert [(r["number"], r["title"], r["board"]) for r in got] == [(r["number"], r["title"], r["board"]) for r in want]
    assert [r["cooperating"] for r in got] == [r["cooperating"] for r in want]
    assert [[o["execute"] for o in r["occurrences"]] for r in got] == [r["execute_ranges"] for r in want]


def test_what_a_clerk_has_to_judge_in_the_scheme_is_asked() -> None:
    asked = {row.number: " ".join(row.questions) for row in read("de-an-02-2021.txt").rows}
    assert "MITQ" in asked["12"]
    assert "Ban Thi đua – Khen thưởng, Sở Nội vụ" in asked["14"]
    assert not asked["3"]


def test_work_that_the_running_text_dates_becomes_activities() -> None:
    activities = read("de-an-02-2021.txt").activities
    assert ("2021-06-01", "2021-06-30") in [tuple(a.period.as_json()["spans"][0]) for a in activities]
    assert any(a.title.startswith("Tổ chức hội nghị cấp tỉnh tổng kết") for a in activities)


def test_a_programme_without_its_table_gives_sections_and_targets_and_says_that_the_table_is_missing() -> None:
    plan = read("tuyen-quang-2020.txt")
    assert (plan.rows, plan.years.first) == ([], 2020)
    assert "không có bảng kế hoạch" in plan.questions[0]
    assert [section.number for section in plan.outline] == ["I", "II", "III", "IV"]
    assert [section.number for section in plan.outline[2].children] == [f"Chương trình {n}" for n in range(1, 6)]
    assert (plan.targets[2].text, plan.targets[2].measures[0].value) == (
        "Phấn đấu sửa chữa, làm mới ít nhất 200 nhà Đại đoàn kết cho hộ nghèo.", 200
    )  # fmt: skip
