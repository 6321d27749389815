"""Finds activities that stand in lists, and below headings that are times."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise, takewhile

from intake import vocabulary as words
from intake.below import cut_at_labels, told_below
from intake.boards import cards
from intake.candidates import Candidate
from intake.cell_lists import lists_in_cells
from intake.codes import with_codes
from intake.comma_parts import names_behind_commas
from intake.document import Block, Item, Paragraph, Section, Table, doubt
from intake.habits import (
    brackets_before,
    brackets_behind,
    dashed_names,
    initials_behind,
    names_behind,
    opens_with_names,
)
from intake.members import is_person_of
from intake.named_lines import with_named_lines
from intake.named_sections import headed_by_people
from intake.paragraphs import as_points
from intake.periods import dated_heading, is_day, period_of, seen_from
from intake.points import Habit, candidate_of, is_somebody, name_before
from intake.reporting import is_duty
from intake.timewords import is_time
from intake.topics import leads_to, topic_of, topic_of_section
from intake.unmarked_lines import dated_lines, plain_items
from intake.wording import key, split_number

ABOVE, PERIOD = "above", "period"
PAIR = 2
_DELIVERS = re.compile(
    r"\b(?:will|shall|ska|skall|skal)\s(?:deliver|produce|publish|leverera|ta\sfram|levere|utarbeide|udarbejde)"
    r"\b[^.]*:\s*$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s*[,;](?:\s+(?:and|eller|och|og|or|samt))?$")
_TOLD = ("past", "done", "members", "reporting")


def listed(parts: Sequence[Section], *, beside_tables: bool) -> list[Candidate]:
    """Candidates from lists; beside tables only such as name who or when."""
    found: list[Candidate] = []
    several = sum(bool(period_of(section)) for section in parts) > 1
    theirs = headed_by_people(parts)
    lists = [
        (one, items)
        for one in parts
        for items in _activity_lists(one, several=several, named=one.title in theirs)
    ]
    every = [item for _, items in lists for item in items]
    behind, dashed = names_behind(every), dashed_names(every)
    initials, fronted = initials_behind(every), brackets_before(every)
    for section, items in lists:
        tasks = [item for item, _ in _tasks(items)]
        before = dashed or opens_with_names(
            tasks, minuted=_is_minuted(section) or _is_named(section, tasks)
        )
        commas = not before and names_behind_commas([task.text for task in tasks])
        habit = Habit(
            before=before,
            fronted=fronted,
            behind=behind,
            initials=initials,
            commas=commas,
            brackets=brackets_behind(tasks),
        )
        rows = _within(
            _from_items(items, _period(section, several=several), habit), dated_heading(section)
        )
        if section.title in theirs:
            rows = [replace(row, responsible=row.responsible or section.title) for row in rows]
        if not beside_tables or _say_who_or_when(rows):
            found += _without_joints(rows)
    return found


def _without_joints(rows: list[Candidate]) -> list[Candidate]:
    """Points that are parts of one sentence, without the commas and the "and" between them."""
    joined = [_JOINT.search(row.description) is not None for row in rows]
    if sum(joined) < PAIR or sum(joined) * 3 < len(rows):
        return rows
    return [replace(row, description=_JOINT.sub("", row.description)) for row in rows]


def plain_lists(parts: Sequence[Section]) -> list[Candidate]:
    """Counted points of a paper that its title alone calls a plan; all of them are asked about."""
    title = parts[0].path[0] if parts and parts[0].path else ""
    if topic_of(title) != "activities":
        return []
    items = [
        block
        for section in parts
        if topic_of(section.title) in ("", "activities")
        for block in section.blocks
        if isinstance(block, Item) and block.marker[:1].isdigit()
    ]
    found = [candidate_of(item, None) for item in items]
    return [replace(one, doubts=(*one.doubts, doubt("list_guessed"))) for one in found]


def _within(rows: list[Candidate], heading: str | None) -> list[Candidate]:
    """Times without a year get it from a heading such as "Hösten 2026"."""
    return [replace(row, within=heading) for row in rows] if heading else rows


def _say_who_or_when(rows: list[Candidate]) -> bool:
    return sum(bool(row.responsible or row.deadline) for row in rows) * 2 > len(rows)


def _activity_lists(section: Section, *, several: bool, named: bool) -> Iterator[list[Item]]:
    yield from lists_in_cells(section.blocks)
    yield from cards(section.blocks)
    topic = topic_of_section(section)
    timed = _timed(section, several=several)
    about = topic == "activities" or timed or named
    points = list(with_named_lines(list(as_points(section.blocks))))
    blocks = list(cut_at_labels(points))
    if not any(isinstance(block, Item | Table) for block in blocks):
        if timed:
            yield plain_items(section)
        elif about:
            yield dated_lines(section)
    for lead, items in _lists(blocks):
        if all(is_person_of(item.text) for item in items):
            continue
        if inner := _below_names(items):
            yield inner
            continue
        if any(item.checkbox for item in items) and topic != "members":
            yield [item for item in items if item.checkbox]
        elif about or _announces(lead) or _are_labelled(items, planned=topic not in _TOLD):
            yield items
        elif topic == "schedule":
            yield [
                item
                for item in items
                if candidate_of(item, None).deadline and not is_duty(item.text)
            ]


def _are_labelled(items: list[Item], *, planned: bool) -> bool:
    """Whether most points say both who and when, as only tasks do; half where all say when.

    planned: whether a name before a colon counts; in notes it may have reported something.
    """
    before = planned and opens_with_names(items, minuted=False)
    habit = Habit(before=before)
    found = [_told(candidate_of(item, None, habit), below) for item, below in _tasks(items)]
    told = [one for one in found if one.responsible and one.deadline]
    most = 2 if all(one.deadline for one in found) else 1.5
    return len(found) > 1 and len(told) * most > len(found)


def _announces(lead: Block | None) -> bool:
    if not isinstance(lead, Paragraph):
        return False
    return leads_to(lead.text, words.ACTIVITY_LEADINS) or bool(_DELIVERS.search(lead.text))


def _below_names(items: Sequence[Item]) -> list[Item]:
    """The points below one that is nothing but a name for them: "Action items:"."""
    at = next((n for n, one in enumerate(items) if key(one.text) in words.MINUTED), None)
    if at is None:
        return []
    return list(takewhile(lambda one: one.depth > items[at].depth, items[at + 1 :]))


def _period(section: Section, *, several: bool) -> str | None:
    """The time that its heading is; beside several such, also "Within two weeks after"."""
    return period_of(section) or (seen_from(section) if several else None)


def _timed(section: Section, *, several: bool) -> bool:
    """Whether the section stands for a period, as its neighbours do; days are meetings."""
    if not _period(section, several=several) or is_day(section):
        return False
    if topic_of_section(section) not in ("", "activities", "schedule"):
        return False
    return several or topic_of_section(section) == "activities"


def _lists(blocks: Sequence[Block]) -> Iterator[tuple[Block | None, list[Item]]]:
    """Runs of points, each with the block before it."""
    lead: Block | None = None
    run: list[Item] = []
    for block in blocks:
        if isinstance(block, Item):
            run.append(block)
            continue
        if run:
            yield lead, run
        lead, run = block, []
    if run:
        yield lead, run


def _from_items(items: list[Item], period: str | None, habit: Habit) -> list[Candidate]:
    """Outer points; where only the points below say who does what, those."""
    found = [_told(candidate_of(item, period, habit), below) for item, below in _tasks(items)]
    return with_codes([one for one in found if not is_time(one.description)])


def _told(one: Candidate, below: dict[str, str]) -> Candidate:
    """With who and when as the points below it say, or the name alone that it stands below."""
    if (name := below.get(ABOVE)) and not one.responsible:
        asked = (*one.doubts, doubt("named_above", name=name))  # a place may look like a name
        return replace(one, responsible=name, doubts=asked)
    return replace(
        one,
        responsible=below.get("responsible") or one.responsible,
        deadline=below.get("deadline") or one.deadline or below.get(PERIOD),
    )


def _is_named(section: Section, tasks: Sequence[Item]) -> bool:
    """Whether the point just above them is a name for them: "Action items:"."""
    names = [
        below
        for above, below in pairwise(section.blocks)
        if isinstance(above, Item) and key(above.text) in words.MINUTED
    ]
    return bool(tasks) and any(one.place == tasks[0].place for one in names)


def _is_minuted(section: Section) -> bool:
    return any(key(split_number(one)[1]) in words.MINUTED for one in section.path)


def _tasks(items: list[Item]) -> Iterator[tuple[Item, dict[str, str]]]:
    """The points that are tasks, each with what the points below it say of it."""
    outer = min((item.depth for item in items), default=0)
    at = 0
    while at < len(items):
        below = at + 1
        while below < len(items) and items[below].depth > items[at].depth:
            below += 1
        inner = items[at + 1 : below]
        if inner and is_time(when := items[at].text.rstrip(" :")):
            yield from ((item, {PERIOD: when, **told}) for item, told in _tasks(inner))
            at = below
            continue
        if inner and is_somebody(items[at].text):
            yield from ((item, {ABOVE: items[at].text}) for item in inner)
            at = below
            continue
        told = told_below(inner)
        named = [] if told else _tasks_below(items[at], inner)
        if named:
            yield from ((item, {}) for item in named)
        elif items[at].depth <= outer or inner == []:
            yield items[at], told
        at = max(below, at + 1)


def _tasks_below(item: Item, inner: list[Item]) -> list[Item]:
    """The points below that say who or when, where most do and the point itself does not."""
    if name_before(item.text)[0]:
        return []
    named = [one for one in inner if name_before(one.text)[0]]
    if len(named) * 2 > len(inner):
        return named
    own = candidate_of(item, None)
    told = [one for one in map(partial(candidate_of, period=None), inner) if _says(one)]
    grouped = not _says(own) and len(told) * 2 > len(inner) > 1
    return inner if grouped else []


def _says(one: Candidate) -> bool:
    return bool(one.responsible or one.deadline)
