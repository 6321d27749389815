"""Finds activities that are headings: numbered below one that announces them, or labelled."""

from collections.abc import Sequence

from intake import vocabulary as words
from intake.below_headings import stated_below
from intake.candidates import Candidate
from intake.document import Item, Section
from intake.periods import period_of
from intake.points import candidate_of
from intake.rows import with_bare_numbers
from intake.topics import topic_of
from intake.wording import key, split_number

MIN_HEADINGS = 3
MAX_LABEL = 2  # words: "Phase 2", but not "Update the list of members"


def headed(parts: Sequence[Section]) -> list[Candidate]:
    """Activities that are headings: numbered, below one that announces activities; or labelled."""
    chosen = _without_groups([section for section in parts if _is_activity(section)])
    few = len(chosen) < MIN_HEADINGS and not any(map(_is_labelled, chosen))
    if few or any(_is_known(section) for section in chosen):
        return []
    return with_bare_numbers([_headed(section) for section in chosen])


def _without_groups(chosen: list[Section]) -> list[Section]:
    """Without headings that only gather others, below which it stands who does them and when."""
    told = [one.path for one in chosen if stated_below(one)]
    return [one for one in chosen if one.path in told or not _gathers(one.path, told)]


def _gathers(path: tuple[str, ...], told: list[tuple[str, ...]]) -> bool:
    return any(len(one) > len(path) and one[: len(path)] == path for one in told)


def _is_activity(section: Section) -> bool:
    heading = section.heading
    if heading is None:
        return False
    if _is_labelled(section):
        return True
    numbered = split_number(heading.text)[0] is not None
    return numbered and any(topic_of(one) == "activities" for one in section.path[:-1])


def _is_labelled(section: Section) -> bool:
    """Whether who and when stand below the heading, each after its label."""
    stated = stated_below(section).keys()
    return {"responsible", "deadline"} <= stated and "description" not in stated


def _is_known(section: Section) -> bool:
    name = key(split_number(section.title)[1])
    parts = name.split()
    if not parts or (parts[0] in words.NOT_NAMES and len(parts) <= MAX_LABEL):
        return True
    return name in words.SECTION_NAMES or topic_of(section.title) in (
        "goals",
        "methods",
        "members",
        "requirements",
    )


def _headed(section: Section) -> Candidate:
    heading = section.heading
    assert heading is not None  # noqa: S101 - chosen by its heading
    stated = candidate_of(Item(heading.text, heading.place), period_of(section))
    below = stated_below(section)
    return Candidate(
        description=stated.description,
        place=heading.place,
        text=heading.text,
        number=stated.number,
        responsible=below.get("responsible") or stated.responsible,
        deadline=below.get("deadline") or stated.deadline,
    )
