"""Which row of a new document is which of the old one: inserted, swapped, moved, reworded, split."""

import random

import pytest
from issued import ROWS, Texts, renumbered

from planner.reissuing.matching import match
from planner.reissuing.words import RowWords

FRESH: Texts = ("", "Đại hội thi đua yêu nước toàn tỉnh", "Ban Phong trào", "Tháng 7", "Tháng 8")


def words(rows: list[Texts] | tuple[Texts, ...]) -> list[RowWords]:
    return [RowWords(number, "", title, board, (), submit, execute) for number, title, board, submit, execute in rows]


def pairs(old: list[Texts], new: list[Texts]) -> dict[int, int]:
    return match(words(old), words(new))


def test_the_same_rows_are_themselves() -> None:
    assert pairs(list(ROWS), list(ROWS)) == {n: n for n in range(5)}


@pytest.mark.parametrize("place", range(6))
def test_a_row_that_is_inserted_shifts_every_number_and_takes_nobodys_place(place: int) -> None:
    rows = [*ROWS[:place], FRESH, *ROWS[place:]]
    assert pairs(list(ROWS), renumbered(rows)) == {n + (n >= place): n for n in range(5)}


def test_swapped_rows_are_found_again() -> None:
    rows = renumbered([ROWS[0], ROWS[2], ROWS[1], ROWS[4], ROWS[3]])
    assert pairs(list(ROWS), rows) == {0: 0, 1: 2, 2: 1, 3: 4, 4: 3}


def test_rows_without_numbers_are_found_by_their_titles() -> None:
    old = [("", *row[1:]) for row in ROWS]
    assert pairs(old, [old[2], FRESH, old[0], old[4], old[1]]) == {0: 2, 2: 0, 3: 4, 4: 1}
    assert pairs(list(ROWS), old) == {n: n for n in range(5)}


def test_any_order_with_gone_and_new_rows_is_undone() -> None:
    many = [(str(n), f"Nhiệm vụ {word}", "Ban Phong trào", "", "Tháng 5") for n, word in enumerate(WORDS, 1)]
    order = random.Random(7).sample(range(len(many)), len(many) - 6)
    assert pairs(many, renumbered([many[n] for n in order])) == dict(enumerate(order))


WORDS = ("rà soát hồ sơ cán bộ", "thăm gia đình chính sách", "phát động tháng vì người nghèo", "tổng kết phong trào",
         "tập huấn công tác mặt trận", "góp ý dự thảo luật đất đai", "khảo sát nhà dột nát", "giao lưu văn nghệ",
         "đón đoàn kiều bào", "trồng cây xanh ven đường", "kiểm tra quỹ cứu trợ", "họp giao ban quý một",
         "ký kết chương trình phối hợp", "sơ kết cuộc vận động", "gặp mặt chức sắc tôn giáo", "phản biện đề án",
         "tuyên dương khu dân cư", "hội thảo chuyển đổi số", "bồi dưỡng đảng viên mới",
         "kỷ niệm ngày thương binh")  # fmt: skip


def test_a_reworded_title_goes_on_with_its_row() -> None:
    rows = [*ROWS[:1], ("2", "Hội nghị tiếp xúc cử tri trước và sau kỳ họp giữa năm", *ROWS[1][2:]), *ROWS[2:]]
    assert pairs(list(ROWS), rows) == {n: n for n in range(5)}


def test_of_a_row_that_was_split_in_two_the_likest_half_goes_on() -> None:
    old = [("1", "Tổ chức hội nghị sơ kết và tổng kết phong trào thi đua", "Ban Phong trào", "", "Tháng 6")]
    new = [("1", "Tổ chức sơ kết phong trào", "Ban Phong trào", "", "Tháng 6"),
           ("2", "Tổ chức hội nghị tổng kết phong trào thi đua", "Ban Phong trào", "", "Tháng 12")]  # fmt: skip
    assert pairs(old, new) == {1: 0}


def test_other_work_with_the_same_number_is_new() -> None:
    assert pairs([ROWS[0]], [("1", "Tập huấn nghiệp vụ kế toán cho cơ sở", *ROWS[0][2:])]) == {}


def test_rows_that_differ_in_a_figure_keep_to_their_own() -> None:
    old = [(str(n), f"Hội nghị Ủy ban lần thứ {n}", "Ban Phong trào", "", f"Tháng {n}") for n in (5, 6)]
    new = [("5", "Hội nghị Ủy ban lần thứ 6", "Ban Phong trào", "", "Tháng 7"),
           ("6", "Hội nghị Ủy ban lần thứ 7", "Ban Phong trào", "", "Tháng 8")]  # fmt: skip
    assert pairs(old, new)[0] == 1


def test_rows_of_one_title_pair_by_their_times_then_by_their_order() -> None:
    old = [("", "Họp giao ban", "Văn phòng", "", f"Tháng {n}") for n in (1, 2, 3)]
    new = [("", "Họp giao ban", "Văn phòng", "", f"Tháng {n}") for n in (1, 3, 4)]
    assert pairs(old, new) == {0: 0, 1: 2, 2: 1}


def test_matching_is_the_same_every_time_and_one_to_one() -> None:
    rng = random.Random(3)
    old = [(str(n), " ".join(rng.choices(WORDS, k=2)), "", "", "") for n in range(60)]
    new = [(str(n), " ".join(rng.choices(WORDS, k=2)), "", "", "") for n in range(60)]
    found = pairs(old, new)
    assert found == pairs(old, new)
    assert len(set(found.values())) == len(found)
