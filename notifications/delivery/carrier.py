"""Opens the way out that the settings name; Apprise is loaded only when mail is to leave."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol
from warnings import catch_warnings, simplefilter

from notifications.delivery.outcome import Outcome, Parcel
from notifications.delivery.route import Folder, Relay
from notifications.delivery.settings import MailSettings


class Carrier(Protocol):
    def carry(self, parcel: Parcel, guard: Callable[[], bool], /) -> Outcome: ...

    def close(self) -> None: ...


class FileCarrier:
    """Writes .eml files; writing the same message again replaces its file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def carry(self, parcel: Parcel, guard: Callable[[], bool]) -> Outcome:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return Outcome("relay", "connect", text=f"{self._folder}: {error.strerror}")
        if not guard():
            return Outcome("lost", "rcpt")
        return self._write(parcel)

    def _write(self, parcel: Parcel) -> Outcome:
        half = self._folder / f".{parcel.file_name}"
        try:
            half.write_bytes(parcel.content)
            half.replace(self._folder / parcel.file_name)
        except OSError as error:
            with suppress(OSError):
                half.unlink(missing_ok=True)
            return Outcome("relay", "write", text=f"{self._folder}: {error.strerror}")
        return Outcome("sent", "write", text=str(self._folder / parcel.file_name))

    def close(self) -> None:
        """Nothing is kept open."""


def open_carrier(mail: MailSettings, route: Relay | Folder) -> Carrier:
    if isinstance(route, Folder):
        return FileCarrier(route.path)
    with catch_warnings():
        simplefilter("ignore", DeprecationWarning)  # of what Apprise still imports
        from notifications.delivery.plugin import AppriseCarrier  # noqa: PLC0415 - takes a second

        return AppriseCarrier(route, mail)
