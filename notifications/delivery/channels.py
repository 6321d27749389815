"""A group's or the committee's own channel (Slack, Teams, ntfy, …), through stock Apprise.

One object a message and channel. It only says yes or no, and a no may have arrived all the same.
"""

import logging
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit
from warnings import catch_warnings, simplefilter

from language.problems import Problem
from notifications.delivery.outcome import Outcome
from notifications.delivery.redaction import HidePasswords, hide_passwords

SCHEMES = frozenset(
    {"slack", "workflow", "workflows", "ntfy", "ntfys", "mmost", "mmosts", "json", "jsons"}
)
IN_THE_CLEAR = frozenset({"json", "mmost"})
HERE = frozenset({"localhost", "127.0.0.1", "::1"})
HOSTED = frozenset({"ntfy", "ntfys", "mmost", "mmosts", "json", "jsons", "workflow", "workflows"})
TALKATIVE = ("apprise", "urllib3.connectionpool")  # both log whole addresses
SHORTEST = 6
TEXT_KEPT = 200


class BadChannelError(Problem):
    """A channel's address is of an unknown kind, or its messages would travel in the clear.

    Never holds the address: it is a secret.
    """


def check_channel(name: str, url: str) -> None:
    """Only kinds that take a message as it is, once; and no second address hidden in the first."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
    except ValueError:
        raise BadChannelError(name=name, schemes=_listed()) from None
    in_the_clear = parts.scheme in IN_THE_CLEAR and host not in HERE
    several = any(mark in url for mark in (",", " ", ";"))
    if parts.scheme not in SCHEMES or not host or in_the_clear or several:
        raise BadChannelError(name=name, schemes=_listed())


def _listed() -> str:
    return ", ".join(sorted(SCHEMES - IN_THE_CLEAR))


def tell_channel(url: str, *, title: str, text: str) -> Outcome:
    """Hands one message over. Nobody knows whether a message that was refused has arrived."""
    with catch_warnings():
        simplefilter("ignore", DeprecationWarning)  # of what Apprise still imports
        import apprise  # noqa: PLC0415 - takes a second

        asset = apprise.AppriseAsset(
            async_mode=False, storage_mode=apprise.PersistentStoreMode.MEMORY
        )
        hide = HidePasswords(*_secrets(url))
        for name in TALKATIVE:
            hide_passwords(logging.getLogger(name), *hide.secrets)
        channel = apprise.Apprise(asset=asset)
        if not channel.add(url):
            return Outcome("permanent", "connect", text="?")
        capture: Any = apprise.LogCapture
        with capture(level=logging.WARNING) as said:
            told = channel.notify(title=title, body=text, body_format=apprise.NotifyFormat.TEXT)
            words = hide.cleaned(" ".join(said.getvalue().split()))
    return Outcome("sent" if told else "uncertain", "content", text=words[:TEXT_KEPT])


def _secrets(url: str) -> set[str]:
    """The parts of an address that open the channel."""
    parts = urlsplit(url)
    values = [value for _, value in parse_qsl(parts.query)]
    pieces = [parts.username or "", parts.password or "", *parts.path.split("/"), *values]
    pieces += [] if parts.scheme in HOSTED else [parts.netloc]
    return {one for piece in pieces for one in (piece, unquote(piece)) if len(one) >= SHORTEST}
