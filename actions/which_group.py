"""Is the group that a document names new, or one that is followed already in other words?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from slugify import slugify
from sqlalchemy.orm import Session

from actions.plan_changes import rows_of_plan
from language.problems import Problem, Words
from models.people_queries import groups
from models.plan_content import plan_from_json
from models.queries import approved_plan
from models.tables.people import Group
from models.values import Plan
from rules.differences import Row, differences
from rules.same_group import nearly_same_group

ENOUGH = 2  # rows: one that two groups share may be chance


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person says of a document's group: its name, or that it is surely new."""

    name: str | None = None
    new: bool = False


AS_WRITTEN: Final = Chosen()


class WhichGroupError(Problem):
    """The group is not known, but looks like one that is: a second plan, or the same one?"""

    def __init__(self, named: str, known: str, why: str, **counts: int) -> None:
        self.known = known
        self.why = Words(f"which_group.{why}", {"named": named, "known": known, **counts})
        super().__init__(known=known, why=self.why)


class RoleInWhichGroupError(WhichGroupError):
    """The directory gives somebody a role in such a group."""


def refuse_doubtful_roles(session: Session, council_id: int, names: Iterable[str]) -> None:
    """names: of the groups that a directory gives roles in."""
    known = groups(session, council_id, kind="working_group")
    slugs = {one.slug for one in known}
    for name in names:
        if slugify(name) not in slugs:
            _refuse_spelling(name, known, RoleInWhichGroupError)


def refuse_doubtful_group(
    session: Session, council_id: int, name: str, plan: Plan, *, given: bool
) -> None:
    """given: a person gave the name, so a known group of that name is meant."""
    others = groups(session, council_id, kind="working_group")
    slug = slugify(name)
    own = next((one for one in others if one.slug == slug), None)
    if own is not None and (given or approved_plan(session, own.id)):
        return
    others = [one for one in others if one is not own]
    if own is None:
        _refuse_spelling(name, others)
    _refuse_rows(session, name, rows_of_plan(plan), others)


def _refuse_spelling(
    name: str, others: Sequence[Group], problem: type[WhichGroupError] = WhichGroupError
) -> None:
    for other in others:
        if nearly_same_group(name, other.name):
            raise problem(name, other.name, "spelling")


def _refuse_rows(
    session: Session, name: str, rows: Sequence[Row], others: Sequence[Group]
) -> None:
    for other in others:
        shared = _shared(session, other, rows)
        if shared >= ENOUGH and 2 * shared > len(rows):
            raise WhichGroupError(name, other.name, "rows", shared=shared, rows=len(rows))


def _shared(session: Session, group: Group, rows: Sequence[Row]) -> int:
    """How many rows the group's approved plan holds too, in nearly the same words."""
    version = approved_plan(session, group.id)
    if version is None:
        return 0
    before = rows_of_plan(plan_from_json(version.content))
    found = differences(_without_numbers(before), _without_numbers(rows))
    return sum(one.before is not None and one.after is not None for one in found)


def _without_numbers(rows: Sequence[Row]) -> list[Row]:
    """Row 1 of one group and row 1 of another have that in common by chance: words alone count."""
    return [replace(one, number=None, responsible=None) for one in rows]
