"""Foreseen failures: named after the problem, told in the reader's words."""

from typing import Any


class Problem(Exception):  # noqa: N818 - the root of all named ...Error classes
    """Something a person can mend.

    Its sentence stands in the catalogs under `problem.<class name>`, and takes `values`.
    exit_code: 2 for bad input or usage, 1 for work that failed.
    """

    exit_code = 2

    def __init__(self, **values: Any) -> None:
        super().__init__(*(f"{name}={value}" for name, value in values.items()))
        self.values = values
