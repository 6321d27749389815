"""A draft that a person approves becomes activities; answers stay with theirs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from actions.audit import record
from actions.councils import UNNAMED
from actions.hand_over import hand_over
from actions.import_plan import NothingToApproveError
from actions.people import ensure_membership
from actions.plan_changes import Comparison, Followed, compare
from actions.plan_members import end_membership, find_person
from actions.planned_change import NO_DEADLINE, PlannedChange
from actions.report_backs import in_year, report_uid
from actions.settle import close_case, drop_proposal, move_deadline, reopen_case
from actions.withdraw import withdraw_about
from deadlines.deadline import Deadline
from models.plan_content import plan_from_json
from models.queries import approved_plan
from models.tables.people import Council
from models.tables.plans import Activity, PlanVersion
from models.values import PlanActivity, ReportingDuty
from models.version_queries import LEFT_OUT, remember_rows
from rules.recipients import name_key
from rules.situation import passed_on


@dataclass(frozen=True, slots=True)
class _Approval:
    """All that applying a draft is done with; taken: names of activities that are in use."""

    session: Session
    draft: PlanVersion
    found: Comparison
    actor: str
    today: date
    now: datetime
    taken: set[str]


def approve_plan(
    session: Session, *, draft: PlanVersion, actor: str, today: date, now: datetime
) -> list[PlannedChange]:
    """Apply a draft: members, activities and report-backs."""
    if draft.state != "draft":
        raise NothingToApproveError(plan=draft.id)
    found = compare(session, draft.group, plan_from_json(draft.content))
    approval = _Approval(session, draft, found, actor, today, now, _names(session, draft))
    changes = found.changes()
    previous = approved_plan(session, draft.group_id)
    if previous is not None:
        previous.state = "superseded"
    draft.state, draft.approved_at, draft.approved_by = "approved", now, actor
    session.flush()
    _name_council(session, draft, found)
    _apply_members(approval)
    _apply_rows(approval)
    _apply_duties(approval)
    remember_rows(session, draft.id)
    record(
        session,
        council_id=draft.council_id,
        now=now,
        actor=actor,
        action="plan.approve",
        subject=draft.group.slug,
        document=draft.document,
        changes=[one.change for one in changes],
    )
    return changes


def _name_council(session: Session, draft: PlanVersion, found: Comparison) -> None:
    """Letters speak in the name of whoever commissioned the first plan."""
    council = session.get_one(Council, draft.council_id)
    if council.name == UNNAMED and found.plan.commissioner:
        council.name = found.plan.commissioner


def _names(session: Session, draft: PlanVersion) -> set[str]:
    known = select(Activity.uid).where(Activity.council_id == draft.council_id)
    return set(session.scalars(known))


def _apply_members(do: _Approval) -> None:
    group, previous = do.draft.group, do.found.previous
    named_before = {name_key(one.name) for one in previous.members} if previous else set()
    for member in do.found.plan.members:
        if name_key(member.name) in named_before:
            continue  # who has left since stays away
        person = find_person(do.session, group, member)
        ensure_membership(do.session, group, person, "member")
    for name in do.found.left:
        last_day = do.today - timedelta(days=1)
        end_membership(do.session, group, name, last_day=last_day, now=do.now)


def _apply_rows(do: _Approval) -> None:
    for one in do.found.rows:
        was = do.found.known[one.before] if one.before is not None else None
        if was is None and one.after is not None:
            row = do.found.plan.activities[one.after]
            uid = _free_uid(do, row.number or str(one.after + 1))
            do.session.add(_new(do, row, uid, one.after))
        elif was is not None and one.after is not None:
            _bring_back(do, was.activity)
            _update(do, was, one.after)
        elif was is not None:
            _drop(do, was.activity)


def _drop(do: _Approval, activity: Activity) -> None:
    """What the document no longer holds is closed, unless it is done already."""
    if activity.closed_on is not None:
        return
    activity.left_out_as = activity.status
    activity.status, activity.closed_on, activity.ask_on = "cancelled", do.today, None
    close_case(do.session, activity, because=LEFT_OUT, today=do.today)
    withdraw_about(do.session, activity, because="plan", now=do.now)


def _bring_back(do: _Approval, activity: Activity) -> None:
    """What a former version left out goes on where it stopped."""
    if activity.left_out_as is None:
        return
    if activity.due and activity.closed_on and activity.closed_on <= activity.due:
        activity.passed_on = passed_on(activity.deadline, do.today)
    activity.status, activity.closed_on, activity.left_out_as = activity.left_out_as, None, None
    reopen_case(do.session, activity, today=do.today)


def _update(do: _Approval, was: Followed, position: int) -> None:
    """Only what the document itself changed; decisions made since stay."""
    activity, before = was.activity, was.row
    row = do.found.plan.activities[position]
    activity.plan_id, activity.position = do.draft.id, position
    activity.number, activity.description = row.number, row.description
    activity.methods, activity.source = list(row.methods), source_as_json(row)
    activity.next_review_on = min(activity.next_review_on, do.today)
    if row.responsible != before.responsible:
        hand_over(
            do.session, activity, row.responsible, by=do.actor, because="plan", today=do.today
        )
    if (row.deadline or NO_DEADLINE) != (before.deadline or NO_DEADLINE):
        _move(do, activity, row.deadline or NO_DEADLINE)


def _move(do: _Approval, activity: Activity, to: Deadline) -> None:
    move_deadline(do.session, activity, to, by=do.actor, reason=do.draft.document, today=do.today)
    drop_proposal(do.session, activity)
    activity.passed_on = passed_on(to, do.today)
    activity.next_review_on = min(activity.next_review_on, do.today)
    withdraw_about(do.session, activity, because="plan", now=do.now)


def _new(do: _Approval, row: PlanActivity, uid: str, position: int) -> Activity:
    counted_from = do.draft.reference or do.today
    return Activity(
        council_id=do.draft.council_id,
        group_id=do.draft.group_id,
        plan_id=do.draft.id,
        uid=uid,
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
        passed_on=passed_on(row.deadline, do.today),
        next_review_on=min(counted_from, do.today),
    )


def _free_uid(do: _Approval, number: str) -> str:
    """Short, stable, and never used twice in a council."""
    wanted = f"{do.draft.group.slug}-{number.strip(' .').replace(' ', '-')}".lower()
    uid, copy = wanted, 2
    while uid in do.taken:
        uid, copy = f"{wanted}-v{copy}", copy + 1
    do.taken.add(uid)
    return uid


def source_as_json(row: PlanActivity) -> dict[str, Any]:
    source = row.source
    places = {"page": source.page, "table": source.table, "row": source.row, "line": source.line}
    return {"text": source.text} | {name: at for name, at in places.items() if at is not None}


def _apply_duties(do: _Approval) -> None:
    for one in do.found.duties:
        owed = do.found.owed[one.before].reports if one.before is not None else []
        if one.after is None:
            for report in owed:
                _drop(do, report)
            continue
        duty = do.found.plan.reporting[one.after]
        for report in owed:
            _bring_back(do, report)
            _keep(do, report, duty, one.after, moved=one.deadline_moved)
        _add_missing(do, duty, one.after, owed)


def _keep(
    do: _Approval, report: Activity, duty: ReportingDuty, position: int, *, moved: bool
) -> None:
    report.plan_id, report.position, report.description = do.draft.id, position, duty.text
    if moved and report.closed_on is None:
        year = report.due.year if report.due else 0
        _move(do, report, in_year(_deadline_of(duty), year))


def _add_missing(
    do: _Approval, duty: ReportingDuty, position: int, owed: Sequence[Activity]
) -> None:
    """Dated duties: one a year from the first to the plan's last year; others once."""
    deadline = _deadline_of(duty)
    known = {report.due.year if report.due else None for report in owed}
    for year in _years(deadline, do):
        if year not in known:
            row = PlanActivity(None, duty.text, None, in_year(deadline, year or 0), duty.source)
            report = _new(do, row, _free_uid(do, report_uid(year, position)), position)
            report.kind = "report_back"
            do.session.add(report)


def _deadline_of(duty: ReportingDuty) -> Deadline:
    return duty.deadline or replace(NO_DEADLINE, text=duty.text)


def _years(deadline: Deadline, do: _Approval) -> Sequence[int | None]:
    if deadline.due is None:
        return [None]
    rows = do.found.plan.activities
    years = [row.deadline.due.year for row in rows if row.deadline and row.deadline.due]
    return range(deadline.due.year, max([deadline.due.year, *years]) + 1)
