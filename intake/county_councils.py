"""County councils: a local authority in Britain, and what became the regions in Sweden."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from intake.document import Document, Doubt, Table, doubt
from intake.wording import fold
from models.values import Language, PlanMember

_COUNCIL = re.compile(r"\bcounty council\b|\bcounty council of\b", re.IGNORECASE)
_NORDIC = re.compile(
    r"[åäöæøÅÄÖÆØ]|\b(?:region|kommun|kommune|landsting|sweden|swedish|norway|norwegian|denmark"
    r"|danish)\b",
    re.IGNORECASE,
)


def with_counties(
    document: Document, members: Sequence[PlanMember], language: Language
) -> tuple[tuple[PlanMember, ...], list[Doubt]]:
    """The members, and one question that names the county councils among their organisations.

    In an English paper in which nothing is Nordic, they are local authorities.
    """
    names = dict.fromkeys(
        one.organisation for one in members if _COUNCIL.search(one.organisation or "")
    )
    if not names or language != "en":
        return tuple(members), []
    british = not any(map(_NORDIC.search, _texts(document)))
    found = tuple(
        replace(one, principal="municipality")
        if british and one.organisation in names and one.principal == "region"
        else one
        for one in members
    )
    said = ", ".join(filter(None, names))
    asked = (
        doubt("county_as_municipality", names=said)
        if british
        else doubt("county_as_region", names=said)
    )
    return found, [asked]


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (fold(cell) for row in block.rows for cell in row.cells)
        else:
            yield block.text
