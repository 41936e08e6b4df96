"""Which calendar program fetched, in words: what it calls itself is for machines."""

from planner.language import N_
from webapp.language import say

# The first that is found counts: some name themselves after others too.
PROGRAMS = (
    ("google-calendar-importer", N_("Google Lịch")),
    ("googlebot", N_("Google")),
    ("microsoft office", N_("Outlook")),
    ("microsoft outlook", N_("Outlook")),
    ("microsoft.exchange", N_("Outlook trên web")),
    ("exchange", N_("Outlook trên web")),
    ("outlook", N_("Outlook")),
    ("thunderbird", N_("Thunderbird")),
    ("ios/", N_("Lịch trên iPhone, iPad")),
    ("dataaccessd", N_("Lịch của Apple")),
    ("calendaragent", N_("Lịch của Apple")),
    ("ical/", N_("Lịch của Apple")),
    ("icsx5", N_("ICSx⁵ trên Android")),
    ("davx5", N_("DAVx⁵ trên Android")),
    ("vdirsyncer", N_("vdirsyncer")),
    ("khal", N_("khal")),
    ("evolution", N_("Evolution")),
    ("korganizer", N_("KOrganizer")),
    ("akonadi", N_("KOrganizer")),
    ("nextcloud", N_("Nextcloud")),
    ("curl/", N_("curl")),
    ("mozilla/", N_("Trình duyệt")),
)


def program_name(user_agent: str) -> str:
    """The program's name as people know it, else what it calls itself before the first slash."""
    found = user_agent.casefold()
    known = next((name for mark, name in PROGRAMS if mark in found), None)
    return say(known) if known else user_agent.partition("/")[0][:40] or say(N_("không rõ chương trình"))
