"""Sends what is queued and due: a transaction to claim, one to guard, one to settle each."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from functools import partial
from threading import Lock

from sqlalchemy import Connection, Engine

from actions.deliver_channels import deliver_channels
from actions.withdraw import withdraw_stale
from language.problems import Problem
from models.shared_transactions import SharedTransactions
from models.store import DatabaseUnreachableError, transaction
from models.tables.mail import RelayRest
from notifications.addresses import read_mailbox
from notifications.delivery import leases, recovery
from notifications.delivery.breaker import Breaker
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


class RelayRestsError(Problem):
    """The relay has refused before, and is left alone for a while; all mail waits."""

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

    def count(self, state: str, claimed: Claimed) -> None:
        """What became of one attempt."""
        self.sent += state == "sent"
        self.failed += state == "failed"
        self.uncertain += state == "uncertain"
        self.resent += state == "sent" and claimed.copies > 0


def go_on(_step: str) -> None:
    """Between two steps of an attempt; crash tests stop here instead."""


def deliver(
    engine: Engine,
    *,
    now: datetime,
    mail: MailSettings,
    limit: int | None = None,
    patient: bool = False,
    at_step: Step = go_on,
) -> Delivered:
    """Sends until nothing is due. Any number of these may run at the same time.

    patient: as those that come by the clock; a relay that has refused is left alone for a while.
    """
    done = Delivered()
    route = mail.route
    if route is None:
        done.relay_problem = NoMailUrlError()
    else:
        breaker = Breaker(route.shown, patient=patient, try_seconds=2 * mail.command_seconds)
        _Run(engine, now, mail, route, breaker, at_step, done, limit).until_nothing_is_due()
    if mail.channels:
        deliver_channels(engine, now=now, mail=mail, count=done.count)
    with transaction(engine) as session:
        done.waiting = recovery.count_waiting(session)
    return done


@dataclass(slots=True)
class _Run:
    """What the couriers of one run share; each has a conversation with the relay of its own."""

    engine: Engine
    now: datetime
    mail: MailSettings
    route: Relay | Folder
    breaker: Breaker
    at_step: Step
    done: Delivered
    limit: int | None
    ledger: SharedTransactions = field(init=False)
    pace: Pace = field(init=False)
    lock: Lock = field(init=False, default_factory=Lock)

    def __post_init__(self) -> None:
        self.ledger = SharedTransactions(self.engine)
        longest = self.mail.lease_seconds / 2
        self.pace = Pace(self.ledger, self.route.shown, self.mail.rate, longest=longest)

    def until_nothing_is_due(self) -> None:
        try:
            self._until_nothing_is_due()
        finally:
            self.ledger.close()

    def _until_nothing_is_due(self) -> None:
        with transaction(self.engine) as session:
            recovery.free_dead_leases(session)
            withdraw_stale(session, now=self.now)
            aside = recovery.set_aside(session, self.mail, now=self.now)
            rest = self.breaker.may_try(session)
        self.done.uncertain += aside["uncertain"]
        self.done.failed += aside["failed"]
        if rest is not None:
            self.done.relay_problem = rests(rest, zone=self.now.tzinfo)
            return
        first = self._claim_first()
        if first is None:
            return
        connections = 1 if self.breaker.trying else self.mail.connections
        with ThreadPoolExecutor(connections) as pool:
            others = [pool.submit(self._courier) for _ in range(connections - 1)]
            mine = self._courier(first)
            ends = [mine, *(other.result() for other in others)]
        self._tell_of_the_relay(ends)

    def _courier(self, claimed: Claimed | None = None) -> Outcome | None:
        """Carries until nothing is due, or until the relay says no; what it said then."""
        claimed = claimed or self._claim_first()
        if claimed is None:
            return None
        carrier = open_carrier(self.mail, self.route)
        try:
            while claimed is not None:
                if not self.pace.wait():
                    self._give_back(claimed)
                    return None
                self.at_step("claimed")
                outcome = self._carry(carrier, claimed)
                self.at_step("replied")
                claimed = self._settle(claimed, outcome)
                self.at_step("settled")
        finally:
            carrier.close()
        return outcome if outcome.result == "relay" else None

    def _tell_of_the_relay(self, ends: list[Outcome | None]) -> None:
        """A relay that takes fewer connections than we offer has served us all the same."""
        refused = [end for end in ends if end is not None]
        no_more = len(refused) == len(ends) or (refused and not self.done.sent)
        with transaction(self.engine) as session:
            if not no_more or self.done.sent:
                self.breaker.note_service(session)
            if no_more:
                self.breaker.note_refusal(session, refused[0], now=self.now)
        if no_more:
            end = refused[0]
            self.done.relay_problem = RelayDownError(
                relay=self.breaker.relay, why=end.reply, stage=end.stage
            )

    def _may_claim(self) -> bool:
        """Counts down to the limit."""
        with self.lock:
            if self.limit is not None:
                self.limit -= 1
            return self.limit is None or self.limit >= 0

    def _claim_first(self) -> Claimed | None:
        if not self._may_claim():
            return None
        return self.ledger.write(lambda connection: leases.claim(connection, self.mail))

    def _give_back(self, claimed: Claimed) -> None:
        """Its turn comes after its lease would have ended: a later run sends it."""
        self.ledger.write(partial(leases.give_back, claimed=claimed))

    def _carry(self, carrier: Carrier, claimed: Claimed) -> Outcome:
        redirect, bounces = self.mail.redirect, self.mail.bounces
        parcel = Parcel(
            sender=bounces.envelope(claimed.id) if bounces else claimed.sender,
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
        ours = self.ledger.write(lambda connection: leases.guard(connection, claimed, self.mail))
        self.at_step("guarded")
        return ours

    def _settle(self, claimed: Claimed, outcome: Outcome) -> Claimed | None:
        """Settling and claiming the next share a transaction, so that neither waits twice."""
        goes_on = outcome.result != "relay" and self._may_claim()
        work = partial(self._settled, claimed=claimed, outcome=outcome, goes_on=goes_on)
        try:
            state, following = self.ledger.write(work)
        except DatabaseUnreachableError:
            # The mail has left: one more try, over a new connection, before it becomes a doubt.
            state, following = self.ledger.write(work)
        with self.lock:
            self.done.count(state, claimed)
        return following

    def _settled(
        self, connection: Connection, *, claimed: Claimed, outcome: Outcome, goes_on: bool
    ) -> tuple[str, Claimed | None]:
        state = leases.settle(connection, claimed, outcome, now=self.now, mail=self.mail)
        return state, leases.claim(connection, self.mail) if goes_on else None


def file_name(claimed: Claimed) -> str:
    """One per message, so that a repeated write replaces its file."""
    recipient = "".join(
        each if each.isalnum() or each in "@.-+_" else "_" for each in claimed.recipient
    )
    return f"{claimed.day}_{recipient}_{claimed.kind}_{claimed.message_id[1:9]}.eml"


def rests(rest: RelayRest, *, zone: tzinfo | None) -> RelayRestsError:
    """until: when it is tried next, as the clock on the wall says."""
    until = datetime.fromtimestamp(rest.next_try, zone or UTC)
    return RelayRestsError(
        relay=rest.relay,
        why=rest.problem,
        stage=rest.stage,
        refusals=rest.refusals,
        until=f"{until:%Y-%m-%d %H:%M}",
    )
