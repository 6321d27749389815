"""Makes up the cells of plans' "Klart" and "Deadline" columns: many families, none twice."""

import random
import tomllib
from pathlib import Path

CELLS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
MONTHS = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "January February March April May June July August September October November December",
}
SEASONS = {"sv": "våren sommaren hösten vintern", "en": "spring summer autumn winter"}
ORDINALS = {"sv": "första andra tredje fjärde", "en": "first second third fourth"}
OWNERS = ("Anna Berg", "Sekretariatet", "AU", "Region Norr", "The secretariat", "Working group 2")


def plan_cells(lang: str, count: int) -> list[str]:
    """As many distinct cells, always the same ones."""
    chance = random.Random(lang)  # noqa: S311 - an order, not a secret
    cells: dict[str, None] = {}
    while len(cells) < count:
        cells[chance.choice(CELLS[lang]).format_map(_words(lang, chance))] = None
    return list(cells)


def _words(lang: str, chance: random.Random) -> dict[str, object]:
    year, number = chance.randint(2015, 2045), chance.randint(1, 11)
    day, months = chance.randint(1, 28), MONTHS[lang].split()
    return {
        "year": year,
        "nextyear": year + 2,
        "yy": year % 100,
        "next": (year + 1) % 100,
        "number": number,
        "month": months[number - 1],
        "Month": months[number - 1].title(),
        "later": months[number],
        "day": day,
        "iso": f"{year}-{number:02}-{day:02}",
        "week": chance.randint(1, 52),
        "quarter": chance.randint(1, 4),
        "tertial": chance.randint(1, 3),
        "half": chance.randint(1, 2),
        "count": chance.randint(2, 12),
        "many": chance.randint(10, 999),
        "season": chance.choice(SEASONS[lang].split()),
        "ordinal": chance.choice(ORDINALS[lang].split()),
        "owner": chance.choice(OWNERS),
    }
