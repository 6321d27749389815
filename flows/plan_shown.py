"""A plan as it was read, with its doubts and what it changes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from actions.doubts_worded import doubts
from actions.planned_change import LIST_PARTS, Edited, PlannedChange, named
from actions.revision_worded import more_worded, remarks
from deadlines.deadline import Deadline
from flows.words import bullets, page, plain, table
from language.catalog import Language, say
from models.values import Plan, PlanActivity

Changes = Sequence[PlannedChange]
HEADINGS = {"description": "activity", "deadline": "wording"}
COLUMNS = ("number", "activity", "responsible", "wording", "due")


def show_plan(
    plan: Plan,
    headline: str,
    *,
    changes: Changes,
    passed: Sequence[str],
    missing: Sequence[tuple[str, str]],
    language: Language,
) -> str:
    """passed: rows whose time was gone at approval. missing: (name, group) without an address."""
    return page(
        plain(plan.title or say("flows.import.untitled", language)),
        plain(headline),
        _heading_facts(plan, language),
        _activities(plan, language),
        *(_section(name, getattr(plan, name), language) for name in LIST_PARTS),
        _section("reporting", [duty.text for duty in plan.reporting], language),
        _section("doubts", doubts(plan, language), language),
        _section("difference", _difference(changes, language), language),
        _section("passed", passed, language),
        _section("missing", [f"{name} ({group})" for name, group in missing], language),
    )


def _section(name: str, items: Iterable[str], language: Language) -> str:
    listed = bullets(items)
    return f"### {say(f'flows.import.{name}', language)}\n\n{listed}" if listed else ""


def _heading_facts(plan: Plan, language: Language) -> str:
    stated = {
        "group": plan.group,
        "commissioner": plan.commissioner,
        "owner": plan.owner,
        "members": ", ".join(member.name for member in plan.members),
    }
    return bullets(
        f"{say(f'flows.field.{name}', language)}: {value or '–'}" for name, value in stated.items()
    )


def _activities(plan: Plan, language: Language) -> str:
    headings = [say(f"flows.heading.{name}", language) for name in COLUMNS]
    return table(headings, [_row(row, language) for row in plan.activities])


def _row(row: PlanActivity, language: Language) -> tuple[str, ...]:
    due = _due(row.deadline, language)
    return (row.number or "", row.description, row.responsible or "–", row.when, due)


def _due(deadline: Deadline | None, language: Language) -> str:
    """The last day, or the kind of time that stands instead of one."""
    if deadline is None:
        return "–"
    return deadline.due.isoformat() if deadline.due else say(f"flows.kind.{deadline.kind}", language)  # fmt: skip # noqa: E501


def _difference(changes: Changes, language: Language) -> Iterator[str]:
    """The counts of rows, then each thing that differs; a first version needs no list."""
    rows = [one for one in changes if one.part == "activity"]
    counts = Counter(one.told_as for one in rows)
    for change, count in counts.items():
        yield f"{say(f'flows.change.{change}', language)}: {count}"
    if counts["new"] < len(rows):
        yield from remarks(changes, language)
        yield from (_changed(one, language) for one in changes if one.told_as != "same")


def _changed(one: PlannedChange, language: Language) -> str:
    """What happened to the row, and each cell that reads otherwise."""
    facts = [] if one.part == "activity" else [say(f"cli.part.{one.part}", language)]
    facts += [say(f"cli.change.{one.change}", language)]
    facts += [say("flows.change.probably_same", language)] if one.probably_same else []
    facts += [say("flows.change.moved", language)] if one.moved else []
    if one.text_before:
        return f"{', '.join(facts)}: {one.text_before} → {one.text}"
    more = [_edited(edit, language) for edit in one.told_edits] + list(more_worded(one, language))
    return f"{', '.join(facts)}: {named(one.number, one.text)}" + (
        f" ({'; '.join(more)})" if more else ""
    )


def _edited(edit: Edited, language: Language) -> str:
    heading = say(f"flows.heading.{HEADINGS.get(edit.column, edit.column)}", language)
    return f"{heading}: {edit.was or '–'} → {edit.now or '–'}"
