"""What a new version changes, in words: the same at the keyboard and in a flow."""

from collections.abc import Iterator, Sequence
from textwrap import shorten
from typing import Final

from actions.planned_change import Edited, History, OpenCase, PlannedChange
from language.catalog import Language, say, say_count

MANY: Final = 12  # of names on one line


def remarks(changes: Sequence[PlannedChange], language: Language) -> Iterator[str]:
    """What to look at first, one line a matter."""
    rows = [one for one in changes if one.part == "activity"]
    for key, number in (
        ("closes", sum(one.ends_live_work for one in changes)),
        ("back", sum(one.change == "back" for one in rows)),
        ("moved", sum(one.moved is not None for one in rows)),
        ("probably_same", sum(one.probably_same for one in rows)),
    ):
        if number:
            yield say_count(f"revision.{key}", number, language)
    yield from _numbering([one.renumbered for one in rows if one.renumbered], language)
    yield from _order([one for one in rows if one.reordered], language)


def _numbering(numbers: Sequence[Edited], language: Language) -> Iterator[str]:
    if numbers:
        pairs = _some([f"{one.was or '–'} → {one.now or '–'}" for one in numbers])
        yield say_count("revision.renumbered", len(numbers), language, pairs=pairs)


def _order(rows: Sequence[PlannedChange], language: Language) -> Iterator[str]:
    if rows:
        names = _some([(one.number or shorten(one.text, 40)).rstrip(".") for one in rows])
        yield say_count("revision.reordered", len(rows), language, rows=names)


def _some(names: Sequence[str]) -> str:
    return ", ".join([*names[:MANY], *(["…"] if len(names) > MANY else [])])


def more_worded(one: PlannedChange, language: Language) -> Iterator[str]:
    """Beside the cells: what it looks like a part of, how far what is gone or back had come.

    Of a duty only the reports that somebody spoke of.
    """
    if one.part_of is not None:
        yield say("revision.part_of", language, row=one.part_of)
    for history in one.history:
        if one.part == "activity" or history.is_live:
            yield "; ".join(_history(history, language))


def _history(history: History, language: Language) -> Iterator[str]:
    status = say(f"status.{history.status}", language)
    yield say("revision.history.status", language, uid=history.uid, status=status)
    if history.reported_on is None:
        yield say("revision.history.unreported", language)
    else:
        said = {"day": history.reported_on, "by": history.reported_by}
        key = "commented" if history.comment else "reported"
        yield say(f"revision.history.{key}", language, **said, comment=history.comment)
    if history.case is not None:
        yield _case(history.case, language)
    if history.proposals:
        yield say_count("revision.history.proposals", history.proposals, language)


def _case(case: OpenCase, language: Language) -> str:
    values = {"number": case.number, "wording": case.proposed, "until": case.parked_until}
    return say(f"revision.history.case.{case.stands}", language, **values)
