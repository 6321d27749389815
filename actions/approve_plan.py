"""A draft that a person approves becomes activities; answers stay with theirs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from actions.audit import record
from actions.import_plan import NO_DEADLINE, kept_activities, plan_changes
from actions.people import ensure_membership, ensure_organisation
from actions.report_backs import in_year
from deadlines.deadline import Deadline
from language.problems import Problem
from models.plan_content import plan_from_json
from models.queries import approved_plan, group_activities, people_by_name
from models.tables.people import Group, Membership, Person
from models.tables.plans import Activity, DeadlineMove, PlanVersion
from models.values import Plan, PlanActivity, PlanMember
from rules.differences import Difference
from rules.recipients import name_key


class NothingToApproveError(Problem):
    """No draft waits for approval."""


def approve_plan(
    session: Session, *, draft: PlanVersion, actor: str, today: date, now: datetime
) -> list[tuple[Difference, str]]:
    """Apply a draft: members, activities and report-backs; answers stay with their activities."""
    if draft.state != "draft":
        raise NothingToApproveError(plan=draft.id)
    plan = plan_from_json(draft.content)
    group = draft.group
    changes = plan_changes(session, group, plan)
    previous = approved_plan(session, group.id)
    _apply_members(session, group, plan, previous, today=today)
    _apply_rows(session, draft, plan, [one for one, _ in changes], actor=actor, today=today)
    if previous is not None:
        previous.state = "superseded"
    draft.state, draft.approved_at, draft.approved_by = "approved", now, actor
    session.flush()
    _add_report_backs(session, draft, plan, today=today)
    record(
        session,
        council_id=draft.council_id,
        now=now,
        actor=actor,
        action="plan.approve",
        subject=group.slug,
        document=draft.document,
        changes=[one.change for one, _ in changes],
    )
    return changes


def _apply_members(
    session: Session, group: Group, plan: Plan, previous: PlanVersion | None, *, today: date
) -> None:
    for member in plan.members:
        ensure_membership(session, group, _person(session, group.council_id, member), "member")
    if previous is not None:
        named = {name_key(member.name) for member in plan.members}
        left = {name_key(member["name"]) for member in previous.content["members"]} - named
        _end_memberships(session, group, left, today)


def _person(session: Session, council_id: int, member: PlanMember) -> Person:
    """The one of that name in the directory, or a new one whose address is still missing."""
    namesakes = people_by_name(session, council_id, name_key(member.name))
    person = _best(namesakes, member)
    if person is None:
        person = Person(
            council_id=council_id,
            name=member.name,
            name_key=name_key(member.name),
            language="sv",
            organisation=None,
        )
        session.add(person)
    if member.organisation and person.organisation is None:
        person.organisation = ensure_organisation(
            session, council_id, member.organisation, member.principal
        )
    session.flush()
    return person


def _best(namesakes: Sequence[Person], member: PlanMember) -> Person | None:
    """A single namesake; of several, the one at the same place, else whom a plan brought."""
    if len(namesakes) == 1:
        return namesakes[0]
    wanted = name_key(member.organisation or "")
    same = [
        one for one in namesakes if one.organisation and name_key(one.organisation.name) == wanted
    ]
    brought = [one for one in namesakes if one.email is None]
    return next((found[0] for found in (same, brought) if len(found) == 1), None)


def _end_memberships(session: Session, group: Group, left: set[str], today: date) -> None:
    for membership in session.query(Membership).filter_by(group_id=group.id, until=None):
        person = session.get_one(Person, membership.person_id)
        if person.name_key in left:
            membership.until = max(today, membership.since or today)


def _apply_rows(
    session: Session,
    draft: PlanVersion,
    plan: Plan,
    changes: Sequence[Difference],
    *,
    actor: str,
    today: date,
) -> None:
    kept = kept_activities(session, draft.group)
    taken = {activity.uid for activity in group_activities(session, draft.group_id)}
    for one in changes:
        if one.after is None and one.before is not None:
            gone = kept[one.before]
            gone.status, gone.closed_on = (
                ("done", gone.closed_on) if gone.closed_on else ("cancelled", today)
            )
        elif one.before is None and one.after is not None:
            session.add(_new(draft, plan.activities[one.after], one.after, taken, today))
        elif one.before is not None and one.after is not None:
            if one.deadline_moved:
                session.add(
                    _move(kept[one.before], plan.activities[one.after], actor, draft, today)
                )
            _update(kept[one.before], draft, plan.activities[one.after], one.after, today)


def _new(
    draft: PlanVersion, row: PlanActivity, position: int, taken: set[str], today: date
) -> Activity:
    counted_from = draft.reference or today
    return Activity(
        council_id=draft.council_id,
        group_id=draft.group_id,
        plan_id=draft.id,
        uid=_uid(draft.group.slug, row.number, position, taken),
        kind="activity",
        position=position,
        number=row.number,
        description=row.description,
        responsible=row.responsible,
        methods=list(row.methods),
        source=source_as_json(row),
        deadline=row.deadline or NO_DEADLINE,
        status="not_started",
        reasons=[],
        counted_from=counted_from,
        next_review_on=counted_from,
    )


def _uid(slug: str, number: str | None, position: int, taken: set[str]) -> str:
    """Short, stable, and never used twice in a group."""
    wanted = f"{slug}-{(number or str(position + 1)).strip(' .').replace(' ', '-')}".lower()
    uid, copy = wanted, 2
    while uid in taken:
        uid, copy = f"{wanted}-v{copy}", copy + 1
    taken.add(uid)
    return uid


def source_as_json(row: PlanActivity) -> dict[str, Any]:
    source = row.source
    places = {"page": source.page, "table": source.table, "row": source.row, "line": source.line}
    return {"text": source.text} | {name: at for name, at in places.items() if at is not None}


def _update(
    activity: Activity, draft: PlanVersion, row: PlanActivity, position: int, today: date
) -> None:
    activity.plan_id = draft.id
    activity.position = position
    activity.number = row.number
    activity.description = row.description
    activity.responsible = row.responsible
    activity.methods = list(row.methods)
    activity.source = source_as_json(row)
    activity.deadline = row.deadline or NO_DEADLINE
    activity.next_review_on = min(activity.next_review_on, today)


def _move(
    activity: Activity, row: PlanActivity, actor: str, draft: PlanVersion, today: date
) -> DeadlineMove:
    return deadline_move(
        activity, row.deadline or NO_DEADLINE, by=actor, reason=draft.document, today=today
    )


def deadline_move(
    activity: Activity, to: Deadline, *, by: str, reason: str | None, today: date
) -> DeadlineMove:
    """A row of the slip ledger; the activity itself is changed by the caller."""
    return DeadlineMove(
        council_id=activity.council_id,
        activity_id=activity.id,
        moved_on=today,
        moved_by=by,
        reason=reason,
        from_wording=activity.wording,
        from_start=activity.start,
        from_due=activity.due,
        to_wording=to.text,
        to_start=to.start,
        to_due=to.due,
    )


def _add_report_backs(session: Session, draft: PlanVersion, plan: Plan, *, today: date) -> None:
    """Dated duties: one a year from the first to the plan's last year; others once."""
    known = {activity.uid for activity in group_activities(session, draft.group_id)}
    years = [row.deadline.due.year for row in plan.activities if row.deadline and row.deadline.due]
    for position, duty in enumerate(plan.reporting):
        deadline = duty.deadline or replace(NO_DEADLINE, text=duty.text)
        for year in _years(deadline, years):
            row = PlanActivity(None, duty.text, None, in_year(deadline, year or 0), duty.source)
            uid = _report_uid(draft.group.slug, year, position)
            if uid not in known:
                session.add(_report_back(draft, row, uid, position, today))


def _years(deadline: Deadline, years: Sequence[int]) -> Sequence[int | None]:
    if deadline.due is None:
        return [None]
    return range(deadline.due.year, max([deadline.due.year, *years]) + 1)


def _report_uid(slug: str, year: int | None, position: int) -> str:
    """The duty's place in the document keeps two duties of one year apart."""
    return f"{slug}-r{year}-{position + 1}" if year else f"{slug}-r-{position + 1}"


def _report_back(
    draft: PlanVersion, row: PlanActivity, uid: str, position: int, today: date
) -> Activity:
    report = _new(draft, row, position, set(), today)
    report.uid, report.kind = uid, "report_back"
    return report
