"""Reporting duties that were read wrongly: `r1` is the first of the plan's duties."""

import re
from collections.abc import Mapping
from typing import Any, Final

Content = Mapping[str, Any]
READ: Final = "read"
LEFT_OUT_DUTIES: Final = "left_out_duties"
FIELDS: Final = ("text", "deadline")
_NAME: Final = re.compile(r"\s*[rR](\d{1,4})\s*")


def duty_place(content: Content, name: str) -> int | None:
    """Where the duty of that name stands; None where the name is no duty's."""
    found = _NAME.fullmatch(name)
    at = int(found[1]) - 1 if found else -1
    return at if 0 <= at < len(content["reporting"]) else None


def as_row(at: int, duty: Content) -> dict[str, Any]:
    """As rows are shown."""
    shown = {"number": f"r{at + 1}", "description": duty["text"], "responsible": None}
    return {**shown, "deadline": duty["deadline"]}


def duty_changed(content: Content, at: int, fields: Content) -> dict[str, Any]:
    """fields: of an activity; a duty has words and a time only."""
    names = {"description": "text", "deadline": "deadline"}
    changed = {names[name]: value for name, value in fields.items() if name in names}
    duties = list(content["reporting"])
    duties[at] = {**duties[at], **changed, READ: duties[at].get(READ, _reading(duties[at]))}
    return {**content, "reporting": duties}


def duty_left_out(content: Content, at: int) -> dict[str, Any]:
    duties = list(content["reporting"])
    gone = _as_read(duties.pop(at))
    left_out = [*content.get(LEFT_OUT_DUTIES, []), gone]
    return {**content, "reporting": duties, LEFT_OUT_DUTIES: left_out}


def carry_duties(content: Content, before: Content) -> dict[str, Any]:
    """A new reading with the corrections of the last version, where the document says the same."""
    left_out = [one for one in before.get(LEFT_OUT_DUTIES, []) if one in _readings(content)]
    kept = [one for one in content["reporting"] if _reading(one) not in left_out]
    duties = [_again(one, before.get("reporting", [])) for one in kept]
    return {**content, "reporting": duties, **({LEFT_OUT_DUTIES: left_out} if left_out else {})}


def _again(duty: dict[str, Any], before: list[dict[str, Any]]) -> dict[str, Any]:
    """A carried-over duty is corrected already; it is not read anew."""
    if READ in duty:
        return duty
    for old in before:
        if old.get(READ) == _reading(duty):
            return {**duty, **_reading(old), READ: old[READ]}
    return duty


def _readings(content: Content) -> list[dict[str, Any]]:
    return [_reading(one) for one in content["reporting"]]


def _reading(duty: Content) -> dict[str, Any]:
    return {name: duty[name] for name in FIELDS}


def _as_read(duty: Content) -> dict[str, Any]:
    read: dict[str, Any] = duty.get(READ) or _reading(duty)
    return read
