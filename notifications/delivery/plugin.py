"""Tidplan's own kind of Apprise mail: stored bytes, one recipient, a kept session, an outcome."""

import logging
from typing import Any

import apprise
from apprise.manager_plugins import NotificationManager
from apprise.plugins.email import NotifyEmail

from notifications.delivery.conversation import Conversation, Guard, RelayAccess
from notifications.delivery.outcome import Outcome, Parcel
from notifications.delivery.redaction import hide_passwords
from notifications.delivery.route import BadMailUrlError, Relay
from notifications.delivery.settings import MailSettings

SCHEMA = "tidmail"
IN_MEMORY = apprise.PersistentStoreMode.MEMORY

# Apprise's own types are half there; this border is tested instead.
_Plugins: Any = NotificationManager
_Mail: Any = NotifyEmail


class TidMail(_Mail):  # type: ignore[misc]
    """Reads the same URLs as Apprise's mail; recipients come with the parcel, never by URL."""

    service_name = "Tidplan"
    protocol = SCHEMA
    secure_protocol = SCHEMA + "s"
    storage_mode = IN_MEMORY
    request_rate_per_sec = 0  # the outbox keeps the pace

    conversation: Conversation
    errand: tuple[Parcel, Guard]
    outcome: Outcome | None = None
    failure: Exception | None = None

    def take(self, parcel: Parcel, guard: Guard) -> None:
        """What the next notification is to carry."""
        self.errand, self.outcome, self.failure = (parcel, guard), None, None

    def send(self, body: str, title: str = "", **_: Any) -> bool:  # noqa: ARG002 - Apprise's way
        """Apprise only learns yes or no; the outcome and any exception stay on the object."""
        try:
            self.outcome = self.conversation.carry(*self.errand)
        except Exception as failure:  # noqa: BLE001 - Apprise would swallow it
            self.conversation.hang_up()
            self.failure = failure
        return self.outcome is not None and self.outcome.result == "sent"


class AppriseCarrier:
    """Carries parcels to the relay through Apprise."""

    def __init__(self, relay: Relay, mail: MailSettings) -> None:
        self._register()
        asset = apprise.AppriseAsset(async_mode=False, storage_mode=IN_MEMORY)
        self._plugin = _plugin(relay, mail, asset)
        hide_passwords(logging.getLogger("apprise"), self._plugin.password)
        self._plugin.conversation = Conversation(_access(self._plugin, mail))
        self._apprise = apprise.Apprise(asset=asset)
        self._apprise.add(self._plugin)

    def carry(self, parcel: Parcel, guard: Guard) -> Outcome:
        plugin = self._plugin
        plugin.take(parcel, guard)
        self._apprise.notify(body=parcel.recipient)
        if plugin.failure is not None:
            raise plugin.failure
        assert plugin.outcome is not None  # noqa: S101 - send sets one of the two
        return plugin.outcome

    def close(self) -> None:
        self._plugin.conversation.close()

    @staticmethod
    def _register() -> None:
        plugins = _Plugins()
        if SCHEMA not in plugins:
            plugins.add(TidMail)


def _plugin(relay: Relay, mail: MailSettings, asset: apprise.AppriseAsset) -> TidMail:
    """What `mailto://` or `mailtos://` says, read by Apprise's own parser."""
    hide_passwords(logging.getLogger("apprise"), None)
    given = TidMail.parse_url(SCHEMA + relay.url[len("mailto") :])
    if not given:
        raise BadMailUrlError
    given |= {"from_addr": mail.sender_mailbox.address, "targets": None, "asset": asset}
    try:
        return TidMail(**given)
    except TypeError:
        raise BadMailUrlError from None


def _access(plugin: TidMail, mail: MailSettings) -> RelayAccess:
    return RelayAccess(
        host=plugin.smtp_host.strip("[]"),  # IPv6
        port=plugin.port,
        security=plugin.secure_mode,
        verify=plugin.verify_certificate,
        user=plugin.user,
        password=plugin.password,
        command_seconds=mail.command_seconds,
        data_seconds=mail.data_seconds,
    )
