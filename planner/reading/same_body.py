"""Whether two names mean one body: short forms, a name without its place, and who decides in it."""

import re

from planner.text import fold

_SHORT = {
    "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "ubmttq": "uy ban mat tran to quoc", "tw": "trung uong",
    "mttq": "mat tran to quoc", "ubmttqvn": "uy ban mat tran to quoc viet nam", "vn": "viet nam", "tp": "thanh pho",
    "ldld": "lien doan lao dong", "lhpn": "lien hiep phu nu",
}  # fmt: skip
# Who decides in a body's name: "Ban Thường vụ Đảng ủy xã"
_OF_BODY = re.compile(r"(ban (thuong vu|chap hanh|thuong truc)|thuong truc|thuong vu|btv|bch|btt) (?=\w)")
# A name with its place is whole: "UBND xã Mẫu" is not that of "xã Mẫu Sơn"
_PLACED = re.compile(r"\b(tinh|thanh pho|xa|phuong|huyen|quan|dac khu) \w")


def _in_full(body: str) -> str:
    """A body's name to compare: folded, with the usual short forms in full."""
    return " ".join(_SHORT.get(word, word) for word in fold(body).split())


def is_called(body: str, name: str) -> bool:
    """Whether a letterhead's body is meant by a name without its place ("Đảng ủy xã"), or by who decides in it."""
    whole, short = _in_full(body), _OF_BODY.sub("", _in_full(name))
    return whole == short or (not _PLACED.search(short) and whole.startswith(f"{short} "))
