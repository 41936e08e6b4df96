"""The log of administration: what was decided about the office, its people and their accounts."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from office import TODAY, Office

from planner.issuing import choose_waiting
from planner.models.change import OF_ACCOUNTS
from planner.reporting import YearDay, set_month_end, set_report
from webapp.admin.history_words import VERBS

Client = Callable[[str], FlaskClient]


def test_an_administrator_reads_what_people_decided(as_: Client, anonymous: FlaskClient, office: Office) -> None:
    as_("head").post("/me/mail", data={"mail": "at_once"})
    ending = office.people["leader"].address_to_end("digests").removeprefix("http://127.0.0.1:8080")
    anonymous.post(ending, data={"List-Unsubscribe": "One-Click"})
    anonymous.post("/password-reset", data={"email": office.people["viewer"].email})
    as_("admin").post("/admin/people", data={"email": "moi@mau.invalid", "name": "Người mới", "role": "viewer"})
    page = as_("admin").get("/admin/history").text
    for said in (
        "Chọn cách nhận thư báo việc", "Gộp thành một thư mỗi sáng ngày làm việc → Ngay khi có việc (trong ít phút)",
        "Qua địa chỉ trong thư gửi Ban Thường trực", "có → không", "Qua trang quên mật khẩu", "Gửi lời mời",
        "Giao vai trò", "Người mới · Người xem",
    ):  # fmt: skip
        assert said in page, said


def test_what_was_set_is_told_in_words(as_: Client, office: Office) -> None:
    organisation, admin = office.organisation, office.actor("admin")
    set_month_end(organisation, 24, admin, TODAY)
    set_month_end(organisation, 0, admin, TODAY)
    set_report(organisation, "half", 1, YearDay(6, 10), YearDay(6, 15), admin, TODAY)
    choose_waiting(office.session, organisation, ["month", "year"], office.actor("secretariat"), TODAY)
    office.session.commit()
    page = as_("admin").get("/admin/history").text
    for said in (
        "24 → cuối tháng dương lịch", "Báo cáo 6 tháng đầu năm · chốt số liệu 10/6 · nộp trước ngày 15/6",
        "Báo cáo tháng, Báo cáo năm",
    ):  # fmt: skip
        assert said in page, said


ELSEWHERE = {"begin_review", "head_review", "end_review", "reopen_review"}  # the session's own page


def test_the_log_knows_every_verb_of_an_office() -> None:
    """A line of history that belongs to no task, plan or document is read here or on a page of its own."""
    found = set()
    for file in sorted((Path(__file__).parents[2] / "planner").rglob("*.py")):
        found |= set(office_verbs(ast.parse(file.read_text(encoding="utf-8"))))
    assert found >= {"give_role", "make_feed", "letterhead"}
    assert found - ELSEWHERE <= set(VERBS)
    assert set(VERBS) >= OF_ACCOUNTS


def office_verbs(tree: ast.AST) -> Iterator[str]:
    """The verbs that `record` is called with for an organisation alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "record":
            verb, of = node.args[2], {keyword.arg for keyword in node.keywords}
            if isinstance(verb, ast.Constant) and not of & {"task", "plan_id", "document_id"}:
                yield verb.value


def test_a_long_log_goes_on_behind_an_address(as_: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.admin.history.SHOWN", 2)
    for language in ("en", "vi", "en"):
        as_("head").post("/me/language", data={"language": language})
    page = as_("admin").get("/admin/history").text
    assert page.count("Chọn ngôn ngữ") == 2
    older = page.partition("/admin/history?before=")[2].partition('"')[0]
    assert as_("admin").get(f"/admin/history?before={older}").text.count("Chọn ngôn ngữ") == 1


def test_of_a_task_and_of_another_office_it_says_nothing(as_: Client, office: Office) -> None:
    task = office.task("4")
    as_("secretariat").post(f"/tasks/{task.id}/following")
    assert "Chưa có thay đổi nào" in as_("admin").get("/admin/history").text
    page = as_("secretariat").get(f"/tasks/{task.id}").text
    assert "Thôi theo dõi" in page
    assert ">follow" not in page


@pytest.mark.parametrize("key", ["head", "secretariat", "leader", "viewer", "outsider"])
def test_others_do_not_read_it(as_: Client, key: str) -> None:
    assert as_(key).get("/admin/history").status_code == 403
