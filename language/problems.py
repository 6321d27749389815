"""Foreseen failures: named after the problem, told in the reader's words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Words:
    """A part of a sentence, kept as its key in the catalogs until the reader is known."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


class Problem(Exception):  # noqa: N818 - the root of all named ...Error classes
    """Something a person can mend.

    Its sentence stands in the catalogs under `problem.<class name>`, and takes `values`; those
    that are Words, or several of them, are said in the reader's language too.
    exit_code: 2 for bad input or usage, 1 for work that failed.
    """

    exit_code = 2

    def __init__(self, **values: Any) -> None:
        super().__init__(*(f"{name}={value}" for name, value in values.items()))
        self.values = values
