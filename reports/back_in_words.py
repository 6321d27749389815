"""What a sheet that came back would change, in words: the same at the keyboard and in a flow."""

from collections.abc import Iterator

from language.catalog import Language, say, say_count
from reports.round_trip import Edit, FilledSheet, LeftOut, ReadBack, RowChange, RowDoubt


def summary(sheet: FilledSheet, found: ReadBack, language: Language) -> str:
    if not found.changes:
        return say("reports.back.nothing", language, file=sheet.path)
    return say_count("reports.back.rows", len(found.changes), language, file=sheet.path)


def changed(change: RowChange) -> str:
    return f"{change.uid}: {change.activity}"


def cells(change: RowChange, language: Language) -> Iterator[str]:
    """Each cell with its old and new words."""
    for edit in change.edits:
        before, after = (_said(edit, value, language) for value in (edit.before, edit.after))
        due = f" ({edit.deadline.due})" if edit.deadline and edit.deadline.due else ""
        heading = say(f"reports.heading.{edit.column}", language)
        yield f"{heading}: {before} → {after}{due}"
    if change.comment:
        yield f"{say('reports.heading.comment', language)}: {change.comment}"


def _said(edit: Edit, value: str, language: Language) -> str:
    return say(f"status.{value}", language) if edit.column == "status" else value or "–"


def remarks(sheet: FilledSheet, found: ReadBack, language: Language) -> Iterator[str]:
    """What to look at first; what is not taken over, and why."""
    yield from (doubted(one, language) for one in found.doubts)
    yield from (_left_out(one, language) for one in found.left_out)
    for at in sheet.unnamed:
        yield say("reports.back.unnamed", language, row=at)
    if sheet.missing:
        yield say_count("reports.back.missing", len(sheet.missing), language)


def doubted(one: RowDoubt, language: Language) -> str:
    key = f"reports.back.doubt.{one.because}"
    return say(key, language, row=one.row, uid=one.uid, said=one.said)


def _left_out(one: LeftOut, language: Language) -> str:
    column = say(f"reports.heading.{one.column}", language) if one.column else ""
    key = f"reports.back.left_out.{one.because}"
    return say(key, language, row=one.row, uid=one.uid, column=column)
