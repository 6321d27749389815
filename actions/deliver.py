"""Sends what is queued and due: a transaction to claim, one to guard, one to settle each."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from sqlalchemy import Engine

from language.problems import Problem
from models.store import DatabaseUnreachableError, transaction
from notifications.addresses import read_mailbox
from notifications.delivery import leases, recovery
from notifications.delivery.carrier import Carrier, open_carrier
from notifications.delivery.leases import Claimed
from notifications.delivery.outcome import Outcome, Parcel
from notifications.delivery.pace import Pace
from notifications.delivery.route import Folder, Relay
from notifications.delivery.settings import MailSettings

Step = Callable[[str], None]


class NoMailUrlError(Problem):
    """No relay is set: nothing is sent, all mail waits."""

    exit_code = 0


class RelayDownError(Problem):
    """The relay cannot be reached, or refuses us; all mail waits."""

    exit_code = 1


@dataclass(slots=True)
class Delivered:
    """What one run did.

    waiting: still in the queue afterwards, for another attempt or another worker.
    resent: of those sent, copies that may be the second; each is flagged in the outbox.
    """

    sent: int = 0
    failed: int = 0
    uncertain: int = 0
    resent: int = 0
    waiting: int = 0
    relay_problem: Problem | None = None
    tried: int = field(default=0, repr=False)


def go_on(_step: str) -> None:
    """Between two steps of an attempt; crash tests stop here instead."""


def deliver(
    engine: Engine,
    *,
    now: datetime,
    mail: MailSettings,
    limit: int | None = None,
    at_step: Step = go_on,
) -> Delivered:
    """Sends until nothing is due. Any number of these may run at the same time."""
    done = Delivered()
    route = mail.route
    if route is None:
        done.relay_problem = NoMailUrlError()
    else:
        _Run(engine, now, mail, route, at_step, done).until_nothing_is_due(limit)
    with transaction(engine) as session:
        done.waiting = recovery.count_waiting(session)
    return done


@dataclass(slots=True)
class _Run:
    engine: Engine
    now: datetime
    mail: MailSettings
    route: Relay | Folder
    at_step: Step
    done: Delivered

    def until_nothing_is_due(self, limit: int | None) -> None:
        claimed = self._begin() if limit is None or limit > 0 else None
        if claimed is None:
            return
        carrier = open_carrier(self.mail, self.route)
        pace = Pace(self.mail.rate)
        try:
            while claimed is not None:
                pace.wait()
                self.at_step("claimed")
                outcome = self._carry(carrier, claimed)
                self.at_step("replied")
                claimed = self._settle(claimed, outcome, limit)
                self.at_step("settled")
        finally:
            carrier.close()

    def _begin(self) -> Claimed | None:
        with transaction(self.engine) as session:
            recovery.free_dead_leases(session)
            aside = recovery.set_aside(session, self.mail, now=self.now)
            self.done.uncertain += aside["uncertain"]
            self.done.failed += aside["failed"]
            return leases.claim(session, self.mail)

    def _carry(self, carrier: Carrier, claimed: Claimed) -> Outcome:
        redirect = self.mail.redirect
        parcel = Parcel(
            sender=claimed.sender,
            recipient=read_mailbox(redirect).address if redirect else claimed.recipient,
            content=self._bytes(claimed),
            file_name=file_name(claimed),
        )
        return carrier.carry(parcel, partial(self._guard, claimed))

    def _bytes(self, claimed: Claimed) -> bytes:
        """As stored, with the letter's link made whole."""
        links = self.mail.links
        return (
            claimed.content
            if links is None
            else links.made_whole(claimed.content, claimed.message_id)
        )

    def _guard(self, claimed: Claimed) -> bool:
        self.at_step("addressed")
        with transaction(self.engine) as session:
            ours = leases.guard(session, claimed, self.mail)
        self.at_step("guarded")
        return ours

    def _settle(self, claimed: Claimed, outcome: Outcome, limit: int | None) -> Claimed | None:
        """Settling and claiming the next share a transaction, so that neither waits twice."""
        self.done.tried += 1
        goes_on = outcome.result != "relay" and (limit is None or self.done.tried < limit)
        try:
            state, following = self._settle_once(claimed, outcome, goes_on=goes_on)
        except DatabaseUnreachableError:
            # The mail has left: one more try, over a new connection, before it becomes a doubt.
            state, following = self._settle_once(claimed, outcome, goes_on=goes_on)
        self._count(state, claimed, outcome)
        return following

    def _settle_once(
        self, claimed: Claimed, outcome: Outcome, *, goes_on: bool
    ) -> tuple[str, Claimed | None]:
        with transaction(self.engine) as session:
            state = leases.settle(session, claimed, outcome, now=self.now, mail=self.mail)
            return state, leases.claim(session, self.mail) if goes_on else None

    def _count(self, state: str, claimed: Claimed, outcome: Outcome) -> None:
        self.done.sent += state == "sent"
        self.done.failed += state == "failed"
        self.done.uncertain += state == "uncertain"
        self.done.resent += state == "sent" and claimed.copies > 0
        if outcome.result == "relay":
            shown = self.route.shown if isinstance(self.route, Relay) else str(self.route.path)
            self.done.relay_problem = RelayDownError(
                relay=shown, why=outcome.reply, stage=outcome.stage
            )


def file_name(claimed: Claimed) -> str:
    """One per message, so that a repeated write replaces its file."""
    recipient = "".join(
        each if each.isalnum() or each in "@.-+_" else "_" for each in claimed.recipient
    )
    return f"{claimed.day}_{recipient}_{claimed.kind}_{claimed.message_id[1:9]}.eml"
