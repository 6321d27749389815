"""What is wrong with a value that somebody wrote: pydantic's first complaint, in our own words."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, get_args, get_origin

import yaml
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from language.problems import Words

OWN = "fault."  # our validators' types are keys of the catalogs
KEY = "[key]"  # where pydantic says that a name is wrong, and not its value
LONGEST = 60
KINDS = {
    "missing": "missing",
    "extra_forbidden": "unknown_name",
    "invalid_key": "unknown_name",
    "int_type": "whole_number",
    "int_parsing": "whole_number",
    "int_parsing_size": "whole_number",
    "int_from_float": "whole_number",
    "finite_number": "whole_number",
    "bool_type": "true_or_false",
    "bool_parsing": "true_or_false",
    "string_type": "text",
    "tuple_type": "list",
    "dict_type": "section",
    "model_type": "section",
    "literal_error": "one_of",
    "greater_than_equal": "at_least",
    "less_than_equal": "at_most",
    "date_type": "day",
    "date_from_datetime_parsing": "day",
    "date_from_datetime_inexact": "day",
    "time_type": "time",
    "time_parsing": "time",
}
Fields = Mapping[str, FieldInfo]


def fault(
    error: ValidationError, *, of: type[BaseModel], called: Callable[[str], str] = str
) -> Words:
    """The first error of a validation of `of`; called: what people call a dotted name."""
    first = error.errors(include_url=False)[0]
    kind, where = _kind(first), [str(part) for part in first["loc"] if part != KEY]
    name = called(".".join(where))
    values = {"name": name, "value": _shown(first["input"])} | first.get("ctx", {})
    if kind == "unknown_name":
        return _unknown(name, _known(first, of))
    if kind == "one_of":
        values["choices"] = ", ".join(_choices(first))
    if _is_secret(of, where):
        values["value"] = "***"
    return Words(f"{OWN}{kind}", values)


def _kind(first: Mapping[str, Any]) -> str:
    theirs: str = first["type"]
    if not first["loc"]:
        return "no_names"
    if first["loc"][-1] == KEY:
        return "unknown_name" if theirs == "literal_error" else "text_name"
    return theirs.removeprefix(OWN) if theirs.startswith(OWN) else KINDS.get(theirs, "other")


def _unknown(name: str, known: Sequence[str]) -> Words:
    section, dot, last = name.rpartition(".")
    near = get_close_matches(last.casefold(), known, 1)
    if near:
        return Words(f"{OWN}misspelt_name", {"name": name, "like": section + dot + near[0]})
    return Words(f"{OWN}unknown_name", {"name": name, "known": ", ".join(known)})


def _known(first: Mapping[str, Any], of: type[BaseModel]) -> list[str]:
    """The names that could stand where an unknown one stands."""
    if first["type"] == "literal_error":
        return _choices(first)
    given = first.get("ctx", {}).get("known")
    return list(given or _fields(_model_at(of, first["loc"][:-1])))


def _choices(first: Mapping[str, Any]) -> list[str]:
    return re.findall("'([^']*)'", first["ctx"]["expected"])


def _fields(model: type[BaseModel]) -> Fields:
    """By the names that people write."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _model_at(model: type[BaseModel], where: Iterable[str | int]) -> type[BaseModel]:
    parts = iter(where)
    for part in parts:
        kind = _fields(model)[str(part)].annotation
        if get_origin(kind) in (dict, tuple):
            next(parts, None)  # whose key or number it is, is no name of ours
        model = next(_models_in(kind))
    return model


def _models_in(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for part in get_args(kind):
        yield from _models_in(part)


def _is_secret(of: type[BaseModel], where: Sequence[str]) -> bool:
    return any(not its.repr for name, its in _fields(of).items() if name in where[:1])


def _shown(value: object) -> str:
    """As the council's file would have it, on one line."""
    if not isinstance(value, str):
        value = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True)
    text = " ".join(value.removesuffix("...\n").split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
