"""What mail a person wants."""

import hmac
import secrets
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Mapped, mapped_column

from planner.errors import Refusal
from planner.language import N_
from planner.mail_choices import CHOICES, CONCERNS, DAILY, DIGESTS, LISTS, ONLY_DIGESTS, address_to_end, signature


class MailWishes:
    """The parts of Person that say how they hear of work. Letters that a role obliges to come all the same.

    `mail_choice` is one of planner.mail_choices.CHOICES; `gets_digests` says whether reports come by mail. `mail_key`
    signs the addresses in mails that change either.
    """

    if TYPE_CHECKING:
        id: Any

    mail_choice: Mapped[str] = mapped_column(default=DAILY)
    gets_digests: Mapped[bool] = mapped_column(default=True)
    mail_key: Mapped[str] = mapped_column(default=lambda: secrets.token_urlsafe(16))

    def choose_mail(self, choice: str) -> None:
        """How this person hears of what concerns them: at once, once a day, or not at all."""
        if choice not in CHOICES:
            raise Refusal(N_("Không có cách nhận thư “%(choice)s”."), choice=choice)
        self.mail_choice = choice

    def choose_digests(self, wanted: bool) -> None:
        """Whether the reports that this person's role gets come by mail too; their page has them anyway."""
        self.gets_digests = wanted

    def address_to_end(self, which: str) -> str:
        """The signed address that ends one of planner.mail_choices.LISTS without signing in."""
        return address_to_end(self.id, self.mail_key, which)

    def has_signed(self, which: str, signed: str) -> bool:
        """Whether an address that ends a list was made for this person."""
        if which not in LISTS:
            return False
        return hmac.compare_digest(signature(self.id, self.mail_key, which).encode(), signed.encode())

    def end_mail(self, which: str) -> None:
        """Ends a list: of what concerns the person, or of reports."""
        if which == CONCERNS:
            self.choose_mail(ONLY_DIGESTS)
        else:
            self.choose_digests(False)

    def gets_mail(self, which: str) -> bool:
        """Whether the person still is on a list."""
        return self.gets_digests if which == DIGESTS else self.mail_choice != ONLY_DIGESTS
