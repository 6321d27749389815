"""Any course of days, answers, decisions, absences, new plans and lost mail."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from office import MEMBERS, a_plan, a_row, noon
from silence import KINDS, a_house, assert_never_silent
from sqlalchemy import func, select, update

from actions.absences import come_back, go_away
from actions.decide import Verdict
from config.calendar import CalendarChoices, working_calendar
from models.people_queries import people_by_name
from models.store import transaction
from models.tables.absences import Absence
from models.tables.following import Escalation
from models.tables.mail import OutboxMessage
from models.tables.plans import Activity
from rules.policy import Policy
from rules.recipients import name_key

# A leap day, an ISO week 53 over New Year, both nights on which clocks change, and July's pause.
BEGINNINGS = (
    date(2024, 2, 26),
    date(2020, 12, 28),
    date(2026, 3, 27),
    date(2026, 10, 23),
    date(2023, 6, 26),
)
KIND = st.sampled_from(sorted(KINDS))
POLICIES = st.builds(
    Policy,
    welcome=st.just(False),
    overdue=st.sampled_from([(1, 8, 22, 50), (3, 10), (7, 14, 28)]),
    check_in=st.integers(7, 91),
    quiet=st.integers(0, 7),
    escalate=st.sampled_from([(14, 70), (10, 20, 30)]),
    gaps=st.integers(1, 28),
)


class AnyCourse(RuleBasedStateMachine):
    """empty: a migrated database to copy."""

    empty: Path

    @initialize(
        begin=st.sampled_from(BEGINNINGS),
        kinds=st.lists(KIND, min_size=1, max_size=3),
        policy=POLICIES,
    )
    def follow(self, begin: date, kinds: list[str], policy: Policy) -> None:
        self.folder = TemporaryDirectory(prefix="tidplan-course-")
        file = Path(self.folder.name) / "house.db"
        file.write_bytes(self.empty.read_bytes())
        self.house = a_house(f"sqlite:///{file}", Path(self.folder.name))
        self.house.policy = policy
        self.house.calendar = working_calendar(CalendarChoices(), around=begin)
        self.today = self.ran = begin
        self.versions, self.kinds = 1, kinds
        self.house.people()
        self._import(kinds)
        self.house.lives(begin)

    def _import(self, kinds: list[str]) -> None:
        """A revision that changes nothing leaves nothing to approve."""
        rows = [a_row(str(number), KINDS[kind]) for number, kind in enumerate(kinds, 1)]
        if not self.house.imports(a_plan(rows), sha256=str(self.versions)).unchanged:
            self.house.approves(self.today)

    def teardown(self) -> None:
        if hasattr(self, "house"):
            self.house.engine.dispose()
            self.folder.cleanup()

    @rule(days=st.sampled_from([1, 1, 2, 3, 5, 8, 13, 30, 45]))
    def some_days_later(self, days: int) -> None:
        """Those between are skipped."""
        self.today += timedelta(days=days)
        self.house.calendar = working_calendar(CalendarChoices(), around=self.today)
        self.house.lives(self.today)
        self.ran = self.today

    @rule()
    def the_day_again(self) -> None:
        self.house.lives(self.today)
        before = self._counted()
        assert self.house.lives(self.today) == []
        assert self._counted() == before

    def _counted(self) -> list[tuple[int, int, date]]:
        with transaction(self.house.engine) as session:
            cases = session.execute(
                select(Escalation.id, Escalation.level, Escalation.raised_on)
            ).tuples()
            letters = session.scalar(select(func.count()).select_from(OutboxMessage))
            return [*cases, (0, letters or 0, self.today)]

    @rule(number=st.integers(1, 3), status=st.sampled_from(["in_progress", "blocked", "done"]))
    def somebody_answers(self, number: int, status: str) -> None:
        if number <= len(self.kinds):
            self.house.hears(str(number), status, today=self.today)

    @precondition(lambda self: self._open_cases())
    @rule(verdict=st.sampled_from(["drop", "raise", "park", "reassign"]), which=st.integers(0, 9))
    def the_committee_decides(self, verdict: str, which: int) -> None:
        cases = self._open_cases()
        more = {
            "park": {"until": self.today + timedelta(days=40)},
            "reassign": {"to": MEMBERS[1]},
        }
        decision = Verdict(verdict, **more.get(verdict, {}))
        self.house.rules(cases[which % len(cases)], decision, today=self.today)

    def _open_cases(self) -> list[int]:
        with transaction(self.house.engine) as session:
            held = select(Escalation.id).where(Escalation.closed_on.is_(None))
            return list(session.scalars(held.order_by(Escalation.id)))

    @rule(name=st.sampled_from(MEMBERS), days=st.integers(0, 40), back=st.booleans())
    def somebody_is_away(self, name: str, days: int, back: bool) -> None:
        with self.house.open() as (session, council):
            [person] = people_by_name(session, council.id, name_key(name))
            if back:
                come_back(session, person=person, actor="t", today=self.today, now=self._now)
                return
            span = (self.today, self.today + timedelta(days=days))
            go_away(
                session,
                person=person,
                days=span,
                instead=None,
                actor="t",
                today=self.today,
                now=self._now,
            )

    @property
    def _now(self):
        return noon(self.today)

    @rule(kind=KIND)
    def the_plan_is_revised(self, kind: str) -> None:
        self.versions += 1
        self.kinds = [*self.kinds[:-1], kind]
        self._import(self.kinds)
        self.house.evaluates(self.today)

    @rule()
    def the_last_mail_bounces(self) -> None:
        with transaction(self.house.engine) as session:
            last = select(func.max(OutboxMessage.id)).scalar_subquery()
            session.execute(
                update(OutboxMessage)
                .where(OutboxMessage.id == last, OutboxMessage.state == "sent")
                .values(state="bounced", sent_at=None)
            )

    @invariant()
    def nothing_is_silent(self) -> None:
        self.house.evaluates(self.today)
        assert_never_silent(self.house, self.today)

    @invariant()
    def one_mail_a_person_a_day_on_days_on_which_people_work(self) -> None:
        letters = Counter((one.person_id, one.day) for one in self.house.outbox())
        assert set(letters.values()) <= {1}
        days = {day for _, day in letters}
        assert [
            day
            for day in days
            if not working_calendar(CalendarChoices(), around=day).is_working(day)
        ] == []

    @invariant()
    def one_open_case_an_activity(self) -> None:
        with transaction(self.house.engine) as session:
            held = select(Escalation.activity_id).where(Escalation.closed_on.is_(None))
            cases = Counter(session.scalars(held))
        assert set(cases.values()) <= {1}

    @invariant()
    def what_came_up_was_asked_where_somebody_is_there(self) -> None:
        """Unless people are away, a question waits no longer than the quiet days and a week."""
        with transaction(self.house.engine) as session:
            away = session.scalar(select(func.count()).select_from(Absence))
            cases = session.scalar(select(func.count()).select_from(Escalation))
            waiting = session.scalars(
                select(Activity.ask_on).where(
                    Activity.closed_on.is_(None), Activity.ask_on < self.ran - timedelta(days=60)
                )
            ).all()
        assert away or cases or list(waiting) == []


def run(empty: Path, examples: int, steps: int) -> None:
    machine = type("Course", (AnyCourse,), {"empty": empty})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            # Explaining traces every line, and would end in a timeout that hides what failed.
            phases=[phase for phase in Phase if phase is not Phase.explain],
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_no_course_makes_anything_silent_or_says_it_twice(empty_sqlite: Path) -> None:
    run(empty_sqlite, examples=6, steps=10)


@pytest.mark.soak
def test_many_long_courses(empty_sqlite: Path) -> None:
    run(empty_sqlite, examples=150, steps=40)
