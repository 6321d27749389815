"""A council in a real database, as the tests of actions and flows find it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

from builders import AUTUMN_22, DURING_24, a_deadline
from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session

from actions.answers import Answered, Progress, find_activity, report_progress
from actions.approve_plan import approve_plan
from actions.councils import ensure_council
from actions.decide import Verdict, decide
from actions.deliver import deliver
from actions.escalate import escalate
from actions.evaluate import Evaluated, evaluate
from actions.import_plan import Imported, import_plan
from actions.office import Office
from actions.people import DirectoryRow, PeopleImported, import_people
from actions.planned_change import PlannedChange
from actions.post import Posted
from actions.remind import remind
from deadlines.deadline import Deadline
from models.queries import plans
from models.store import transaction
from models.tables.following import Escalation
from models.tables.mail import OutboxMessage
from models.tables.people import Council
from models.tables.plans import Activity
from notifications.delivery.settings import MailSettings
from rules.policy import Policy
from rules.working_days import WorkingCalendar

GROUP = "Handledargruppen"
MEMBERS = ("Anna Ek", "Bo Asp")
COMMITTEE = ("Eva Holm", "Frans Lilja")
SECRETARY = "Greta Ny"
MONDAY = date(2022, 11, 28)
LATE = date(2023, 2, 6)


def a_row(number: str, deadline: Deadline | None, **given: Any) -> dict[str, Any]:
    return {
        "number": number,
        "description": f"Aktivitet {number} som gruppen ska göra klar",
        "responsible": GROUP,
        "deadline": written(deadline),
        "methods": [],
        "source": {"text": f"{number}. rad", "line": int(number)},
        "warnings": [],
    } | given


def written(deadline: Deadline | None) -> dict[str, Any] | None:
    if deadline is None:
        return None
    return {
        "text": deadline.text,
        "kind": deadline.kind,
        "start": deadline.start and deadline.start.isoformat(),
        "due": deadline.due and deadline.due.isoformat(),
        "precision": deadline.precision,
        "edtf": deadline.edtf,
        "note": deadline.note,
    }


YEAR_END = a_deadline("by", due=date(2022, 12, 31), precision="year", text="Vid årets slut")
RUNNING = a_deadline("ongoing", precision="ongoing", text="fortlöpande")


def a_plan(rows: Sequence[dict[str, Any]] | None = None, **given: Any) -> dict[str, Any]:
    """Two activities for this autumn, one for 2024, and two reporting duties."""
    duties = [("Rapportera fortlöpande.", RUNNING), ("Återrapport vid årets slut.", YEAR_END)]
    return {
        "title": None,
        "language": "sv",
        "group": GROUP,
        "commissioner": "Rådet",
        "owner": "Arbetsutskottet",
        "goals": [],
        "requirements": [],
        "members": [
            {"name": name, "organisation": "Region Insjön", "principal": "region"}
            for name in MEMBERS
        ],
        "activities": list(rows)
        if rows is not None
        else [a_row("1", AUTUMN_22), a_row("2", AUTUMN_22), a_row("3", DURING_24)],
        "methods": [],
        "reporting": [
            {"text": text, "deadline": written(when), "source": {"text": text}}
            for text, when in duties
        ],
        "warnings": [],
    } | given


def address(name: str) -> str:
    return f"{name.lower().replace(' ', '.')}@example.se"


def a_person(name: str, *roles: tuple[str, str | None], language: str = "sv") -> DirectoryRow:
    return DirectoryRow(name, address(name), "Region Insjön", cast("Any", language), roles)


@dataclass
class House:
    """One council and the days that it lives through."""

    engine: Engine
    policy: Policy = field(default_factory=lambda: Policy(welcome=False))
    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)
    slug: str = "council"
    mail: MailSettings = field(
        default_factory=lambda: MailSettings(sender="Tidplan <tidplan@example.se>")
    )

    @contextmanager
    def open(self) -> Iterator[tuple[Session, Council]]:
        with transaction(self.engine) as session:
            yield session, ensure_council(session, name="Rådet", language="sv", slug=self.slug)

    def people(self, *rows: DirectoryRow) -> PeopleImported:
        everyone = rows or (
            *(a_person(name) for name in MEMBERS),
            *(a_person(name, ("committee", None)) for name in COMMITTEE),
            a_person(SECRETARY, ("secretariat", None)),
        )
        with self.open() as (session, council):
            return import_people(
                session, council_id=council.id, rows=everyone, actor="test", now=noon(MONDAY)
            )

    def imports(self, content: dict[str, Any], *, sha256: str = "0") -> Imported:
        with self.open() as (session, council):
            return import_plan(
                session,
                council_id=council.id,
                content=content,
                document="plan.docx",
                sha256=sha256,
                reference=date(2022, 2, 1),
                actor="test",
                now=noon(date(2022, 2, 1)),
            )

    def approves(self, today: date = date(2022, 2, 1)) -> None:
        with self.open() as (session, council):
            approve_plan(
                session,
                draft=plans(session, council.id)[-1],
                actor="test",
                today=today,
                now=noon(today),
            )

    def follows(self, content: dict[str, Any] | None = None) -> None:
        """People, plan and approval in one."""
        self.people()
        self.imports(content or a_plan())
        self.approves()

    def revises(
        self, content: dict[str, Any], today: date = date(2022, 12, 1)
    ) -> list[PlannedChange]:
        """A new version, approved; what it changed."""
        changes = self.imports(content).changes
        self.approves(today)
        return [one for one in changes if one.change != "same"]

    def activities(self) -> dict[str, Activity]:
        with transaction(self.engine) as session:
            return {one.uid: one for one in session.scalars(select(Activity))}

    def cases(self) -> list[Escalation]:
        with transaction(self.engine) as session:
            return list(session.scalars(select(Escalation).order_by(Escalation.id)))

    def office(self, council: Council, today: date) -> Office:
        return Office(council, today, noon(today), self.policy, self.calendar, self.mail, {})

    def evaluates(self, today: date) -> Evaluated:
        with self.open() as (session, council):
            return evaluate(session, self.office(council, today))

    def escalates(self, today: date) -> Posted:
        with self.open() as (session, council):
            return escalate(session, self.office(council, today))

    def reminds(self, today: date) -> Posted:
        with self.open() as (session, council):
            return remind(session, self.office(council, today))

    def lives(self, today: date) -> list[str]:
        """All of a day; who was written to. Without a mail address set, letters stay queued."""
        self.evaluates(today)
        written = self.escalates(today).letters + self.reminds(today).letters
        if self.mail.url is not None:
            deliver(self.engine, now=noon(today), mail=self.mail)
        return written

    def sends(self) -> None:
        """As if everything queued had arrived."""
        with transaction(self.engine) as session:
            session.execute(
                update(OutboxMessage)
                .where(OutboxMessage.state == "queued")
                .values(state="sent", sent_at=noon(MONDAY))
            )

    def hears(
        self, name: str, status: Any, *, today: date, new: Deadline | None = None
    ) -> Answered:
        with self.open() as (session, council):
            activity = find_activity(session, council_id=council.id, name=name)
            answer = Progress(
                status=status, said_by="Anna Ek", comment="Så här gick det", new_deadline=new
            )
            return report_progress(session, activity, answer, today=today, now=noon(today))

    def rules(self, case_id: int, verdict: Verdict, *, today: date) -> Answered:
        with self.open() as (session, council):
            return decide(
                session,
                council_id=council.id,
                case_id=case_id,
                verdict=verdict,
                decided_by="Eva Holm",
                today=today,
                now=noon(today),
            )

    def outbox(self, *, day: date | None = None) -> list[OutboxMessage]:
        """All that was not taken back."""
        wanted = (
            select(OutboxMessage)
            .where(OutboxMessage.state != "cancelled")
            .order_by(OutboxMessage.id)
        )
        with transaction(self.engine) as session:
            return list(session.scalars(wanted.where(OutboxMessage.day == day) if day else wanted))

    def activity(self, number: str) -> Activity:
        """As it stands now; no duty to report is meant."""
        with transaction(self.engine) as session:
            return session.scalars(
                select(Activity).where(Activity.number == number, Activity.kind == "activity")
            ).one()

    def letter_to(self, name: str, *, day: date) -> str:
        """The text part of the one letter."""
        [found] = [one for one in self.outbox(day=day) if one.recipient == address(name)]
        return text_of(found.content)


def text_of(content: bytes) -> str:
    parsed = cast("EmailMessage", message_from_bytes(content, policy=default))
    part = parsed.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
