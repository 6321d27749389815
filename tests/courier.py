"""A process of its own that delivers, and can be killed between any two steps.

Usage: courier.py DATABASE_URL MAIL_URL resend|hold LEASE_SECONDS CONNECTIONS [STEP NUMBER SIGNAL]
"""

import os
import signal
import sys

from post import NOW

from actions.deliver import deliver
from models.store import open_database
from notifications.delivery.settings import MailSettings


class KillAt:
    """Sends this process a signal when it comes to `step` for the `number`th time."""

    def __init__(self, step: str = "", number: str = "0", name: str = "SIGKILL") -> None:
        self.step, self.left, self.signal = step, int(number), signal.Signals[name]

    def __call__(self, step: str) -> None:
        if step == self.step:
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), self.signal)


def main() -> None:
    database, url, ambiguous, lease, connections, *kill = sys.argv[1:]
    assert ambiguous in {"resend", "hold"}
    mail = MailSettings(
        url=url,
        ambiguous="hold" if ambiguous == "hold" else "resend",
        lease_seconds=float(lease),
        data_seconds=float(lease),
        connections=int(connections),
    )
    engine = open_database(database)
    deliver(engine, now=NOW, mail=mail, at_step=KillAt(*kill))


if __name__ == "__main__":
    main()
