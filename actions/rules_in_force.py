"""Notices that a council's rules have changed, so that they count for all that is open at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from actions.office import Office
from models.rules_queries import rules_in_force, rules_versions
from models.tables.plans import Activity
from models.tables.rules import RulesVersion


@dataclass(frozen=True, slots=True)
class Changed:
    """since: its first day. changes: dotted name to (before, after); None is not there."""

    since: date
    changes: Mapping[str, tuple[Any, Any]]


def keep_rules(session: Session, office: Office) -> None:
    """Under new rules every open activity is looked at anew; the version before stays readable."""
    known, content = rules_in_force(session, office.council.id), office.rules
    if known is not None and known.content == content:
        return
    session.add(RulesVersion(council_id=office.council.id, since=office.today, content=content))
    session.execute(
        update(Activity)
        .where(
            Activity.council_id == office.council.id,
            Activity.closed_on.is_(None),
            Activity.next_review_on > office.today,
        )
        .values(next_review_on=office.today)
        .execution_options(synchronize_session="fetch")
    )


def rules_changed(session: Session, council_id: int) -> list[Changed]:
    """Every version but the first, by what it changed, the oldest first."""
    versions = rules_versions(session, council_id)
    return [
        Changed(new.since, _differing(old.content, new.content)) for old, new in pairwise(versions)
    ]


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    before, after = dict(_flat(old)), dict(_flat(new))
    names = dict.fromkeys([*before, *after])
    pairs = {name: (before.get(name), after.get(name)) for name in names}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _flat(tree: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in tree.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield above + name, value
