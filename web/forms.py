"""What a posted form holds, where the names of its fields cannot be known beforehand."""

from typing import Annotated

from fastapi import Depends, Request

LONGEST = 2_000  # characters of what people write
LARGEST = 2**31 - 1  # what a database can count to


async def form(request: Request) -> dict[str, str]:
    """Files are left out."""
    sent = await request.form(max_fields=1000, max_files=1)
    return {name: value for name, value in sent.items() if isinstance(value, str)}


Fields = Annotated[dict[str, str], Depends(form)]


def text_in(fields: dict[str, str], name: str) -> str:
    return fields.get(name, "").strip()[:LONGEST]


def number_in(fields: dict[str, str], name: str) -> int:
    """0 where there is none."""
    given = fields.get(name, "")
    plain = given.isascii() and given.isdecimal() and len(given) <= len(str(LARGEST))
    return int(given) if plain and fits(int(given)) else 0


def fits(number: int) -> bool:
    """Numbers that a database can hold."""
    return 0 < number <= LARGEST
