"""What a group's page shows, and one activity's history; to whom they are open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from actions.proposals_shown import proposal_views
from actions.situations import about
from models import history_queries as past
from models.ledger import moves_of
from models.link_queries import asked_in, cases_in
from models.people_queries import roles_in
from models.proposal_queries import proposals_about
from models.queries import group_activities
from models.tables.following import Escalation
from models.tables.links import ActionLink
from models.tables.people import Group, Person
from models.tables.plans import Activity
from models.values import Reason
from notifications.letter import About
from rules.working_days import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Row:
    """One activity. moves: how often it has moved, and by how many days in all."""

    about: About
    responsible: str | None
    status: str
    health: str | None
    moves: tuple[int, int]
    next_on: date | None
    priority: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an activity (`what`: keys `history.…`)."""

    on: date
    what: Reason
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    about: About
    document: str
    events: tuple[Event, ...]


def open_groups(session: Session, link: ActionLink, *, today: date) -> set[int] | None:
    """The groups that a link's reader may look at; None is all of them."""
    memberships = past.memberships_of(session, link.council_id, link.person_id, today)
    if any(one.group.kind in past.SEE_ALL for one in memberships):
        return None
    asked = {one.group_id for one in asked_in(session, link.message_id)}
    shown = {case.activity.group_id for case in cases_in(session, link.message_id)}
    return asked | shown | {one.group_id for one in memberships}


def own_groups(session: Session, link: ActionLink, *, today: date) -> set[int]:
    """The groups for which a link's reader may propose something."""
    memberships = past.memberships_of(session, link.council_id, link.person_id, today)
    asked = {one.group_id for one in asked_in(session, link.message_id)}
    return asked | {one.group_id for one in memberships if one.group.kind == "working_group"}


def colleagues(session: Session, link: ActionLink, *, today: date) -> list[Person]:
    """The others of the reader's groups who can be reached: those who may stand in."""
    groups = {
        one.group_id
        for one in past.memberships_of(session, link.council_id, link.person_id, today)
    }
    found = {
        one.person.id: one.person
        for one in roles_in(session, link.council_id, today, groups)
        if one.person.id != link.person_id and one.person.email
    }
    return sorted(found.values(), key=lambda person: person.name)


def group_for(session: Session, link: ActionLink, group_id: int, *, today: date) -> Group | None:
    """None when there is no such group, or it is not this reader's."""
    allowed = open_groups(session, link, today=today)
    if allowed is not None and group_id not in allowed:
        return None
    return past.group_with_id(session, link.council_id, group_id)


def group_rows(session: Session, group: Group, *, calendar: WorkingCalendar) -> tuple[Row, ...]:
    activities = group_activities(session, group.id)
    moves = moves_of(session, [one.id for one in activities])
    activities = sorted(activities, key=lambda one: one.closed_on is not None)
    return tuple(_row(one, moves.get(one.id, (0, 0)), calendar) for one in activities)


def _row(activity: Activity, moves: tuple[int, int], calendar: WorkingCalendar) -> Row:
    closed, ask_on = activity.closed_on is not None, activity.ask_on
    return Row(
        about=about(activity),
        responsible=activity.responsible,
        status=activity.status,
        health=None if closed else activity.health,
        moves=moves,
        next_on=None if closed or ask_on is None else calendar.on_or_after(ask_on),
        priority=activity.priority,
    )


def activity_for(
    session: Session, link: ActionLink, activity_id: int, *, today: date
) -> Activity | None:
    found = past.activity_with_id(session, link.council_id, activity_id)
    allowed = open_groups(session, link, today=today)
    if found is None or (allowed is not None and found.group_id not in allowed):
        return None
    return found


def history_of(session: Session, activity: Activity) -> History:
    """All that happened, the newest first."""
    events = [
        *_answers(session, activity),
        *_moves(session, activity),
        *_proposals(session, activity),
        *(event for case in past.cases_on(session, activity.id) for event in _case(case)),
        *_letters(past.letters_about(session, activity.id)),
    ]
    ordered = sorted(events, key=lambda event: event.on, reverse=True)
    return History(about(activity), str(activity.source.get("text", "")), tuple(ordered))


def _answers(session: Session, activity: Activity) -> Iterator[Event]:
    for report in past.reports_on(session, activity.id):
        key = "history.undone" if report.undone_at else "history.answer"
        what = Reason(key, {"by": report.said_by, "status": report.status})
        said = filter(None, (report.comment, report.new_wording, report.evidence))
        yield Event(report.reported_on, what, " – ".join(said) or None)


def _moves(session: Session, activity: Activity) -> Iterator[Event]:
    for move in past.moves_on(session, activity.id):
        values = {"by": move.moved_by, "before": move.from_wording, "after": move.to_wording}
        yield Event(move.moved_on, Reason("history.move", values))


def _proposals(session: Session, activity: Activity) -> Iterator[Event]:
    for one in proposal_views(session, proposals_about(session, activity.council_id, activity.id)):
        values = {"by": one.by, "proposal": one.kind}
        yield Event(one.on, Reason("history.proposal", values), one.reason)
        if one.settled_on is not None:
            yield Event(one.settled_on, one.how)


def _case(case: Escalation) -> Iterator[Event]:
    yield Event(case.opened_on, Reason("history.case", {"number": case.id}))
    if case.decision and case.decided_on:
        values = {"decided_by": str(case.decided_by), "decision": case.decision}
        yield Event(case.decided_on, Reason("resolved.decided", values))


def _letters(letters: Sequence[tuple[date, str]]) -> Iterator[Event]:
    """One line a day, with all who got one."""
    for day in dict.fromkeys(day for day, _ in letters):
        names = ", ".join(name for on, name in letters if on == day)
        yield Event(day, Reason("history.mail", {"names": names}))
