"""Which browser somebody is signed in with, in words: "Chrome · Windows"."""

from planner.language import N_
from webapp.language import say

# The first that is found counts: most name themselves after others too.
BROWSERS = (
    ("edg", "Edge"),
    ("opr/", "Opera"),
    ("coc_coc", "Cốc Cốc"),
    ("samsungbrowser", "Samsung Internet"),
    ("firefox", "Firefox"),
    ("fxios", "Firefox"),
    ("crios", "Chrome"),
    ("chrome", "Chrome"),
    ("safari", "Safari"),
)
SYSTEMS = (
    ("iphone", "iPhone"),
    ("ipad", "iPad"),
    ("android", "Android"),
    ("windows", "Windows"),
    ("mac os", "macOS"),
    ("cros", "ChromeOS"),
    ("linux", "Linux"),
)
UNKNOWN = N_("trình duyệt không rõ")


def browser_name(user_agent: str) -> str:
    """The browser and the system that it runs on, as far as it says."""
    found = user_agent.casefold()
    names = [_first(found, table) for table in (BROWSERS, SYSTEMS)]
    return " · ".join(filter(None, names)) or say(UNKNOWN)


def _first(found: str, table: tuple[tuple[str, str], ...]) -> str:
    return next((name for mark, name in table if mark in found), "")
