"""Finds the activities of a document: in its tables, in its lists, in its headings."""

from dataclasses import replace

from intake.action_cells import action_cells
from intake.boards import crossed, done_cards, is_board
from intake.candidates import Candidate
from intake.column_roles import (
    continued_roles,
    dated_heading_row,
    heading_row,
    is_undated,
    roles_in,
    roles_when_dated,
)
from intake.column_vocabulary import RESULTS, TASKS
from intake.columns import Roles, is_plan, plain_roles, roles_of
from intake.comma_parts import behind_commas, names_behind_commas
from intake.decided import decided
from intake.document import Block, Document, Doubt, Section, Table, doubt, sections
from intake.double_headings import single_headed
from intake.doubtful import questioned
from intake.headed import headed
from intake.labels import is_card
from intake.listed import listed, plain_lists
from intake.marked import marked
from intake.matrices import is_matrix
from intake.members import members
from intake.named_records import named_records
from intake.periods import below_time, dated_heading, due_of, with_year
from intake.prose import in_prose, not_read, with_first_names
from intake.records import records
from intake.rows import activities_of, rows_without_activity
from intake.topics import topic_of, topic_of_section
from intake.turned_tables import upright
from intake.unheaded import rows_by_cells, rows_with_status, unheaded
from intake.wording import key

MAX_LOST = 5


def candidates(document: Document) -> tuple[list[Candidate], list[Doubt]]:
    """Activities in reading order, and what is doubtful about the document as a whole."""
    found, doubts = _found(document)
    return questioned(found), doubts


def _found(document: Document) -> tuple[list[Candidate], list[Doubt]]:
    parts = list(sections(document))
    tabled, doubts = _tabled(parts)
    labelled = records(parts) + named_records(parts) + action_cells(parts)
    tabled += labelled
    read = {one.place for one in labelled}
    unread = [one for one in parts if read.isdisjoint(block.place for block in one.blocks)]
    if len(tabled) == len(labelled) and (named := headed(unread)):
        return sorted([*named, *labelled], key=_in_order), doubts
    people = [one.name for one in members(document)]
    points = [one for one in listed(parts, beside_tables=bool(tabled)) if one.place not in read]
    found = tabled + with_first_names(points, people)
    found += marked(parts, found)
    found += decided(parts, found)
    found = found or unheaded(parts) or plain_lists(parts)
    told = in_prose(parts, people)
    return (found, [*doubts, *not_read(told, found)]) if found else (told, doubts)


def _in_order(one: Candidate) -> tuple[int, int]:
    return one.place.page or 0, one.place.line or 0


def _tabled(parts: list[Section]) -> tuple[list[Candidate], list[Doubt]]:
    found: list[Candidate] = []
    doubts: list[Doubt] = []
    roles: Roles = ()
    tasked = any(_names(table) == "tasks" for one in parts for table in one.blocks)
    for section in parts:
        for at, block in enumerate(section.blocks):
            if isinstance(block, Table) and not is_card(block):
                if is_board(block):
                    doubts += done_cards(block)
                    continue
                table = upright(single_headed(block))
                above = below_time(section, at)
                rows, roles = _from_table(table, roles, above)
                if rows and (why := _why_not(section, table, tasked=tasked)):
                    doubts.append(why)
                    continue
                timed = bool({"deadline", "start"} & set(roles))
                found += [_dated(row, above, timed=timed) for row in _named(rows)]
                doubts += _unread_rows(table, roles)
                if any(row.bars and not row.deadline for row in rows):
                    doubts.append(doubt("bars", table=table.place.table or "?"))
                if not rows and _resembles_plan(table) and _is_about_activities(section):
                    doubts.append(doubt("table_not_read", table=table.place.table or "?"))
    return found, doubts


def _names(block: Block) -> str:
    """Whether a table's heading of what speaks of tasks, or of the results that come of them."""
    at = heading_row(block) if isinstance(block, Table) else None
    if not isinstance(block, Table) or at is None:
        return ""
    cells = block.rows[at].cells
    roles = plain_roles(cells)
    if "description" not in roles:
        return ""
    what = set(key(cells[roles.index("description")]).split())
    return "results" if what & RESULTS else "tasks" if what & TASKS else ""


def _why_not(section: Section, table: Table, *, tasked: bool) -> Doubt | None:
    """What is done, look-alikes that say what they are, and results beside tasks are no plan."""
    named = {"table": table.place.table or "?", "heading": section.title}
    if is_matrix(table):
        return doubt("table_apart", **named)
    if topic_of(section.title) == "done":
        return doubt("table_done", **named)
    if tasked and _names(table) == "results":
        return doubt("table_apart", **named)
    at = heading_row(table)
    whole = at is not None and {"description", "deadline"} <= set(
        plain_roles(table.rows[at].cells)
    )
    if topic_of(section.title) == "apart" and not whole:
        return doubt("table_apart", **named)
    return None


def _unread_rows(table: Table, roles: Roles) -> list[Doubt]:
    at = heading_row(table)
    if not is_plan(roles) or at is None:
        return []
    lost = rows_without_activity(table, roles, at + 1)
    return [
        doubt("row_without_activity", table=table.place.table or "?", row=row.place.row or "?")
        for row in lost[:MAX_LOST]
    ]


def _is_about_activities(section: Section) -> bool:
    """By the headings above it; the title, a plan's own, counts only where it stands alone."""
    named = [topic_of(heading) for heading in section.path[1:] or section.path]
    return "activities" in named[-1:] or (not any(named[-1:]) and "activities" in named)


def _resembles_plan(table: Table) -> bool:
    """Whether some heading speaks of what, who or when; lists of members do not."""
    roles = {role for row in table.rows[:1] for role in roles_of(row.cells)}
    return bool(roles & {"description", "responsible", "deadline"}) and "person" not in roles


def _named(rows: list[Candidate]) -> list[Candidate]:
    """With who stands behind the last comma, where no column says who and nearly all rows do."""
    texts = [row.description for row in rows]
    if any(row.responsible for row in rows) or not names_behind_commas(texts):
        return rows
    told = [behind_commas(text) for text in texts]
    return [
        replace(row, description=text, responsible=who) if not when else row
        for row, (text, who, when) in zip(rows, told, strict=True)
    ]


def _dated(row: Candidate, section: Section, *, timed: bool) -> Candidate:
    """timed: whether the table has a column of times; else its heading may be one."""
    if not row.deadline:
        return row if timed or row.bars else replace(row, deadline=due_of(section))
    dated = with_year(row.deadline, section)
    return replace(row, deadline=dated, within=row.within or dated_heading(section))


def _from_table(table: Table, before: Roles, section: Section) -> tuple[list[Candidate], Roles]:
    """A table without headings goes on with the columns of the one before it."""
    at = heading_row(table)
    if at is not None and is_undated(table, at) and "deadline" in before:
        return [], before
    if at is not None:
        roles = roles_in(table, at)
        return activities_of(table, roles, at + 1), roles
    if is_plan(table.roles):
        return activities_of(table, table.roles, 0), table.roles
    at = dated_heading_row(table) if due_of(section) else None
    if at is not None:
        roles = roles_when_dated(table, at)
        return activities_of(table, roles, at + 1), roles
    if continued := continued_roles(table, before):
        return activities_of(table, continued, 0), continued
    return _told_otherwise(table, section), ()


def _told_otherwise(table: Table, section: Section) -> list[Candidate]:
    """Rows of a table whose headings do not say what, who and when."""
    found = crossed(table)
    if found or topic_of_section(section) not in ("activities", "schedule"):
        return found
    return rows_by_cells(table, needs_who=False) or rows_with_status(table)
