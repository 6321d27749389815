"""Reads a document on the server into a draft, and approves it when told to."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State
from sqlalchemy.orm import Session

from actions.approve_plan import approve_plan
from actions.import_plan import Imported, NothingToImportError, import_plan
from actions.older import OlderDocumentError
from actions.which_group import Chosen, WhichGroupError
from deadlines.parse import MissingReferenceError, UnclearDeadlineError, parse_deadline
from flows.door import ACTOR, Done, Door, run
from flows.naming import by_document
from flows.plan_shown import show_plan
from flows.sheet_back import is_ours, take_back
from intake.as_json import plan_as_json
from intake.opening import Limits, open_document
from intake.read import ReadDocument, read_document
from language.catalog import Language, explain, say
from language.problems import Problem
from models.gap_queries import without_address
from models.queries import unaccounted_activities
from models.tables.people import Group
from models.tables.plans import PlanVersion
from models.values import Plan


class ReferenceWantedError(Problem):
    """A wording without a year, and no date to count from."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form says."""

    document: Path
    reference: date | None
    group: Chosen
    approve: bool


@flow(name="import-plan", flow_run_name=by_document)
def import_document(
    document: str,
    reference: date | None = None,
    group: str = "",
    approve: bool = False,  # noqa: FBT001, FBT002 - Prefect calls by name
    new_group: bool = False,  # noqa: FBT001, FBT002 - Prefect calls by name
) -> State[Any]:
    """Read a plan, show it with its doubts and its difference to what is approved, keep a draft.

    A sheet that Tidplan wrote and people filled in is shown with its answers instead.

    The draft replaces the group's older one. Nothing is followed until it is approved: run again
    with `approve` on, or type `tidplan plan approve`. Answers stay with their activities.

    Args:
        document: Path of the document on this server.
        reference: The date that wordings without a year are counted from; empty means the date
            that the document states.
        group: The working group's name; empty means the one that the document names. A group that
            is not known, but looks like one that is, is asked about: nothing is stored until the
            known one's name is given here, or `new_group` is on.
        approve: Approve the plan at once, as it was read. A document that is older than the plan
            that is approved stays a draft: type `tidplan plan approve` if it is to count.
        new_group: The group is new, however much it looks like a known one.
    """
    asked = Asked(Path(document), reference, Chosen(group.strip() or None, new_group), approve)
    return run("import-plan", lambda door: _import(door, asked), day=None)


def _import(door: Door, asked: Asked) -> Done:
    opened = open_document(asked.document, Limits())
    if is_ours(opened):
        return take_back(door, opened, approve=asked.approve)
    found = read_document(
        asked.document,
        reference=asked.reference,
        reader=door.language,
        conventions=door.settings.council.conventions,
    )
    if not found.plan.activities:
        raise NothingToImportError(document=asked.document.name)
    if asked.approve and found.reference is None:
        _refuse_guesses(found.plan)
    try:
        return _import_read(door, asked, found)
    except WhichGroupError as doubt:
        return _ask_which_group(door, found.plan, doubt)


def _ask_which_group(door: Door, plan: Plan, doubt: WhichGroupError) -> Done:
    """Nothing is stored; what was read is shown below the question."""
    why = say(doubt.why.key, door.language, **doubt.why.values)
    question = say("flows.import.which_group", door.language, why=why, known=doubt.known)
    shown = show_plan(plan, question, changes=(), passed=(), missing=(), language=door.language)
    return Done(question, shown, failed=True)


def _import_read(door: Door, asked: Asked, found: ReadDocument) -> Done:
    with door.council() as (session, council):
        imported = _store(session, council.id, door, asked, found)
        approved = asked.approve and not imported.older
        if approved and not imported.unchanged:
            _approve(session, door, imported.plan_id)
        missing = without_address(session, council.id)
        passed = unaccounted_activities(session, council.id, door.today) if approved else ()
    headline = _headline(imported, door.language, wanted=asked.approve)
    shown = show_plan(
        imported.plan,
        headline,
        changes=imported.changes,
        passed=[one.uid for one in passed if one.group.name == imported.group],
        missing=missing,
        language=door.language,
    )
    return Done(headline, shown, failed=asked.approve and not approved)


def _store(
    session: Session, council_id: int, door: Door, asked: Asked, found: ReadDocument
) -> Imported:
    return import_plan(
        session,
        council_id=council_id,
        content=plan_as_json(found.plan),
        document=asked.document.name,
        sha256=found.sha256,
        reference=found.reference,
        chosen=asked.group,
        actor=ACTOR,
        now=door.now,
    )


def _approve(session: Session, door: Door, plan_id: int) -> None:
    draft = session.get_one(PlanVersion, plan_id)
    draft.group = session.get_one(Group, draft.group_id)
    approve_plan(session, draft=draft, actor=ACTOR, today=door.today, now=door.now)


def _headline(imported: Imported, language: Language, *, wanted: bool) -> str:
    """wanted: whether the run was to approve the plan."""
    if imported.older and wanted:
        return explain(OlderDocumentError(imported.plan_id, imported.older), language)
    came = "unchanged" if imported.unchanged else "approved" if wanted else "draft"
    said = say(f"flows.import.{came}", language, group=imported.group)
    return f"{said} {imported.older.in_words(language)}" if imported.older else said


def _refuse_guesses(plan: Plan) -> None:
    """A wording that means nothing without a date to count from wants one."""
    deadlines = [row.deadline for row in plan.activities]
    deadlines += [duty.deadline for duty in plan.reporting]
    for text in (one.text for one in deadlines if one):
        try:
            parse_deadline(text, reference=None, lang=plan.language)
        except MissingReferenceError:
            raise ReferenceWantedError(wording=text) from None
        except UnclearDeadlineError:
            continue
