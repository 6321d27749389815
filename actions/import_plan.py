"""A document becomes a draft, with its difference to what is approved."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from actions.audit import record
from actions.corrections import carry_corrections, says_the_same
from actions.older import Older, older_than_approved
from actions.people import ensure_group
from actions.plan_changes import compare
from actions.planned_change import PlannedChange
from actions.which_group import AS_WRITTEN, Chosen, refuse_doubtful_group
from language.problems import Problem
from models.plan_content import plan_from_json
from models.queries import approved_plan
from models.tables.people import Group
from models.tables.plans import PlanVersion
from models.values import Plan


class NothingToApproveError(Problem):
    """No draft waits for approval."""


class NoDraftError(Problem):
    """No draft of any group waits for approval."""


class NothingToImportError(Problem):
    """The document can be read, but holds no activities."""


class NoGroupError(Problem):
    """A plan that names no working group cannot be followed."""


@dataclass
class Imported:
    """unchanged: this very plan is approved already, and nothing was stored.

    plan: as it was read, with what people have corrected before.
    """

    plan_id: int
    group: str
    unchanged: bool = False
    plan: Plan = field(default_factory=Plan)
    changes: list[PlannedChange] = field(default_factory=list)
    older: Older | None = None


def import_plan(
    session: Session,
    *,
    council_id: int,
    content: dict[str, Any],
    document: str,
    sha256: str,
    reference: date | None,
    chosen: Chosen = AS_WRITTEN,
    actor: str,
    now: datetime,
) -> Imported:
    """Store a draft with its difference to what is approved; replaces the group's older draft."""
    group = group_meant(session, council_id, content, document=document, chosen=chosen)
    current = approved_plan(session, group.id)
    content = as_it_counts(session, group, content)
    plan = plan_from_json(content)
    if current is not None and says_the_same(current.content, content):
        return Imported(current.id, group.name, unchanged=True, plan=plan)
    _drop_drafts(session, group)
    draft = PlanVersion(
        council_id=council_id,
        group_id=group.id,
        state="draft",
        title=plan.title,
        document=document,
        sha256=sha256,
        reference=reference,
        content=content,
        imported_at=now,
    )
    session.add(draft)
    session.flush()
    record(
        session,
        council_id=council_id,
        now=now,
        actor=actor,
        action="plan.import",
        subject=group.slug,
        document=document,
        sha256=sha256,
    )
    changes = compare(session, group, plan).changes()
    older = older_than_approved(session, group.id, reference)
    return Imported(draft.id, group.name, plan=plan, changes=changes, older=older)


def group_meant(
    session: Session,
    council_id: int,
    content: dict[str, Any],
    *,
    document: str,
    chosen: Chosen,
) -> Group:
    """Who would found a second group by chance is asked first."""
    name = chosen.name or content["group"]
    if not name:
        raise NoGroupError(document=document)
    if not chosen.new:
        plan = plan_from_json(content)
        refuse_doubtful_group(session, council_id, name, plan, given=chosen.name is not None)
    return ensure_group(session, council_id, name)


def as_it_counts(session: Session, group: Group, content: dict[str, Any]) -> dict[str, Any]:
    """With what the document does not speak of, and with what people have corrected in it."""
    current = approved_plan(session, group.id)
    whole = carried_over(content, current.content if current else {})
    return carry_corrections(whole, _last(session, group, current))


def _last(session: Session, group: Group, current: PlanVersion | None) -> dict[str, Any]:
    """What was corrected last: in the draft that this one replaces, or in the approved version."""
    drafts = session.query(PlanVersion).filter_by(group_id=group.id, state="draft")
    last = drafts.order_by(PlanVersion.id.desc()).first() or current
    return last.content if last else {}


def carried_over(content: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """A sheet with activities alone says nothing of members and duties: they stay as they were."""
    kept = {name: before[name] for name in ("members", "reporting") if before.get(name)}
    return content | {name: value for name, value in kept.items() if not content[name]}


def _drop_drafts(session: Session, group: Group) -> None:
    for draft in session.query(PlanVersion).filter_by(group_id=group.id, state="draft"):
        session.delete(draft)
