"""What a new version changes, in words: the same at the keyboard and in a flow."""

from collections.abc import Iterator, Sequence

from actions.planned_change import Lost, OpenCase, PlannedChange
from language.catalog import Language, say, say_count


def remarks(changes: Sequence[PlannedChange], language: Language) -> Iterator[str]:
    """What to look at first, one line a matter."""
    rows = [one for one in changes if one.part == "activity"]
    for key, number in (
        ("closes", sum(any(each.is_live for each in one.lost) for one in changes)),
        ("moved", sum(one.moved is not None for one in rows)),
        ("probably_same", sum(one.probably_same for one in rows)),
    ):
        if number:
            yield say_count(f"revision.{key}", number, language)


def losses_worded(one: PlannedChange, language: Language) -> Iterator[str]:
    """What ends with a row that is gone; of a duty only the reports that somebody spoke of."""
    for lost in one.lost:
        if one.part == "activity" or lost.is_live:
            yield "; ".join(_lost(lost, language))


def _lost(lost: Lost, language: Language) -> Iterator[str]:
    status = say(f"status.{lost.status}", language)
    yield say("revision.lost.status", language, uid=lost.uid, status=status)
    if lost.reported_on is None:
        yield say("revision.lost.unreported", language)
    else:
        said = {"day": lost.reported_on, "by": lost.reported_by, "comment": lost.comment}
        key = "commented" if lost.comment else "reported"
        yield say(f"revision.lost.{key}", language, **said)
    if lost.case is not None:
        yield _case(lost.case, language)


def _case(case: OpenCase, language: Language) -> str:
    values = {"number": case.number, "wording": case.proposed, "until": case.parked_until}
    return say(f"revision.lost.case.{case.stands}", language, **values)
