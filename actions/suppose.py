"""Answers and decisions that people might give, on the copy that a look into the future uses."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from actions.answers import Progress, report_progress
from actions.decide import Verdict, decide
from actions.office import Office
from deadlines.conventions import Conventions
from deadlines.deadline import Deadline
from models.mail_queries import LetterLine
from models.queries import activities_named, case
from models.tables.plans import Activity
from reports.foreseen import Foreseen, Future, Said
from rules.supposed import (
    Answering,
    SupposedAnswer,
    decision_comes_after,
    supposed_answer,
    supposed_decision,
)

PARKED = timedelta(days=60)
Waiting = TypeVar("Waiting", bound=tuple[Any, ...])


@dataclass(frozen=True, slots=True)
class Supposing:
    """Who answers; the seed picks one of many courses that a mix may take."""

    answering: Answering = "nobody"
    seed: int = 1


NOBODY = Supposing()


class Suppositions:
    """What was asked, and comes in later: each question once, from the first who was asked."""

    def __init__(self, supposing: Supposing, conventions: Conventions) -> None:
        self._conventions = conventions
        self._by: dict[str, Any] = asdict(supposing)
        self._silence = supposing.answering == "nobody"
        self._asked: set[str] = set()
        self._answers: list[tuple[date, str, str, SupposedAnswer]] = []
        self._decisions: list[tuple[date, int, str]] = []

    def are_made_of(self, letter: Foreseen, lines: Sequence[LetterLine], office: Office) -> None:
        """The letter's questions, and when something will be said to them."""
        for line in () if self._silence else lines:
            question = f"{line.uid}/{line.case_id or ''}/{line.occasion}"
            if question in self._asked or line.occasion.startswith("gap/"):
                continue
            self._asked.add(question)
            if line.case_id is None:
                self._ask(question, letter.name, line, office)
            else:
                self._put(question, letter.name, line.case_id, office)

    def _ask(self, question: str, name: str, line: LetterLine, office: Office) -> None:
        left = (line.due - office.today).days if line.due else None
        answer = supposed_answer(question, days_left=left, **self._by)
        if answer is not None:
            self._answers.append((_workday(office, answer.after), line.uid, name, answer))

    def _put(self, question: str, name: str, case_id: int, office: Office) -> None:
        after = decision_comes_after(question, **self._by)
        if after is not None:
            self._decisions.append((_workday(office, after), case_id, name))

    def come_in(self, session: Session, office: Office, future: Future) -> None:
        """What people have said by this morning."""
        self._answers, answers = _parted(self._answers, office.today)
        for _, uid, name, answer in answers:
            self._answer(session, office, uid, name, answer, future)
        self._decisions, decisions = _parted(self._decisions, office.today)
        for _, case_id, name in decisions:
            self._decide(session, office, case_id, name, future)

    def _answer(
        self,
        session: Session,
        office: Office,
        uid: str,
        name: str,
        answer: SupposedAnswer,
        future: Future,
    ) -> None:
        """Nothing, where the activity was closed meanwhile."""
        [activity] = activities_named(session, office.council.id, uid)
        if activity.closed_on is not None:
            return
        later = _later(activity, answer, office.today) if answer.later else None
        report_progress(
            session,
            activity,
            Progress(status=answer.status, said_by=name, new_deadline=later),
            today=office.today,
            now=office.now,
            conventions=self._conventions,
        )
        what = "more_time" if answer.later else answer.status
        future.answers.append(Said(office.today, uid, name, what))

    def _decide(
        self, session: Session, office: Office, case_id: int, name: str, future: Future
    ) -> None:
        """Nothing, where the case was settled meanwhile."""
        held = case(session, office.council.id, case_id)
        if held is None or held.closed_on or held.parked_until:
            return
        uid, wish = held.activity.uid, held.proposed is not None
        decision = supposed_decision(f"{uid}/{held.level}", wish=wish, **self._by)
        until = office.today + PARKED if decision == "park" else None
        decide(
            session,
            council_id=office.council.id,
            case_id=case_id,
            verdict=Verdict(decision, until=until),
            decided_by=name,
            today=office.today,
            now=office.now,
        )
        future.decisions.append(Said(office.today, uid, name, decision))


def _parted(waiting: list[Waiting], today: date) -> tuple[list[Waiting], list[Waiting]]:
    """What is still to come, and what is there."""
    later = [one for one in waiting if one[0] > today]
    return later, [one for one in waiting if one[0] <= today]


def _workday(office: Office, after: int) -> date:
    return office.calendar.on_or_after(office.today + timedelta(days=after))


def _later(activity: Activity, answer: SupposedAnswer, today: date) -> Deadline:
    due = max(activity.due or today, today) + timedelta(days=answer.later)
    return Deadline(text=str(due), kind="by", start=None, due=due, precision="day")
