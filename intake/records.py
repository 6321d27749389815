"""Activities written as labelled words: which of them belong to the same activity."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from intake.candidates import Candidate
from intake.document import Place, Section
from intake.labels import Labelled, labelled
from intake.points import who_in
from intake.wording import split_number

Record = tuple[dict[str, str], Place]


def records(parts: Sequence[Section]) -> list[Candidate]:
    return [
        _candidate(values, place)
        for section in parts
        for values, place in _records(list(labelled(section.blocks)))
        if "description" in values and ("responsible" in values or "deadline" in values)
    ]


def _records(found: list[Labelled]) -> Iterator[Record]:
    """A label that comes again opens the next one, and so does the one that opens them all."""
    opener = _opener(found)
    record: dict[str, str] = {}
    place = Place()
    for one in found:
        if one.role == opener or one.role in record:
            if record:
                yield record, place
            record, place = {}, one.place
        if record or one.role == opener:
            record[one.role] = one.value
            record.setdefault("marker", one.marker.rstrip(".)"))
    if record:
        yield record, place


def _opener(found: list[Labelled]) -> str:
    """The activity itself, unless each stands behind another label."""
    at = [n for n, one in enumerate(found) if one.role == "description"]
    lead = [one for one in found[: at[0]] if not one.weak] if at else []
    beside = [one for one in lead if one.block == found[at[0]].block]
    if beside:
        return beside[0].role
    if not lead:
        return "description"
    tail = [one.role for one in found[at[-1] + 1 :]]
    inner = [[one.role for one in found[a + 1 : b]] for a, b in pairwise(at)]
    told_behind = all(roles == tail for roles in inner) if inner else bool(tail)
    return "description" if told_behind else lead[0].role


def _candidate(values: dict[str, str], place: Place) -> Candidate:
    number, description = split_number(values["description"])
    who = values.get("responsible")
    if who is None:
        who, description = who_in(description)
    return Candidate(
        description=description,
        place=place,
        text=" | ".join(value for role, value in values.items() if role != "marker"),
        number=values.get("number") or number or values["marker"] or None,
        responsible=who,
        deadline=values.get("deadline"),
    )
