"""How mail leaves: what an administrator may set, checked before anything is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from notifications.addresses import Mailbox, read_mailbox
from notifications.bounces import BounceSettings
from notifications.delivery.ambiguous import held_kinds
from notifications.delivery.channels import check_channel
from notifications.delivery.route import Folder, Relay, read_route
from notifications.links import LinkSettings

HOUR = 3600.0
CAREFUL_RATE = 30  # Exchange Online takes 30 a minute, and refuses for a while after that


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """url: `mailto://host:port`, `mailtos://user:password@host`, `eml:DIRECTORY`; None: no mail.

    ambiguous: what to do when nobody can know whether the relay took a message, also by kind:
    `resend`, `hold`, `resend,digest=hold`.
    per_minute: None is careful with other machines and free on this one.
    connections: how many a run keeps open to the relay at the same time.
    channels: the secret address of each channel, by `committee` or a group's short name.
    bounces: where mail comes back to; None: to the sender.
    links: None where no pages are served; then people answer by mail.
    lease_seconds: longer than all that comes before DATA; data_seconds: RFC 5321, 4.5.3.2.6.
    """

    url: str | None = field(default=None, repr=False)
    sender: str = "Tidplan <tidplan@localhost>"
    redirect: str | None = None
    links: LinkSettings | None = None
    bounces: BounceSettings | None = None
    channels: Mapping[str, str] = field(default_factory=dict, repr=False)
    ambiguous: str = "resend"
    per_minute: int | None = None
    connections: int = 1
    lease_seconds: float = 300.0
    command_seconds: float = 30.0
    data_seconds: float = 600.0
    give_up_seconds: float = 48 * HOUR
    max_attempts: int = 20

    def __post_init__(self) -> None:
        read_mailbox(self.sender)
        if self.redirect is not None:
            read_mailbox(self.redirect)
        if self.url is not None:
            read_route(self.url)
        held_kinds(self.ambiguous)
        for place, url in self.channels.items():
            check_channel(place, url)

    @property
    def route(self) -> Relay | Folder | None:
        return None if self.url is None else read_route(self.url)

    @property
    def held_kinds(self) -> frozenset[str]:
        """Kinds that a person looks at instead of a second copy."""
        return held_kinds(self.ambiguous)

    @property
    def sender_mailbox(self) -> Mailbox:
        """The function address: sender of all mail, and where answers go."""
        return read_mailbox(self.sender)

    @property
    def rate(self) -> int | None:
        """Messages a minute; None is as fast as it goes."""
        if self.per_minute is not None:
            return self.per_minute
        return CAREFUL_RATE if isinstance(self.route, Relay) and not self.route.is_here else None
