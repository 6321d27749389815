"""A plan of ours that people filled in comes back: shown, and stored when told to."""

from collections.abc import Iterator
from hashlib import sha256

from actions.read_back import apply_sheet, compare_sheet
from flows.door import ACTOR, Done, Door
from flows.words import bullets, page, plain
from intake.opening import Opened
from language.catalog import Language, say, say_count
from reports.back_in_words import cells, changed, remarks, summary
from reports.filled_sheet import read_filled_sheet
from reports.marker import is_plan_sheet
from reports.round_trip import FilledSheet, ReadBack


def is_ours(opened: Opened) -> bool:
    return opened.kind == "xlsx" and is_plan_sheet(opened.content)


def take_back(door: Door, opened: Opened, *, approve: bool) -> Done:
    sheet = read_filled_sheet(opened.path, opened.content)
    conventions = door.settings.council.conventions
    with door.council() as (session, council):
        found = compare_sheet(
            session, council=council, sheet=sheet, today=door.today, conventions=conventions
        )
        if approve and found.changes:
            apply_sheet(
                session,
                council=council,
                sheet=sheet,
                approved=found,
                sha256=sha256(opened.content).hexdigest(),
                actor=ACTOR,
                today=door.today,
                now=door.now,
                conventions=conventions,
            )
    headline = _headline(found, door.language, stored=approve)
    return Done(headline, _shown(sheet, found, headline, door.language))


def _headline(found: ReadBack, language: Language, *, stored: bool) -> str:
    number = len(found.changes)
    if not number:
        return say("flows.import.sheet_unchanged", language, group=found.group)
    key = "reports.back.stored" if stored else "flows.import.sheet_waits"
    return say_count(key, number, language, group=found.group)


def _shown(sheet: FilledSheet, found: ReadBack, headline: str, language: Language) -> str:
    return page(
        plain(summary(sheet, found, language)),
        plain(headline),
        bullets(_rows(found, language)),
        bullets(remarks(sheet, found, language)),
    )


def _rows(found: ReadBack, language: Language) -> Iterator[str]:
    for change in found.changes:
        yield f"{changed(change)} ({'; '.join(cells(change, language))})"
