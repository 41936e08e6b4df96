"""The title of a sheet: in the list of documents, as the PDF's title, and in the letter itself."""

from typing import Any

from planner.language import N_, translate

DIGEST = N_("Báo cáo tình hình thực hiện chương trình công tác tháng %(month)s")
DIGEST_OF_BOARD = N_("Báo cáo tình hình thực hiện chương trình công tác tháng %(month)s của %(board)s")
URGENT = N_("V/v đôn đốc thực hiện nhiệm vụ theo chương trình công tác")
SOON = N_("V/v nhắc các nhiệm vụ sắp đến hạn theo chương trình công tác")


def title_of(data: dict[str, Any], language: str = "vi") -> str:
    """The title of a digest's or a reminder's data in a language."""
    if data["kind"] == "digest":
        message = DIGEST_OF_BOARD if data["board"] else DIGEST
        return translate(message, language, month=month_text(data["month"]), board=data["board"])
    return translate(URGENT if data["overdue"] or data["asked"] else SOON, language)


def month_text(month: str) -> str:
    """2026-05 as 5/2026."""
    year, number = month.split("-")
    return f"{int(number)}/{year}"
