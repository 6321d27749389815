"""A sheet that was sent round comes back: reports and plan changes, once a person approves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from actions.answers import Progress, report_progress
from actions.audit import record
from actions.next_version import FIELDS, next_version
from actions.planned_change import NO_DEADLINE
from actions.settle import drop_proposal, move_deadline
from actions.sheet_doubts import doubts_of
from actions.situations import Directory
from actions.withdraw import withdraw_about
from deadlines.conventions import DEFAULT, Conventions
from deadlines.deadline import Deadline
from deadlines.parse import UnclearDeadlineError, parse_deadline
from language.problems import Problem
from models.queries import approved_plan, group_activities
from models.tables.following import ProgressReport
from models.tables.people import Council, Group
from models.tables.plans import Activity, PlanVersion
from models.values import Language, Status
from reports.exported import TEXTS, Column
from reports.printable import folded
from reports.round_trip import (
    Edit,
    Filled,
    FilledRow,
    FilledSheet,
    LeftOut,
    ReadBack,
    RowChange,
    RowDoubt,
    UnknownRowError,
)
from rules.situation import passed_on


class ForeignSheetError(Problem):
    """The sheet was written by another council or database."""


class UnclearWordingError(Problem):
    """A time plan that cannot be understood."""


class ChangedMeanwhileError(Problem):
    """What was approved is no longer what would be done."""


def compare_sheet(
    session: Session,
    *,
    council: Council,
    sheet: FilledSheet,
    today: date,
    conventions: Conventions = DEFAULT,
) -> ReadBack:
    """What the sheet would change; stores nothing."""
    plan = _plan(session, council, sheet)
    house = _House(today, plan.content["language"], conventions)
    group = session.get_one(Group, plan.group_id)
    current = approved_plan(session, plan.group_id)
    known = {one.uid: one for one in group_activities(session, plan.group_id)}
    members = Directory(session, council_id=council.id, today=today).members(group.id)
    changes, left_out = [], []
    doubts: list[RowDoubt] = []
    for row in sheet.rows:
        activity = known.get(row.uid)
        if activity is None:
            raise UnknownRowError(path=sheet.path, row=row.at, uid=row.uid)
        if current is None or activity.plan_id != current.id:
            left_out += [LeftOut(row.at, row.uid, "gone")] if row.filled or row.comment else []
            continue
        left_out += _left_out(row, activity)
        change = _change(session, sheet, row, activity, house)
        changes += [change] if change.edits or change.comment else []
        doubts += doubts_of(row, change, group.name, members)
    return ReadBack(group.name, tuple(changes), tuple(left_out), tuple(doubts))


@dataclass(frozen=True, slots=True)
class _House:
    today: date
    language: Language
    conventions: Conventions


def _plan(session: Session, council: Council, sheet: FilledSheet) -> PlanVersion:
    plan = session.get(PlanVersion, sheet.plan_id)
    if plan is None or plan.council_id != council.id or sheet.council != council.slug:
        raise ForeignSheetError(path=sheet.path)
    return plan


def _held(activity: Activity) -> Mapping[Column, str]:
    return {
        "number": activity.number or "",
        "activity": activity.description,
        "responsible": activity.responsible or "",
        "wording": activity.wording,
        "status": activity.status,
    }


def _left_out(row: FilledRow, activity: Activity) -> Iterator[LeftOut]:
    held = _held(activity)
    for one in row.filled:
        if one.column == "due":
            yield LeftOut(row.at, row.uid, "due", "due")
        elif one.column in TEXTS and activity.kind == "report_back":
            yield LeftOut(row.at, row.uid, "duty", one.column)
        elif folded(held[one.column]) not in {one.sent, one.says}:
            yield LeftOut(row.at, row.uid, "meanwhile", one.column)


def _change(
    session: Session, sheet: FilledSheet, row: FilledRow, activity: Activity, house: _House
) -> RowChange:
    held = _held(activity)
    edits = tuple(
        _edit(sheet, row, one, held[one.column], house)
        for one in row.filled
        if _may_change(activity, one.column) and folded(held[one.column]) == one.sent
    )
    told = row.comment and _is_told(session, activity, row.comment, since=sheet.written_at)
    return RowChange(row.uid, activity.description, edits, None if told else row.comment)


def _may_change(activity: Activity, column: Column) -> bool:
    """What a report-back asks for is the duty's own wording; how it went may be said."""
    return column != "due" and (activity.kind == "activity" or column not in TEXTS)


def _edit(sheet: FilledSheet, row: FilledRow, one: Filled, before: str, house: _House) -> Edit:
    deadline = _deadline(sheet, row, one.says, house) if one.column == "wording" else None
    return Edit(one.column, before, one.says, deadline)


def _deadline(sheet: FilledSheet, row: FilledRow, words: str, house: _House) -> Deadline:
    if not words:
        return NO_DEADLINE
    try:
        return parse_deadline(
            words, reference=house.today, lang=house.language, conventions=house.conventions
        )
    except UnclearDeadlineError:
        raise UnclearWordingError(path=sheet.path, row=row.at, words=words) from None


def _is_told(session: Session, activity: Activity, comment: str, *, since: datetime) -> bool:
    """Reading the same sheet twice must not say the same thing twice."""
    told = exists().where(
        ProgressReport.activity_id == activity.id,
        ProgressReport.comment == comment,
        ProgressReport.reported_at >= since,
    )
    return bool(session.scalar(select(told)))


def apply_sheet(
    session: Session,
    *,
    council: Council,
    sheet: FilledSheet,
    approved: ReadBack,
    sha256: str,
    actor: str,
    today: date,
    now: datetime,
    conventions: Conventions = DEFAULT,
) -> None:
    """Do what a person has approved, or nothing where it no longer is the same."""
    found = compare_sheet(
        session, council=council, sheet=sheet, today=today, conventions=conventions
    )
    if found != approved:
        raise ChangedMeanwhileError(path=sheet.path)
    plan = _plan(session, council, sheet)
    known = {one.uid: one for one in group_activities(session, plan.group_id)}
    for change in approved.changes:
        if change.is_report:
            _report(
                session,
                known[change.uid],
                change,
                actor=actor,
                today=today,
                now=now,
                conventions=conventions,
            )
    edited = [(known[one.uid], one) for one in approved.changes if one.is_plan_change]
    if edited:
        version = next_version(session, plan, edited, sheet, sha256, actor=actor, now=now)
        for activity, change in edited:
            _edit_activity(session, activity, change, version, actor=actor, today=today)
            withdraw_about(session, activity, because="plan", now=now)
    record(
        session,
        council_id=council.id,
        now=now,
        actor=actor,
        action="plan.read_back",
        subject=approved.group,
        document=sheet.path.name,
        sha256=sha256,
        rows=[one.uid for one in approved.changes],
    )


def _report(
    session: Session,
    activity: Activity,
    change: RowChange,
    *,
    actor: str,
    today: date,
    now: datetime,
    conventions: Conventions,
) -> None:
    edit, closed_on = change.edit("status"), activity.closed_on
    status = cast("Status", edit.after if edit else activity.status)
    said = Progress(status=status, said_by=actor, comment=change.comment)
    report_progress(session, activity, said, today=today, now=now, conventions=conventions)
    if edit is None:
        activity.closed_on = closed_on  # a word afterwards does not move the day it was done


def _edit_activity(
    session: Session,
    activity: Activity,
    change: RowChange,
    version: PlanVersion,
    *,
    actor: str,
    today: date,
) -> None:
    for edit in change.edits:
        if edit.column == "wording":
            to = edit.deadline or NO_DEADLINE
            move_deadline(session, activity, to, by=actor, reason=version.document, today=today)
            drop_proposal(session, activity)
            activity.passed_on = passed_on(to, today)
        elif edit.column in FIELDS:
            setattr(activity, FIELDS[edit.column], edit.after or None)
    activity.next_review_on = min(activity.next_review_on, today)
