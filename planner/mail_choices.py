"""What mail a person wants: the choices, and the signed addresses that change them without signing in."""

import hashlib
import hmac

from planner.language import N_
from planner.settings import base_url

AT_ONCE, DAILY, ONLY_DIGESTS = "at_once", "daily", "only_digests"
CHOICES = {
    AT_ONCE: N_("Ngay khi có việc (trong ít phút)"),
    DAILY: N_("Gộp thành một thư mỗi sáng ngày làm việc"),
    ONLY_DIGESTS: N_("Chỉ nhận báo cáo định kỳ"),
}
CONCERNS, DIGESTS = "concerns", "digests"
LISTS = {CONCERNS: N_("thư báo việc"), DIGESTS: N_("thư kèm báo cáo định kỳ")}


def address_to_end(person_id: int, mail_key: str, which: str) -> str:
    """The address at which a person ends one of LISTS, as List-Unsubscribe names it (RFC 8058, section 3.1)."""
    return f"{base_url()}/mail-choices/{which}/{person_id}/{signature(person_id, mail_key, which)}"


def signature(person_id: int, mail_key: str, which: str) -> str:
    """Binds person and list; a new `mail_key` of the person ends every address that was sent before."""
    return hmac.new(mail_key.encode(), f"{person_id}:{which}".encode(), hashlib.sha256).hexdigest()[:40]
