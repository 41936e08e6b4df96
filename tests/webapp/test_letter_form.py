"""The form of the papers on the organisation's page: chosen, worded, and looked at as a paper of today."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from flask.testing import FlaskClient
from office import Office
from pypdf import PdfReader

Client = Callable[[str], FlaskClient]
HX = {"HX-Request": "true"}
SAMPLE = "/admin/organisation/sample"


def test_the_form_and_the_own_words_are_kept_and_shown_again(as_: Client, office: Office) -> None:
    words = {
        "form": "party", "recipients_report": "Thường trực Tỉnh ủy\nLưu Văn phòng", "signatory": "Họ Và Tên",
        "size": "13", "margin_top": "25", "archive": "1",
    }  # fmt: skip
    assert as_("admin").post("/admin/organisation/form", data=words, headers=HX).status_code == 204
    office.session.expire_all()
    assert office.organisation.form == "party"
    assert office.organisation.wording == {
        "recipients": {"report": ["Thường trực Tỉnh ủy", "Lưu Văn phòng"]}, "signatory": "Họ Và Tên", "size": 13,
        "margins": [25, 15, 20, 30], "archive": True,
    }  # fmt: skip
    page = as_("admin").get("/admin").text
    assert "Thường trực Tỉnh ủy\nLưu Văn phòng</textarea>" in page
    assert 'placeholder="{số}-{loại}/{ký hiệu}"' in page
    assert "T/M BAN THƯỜNG TRỰC" in page


def test_what_is_refused_is_said_beside_the_form(as_: Client, office: Office) -> None:
    refused = as_("admin").post("/admin/organisation/form", data={"form": "front", "numbered": "BC"}, headers=HX)
    assert (refused.status_code, "phải có {số}" in refused.text) == (422, True)


@pytest.mark.parametrize("who", ["head", "secretariat", "leader", "viewer"])
def test_others_neither_change_nor_look(as_: Client, office: Office, who: str) -> None:
    assert as_(who).post("/admin/organisation/form", data={"form": "party"}, headers=HX).status_code == 403
    assert as_(who).get(f"{SAMPLE}/digest.pdf").status_code == 403
    office.session.expire_all()
    assert office.organisation.form == "front"


def test_samples_are_papers_without_a_number_in_the_saved_form(as_: Client, office: Office) -> None:
    client = as_("admin")
    client.post("/admin/organisation/form", data={"form": "party", "recipients_reminder": "{bộ phận}"}, headers=HX)
    pdf = client.get(f"{SAMPLE}/reminder.pdf")
    text = " ".join(PdfReader(BytesIO(pdf.data)).pages[0].extract_text().split())
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in text and "Số ……-CV/MTTQ-BTT" in text
    assert "Nơi nhận: - Ban Dân chủ - Pháp luật. T/M BAN THƯỜNG TRỰC" in text
    word = client.get(f"{SAMPLE}/minutes.docx")
    said = [paragraph.text for paragraph in docx.Document(BytesIO(word.data)).paragraphs]
    assert "Tại ngày rà soát không có nhiệm vụ nào quá hạn." in said
    assert client.get(f"{SAMPLE}/poem.pdf").status_code == 404
