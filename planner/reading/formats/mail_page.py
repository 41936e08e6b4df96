"""Web pages kept in one file as a mail is (.mht, RFC 2557): Word's "Single File Web Page", often called .doc."""

from email import message_from_bytes

from planner.errors import Refusal
from planner.language import N_
from planner.reading.formats.blocks import Block
from planner.reading.formats.web import read_web

_PARTS = 500


def read_mail_page(content: bytes) -> list[Block]:
    """The blocks of the first page in the file. Raises Refusal for one without a page and for an outsized one."""
    try:
        parts = message_from_bytes(content).walk()
        for _, part in zip(range(_PARTS), parts, strict=False):
            page = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
            if isinstance(page, bytes):
                return read_web(page)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise _damaged() from error
    raise _damaged()


def _damaged() -> Refusal:
    return Refusal(N_("Trang web bị hỏng, không đọc được. Xin mở bằng Word và lưu thành .docx."))
