"""docs/mail.md tells of every part of a letter, and shows every mail."""

from pathlib import Path

import pytest
from letter_examples import messages, pictures_of

from notifications.occasions.every import OCCASIONS

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "mail.md").read_text()


@pytest.mark.parametrize("occasion", [one.__name__ for one in OCCASIONS])
def test_every_part_of_a_letter_is_documented(occasion: str) -> None:
    assert f"| `{occasion}` |" in PAGE


@pytest.mark.parametrize("name", list(messages()))
def test_every_mail_is_shown(name: str) -> None:
    names = {file for _, _, file in pictures_of(name)}
    assert names <= {file.name for file in (DOCS / "pictures").iterdir()}
    assert any(f"(pictures/{file})" in PAGE for file in names)


def test_no_picture_is_left_over() -> None:
    taken = {file for name in messages() for _, _, file in pictures_of(name)}
    kept = {file.name for file in (DOCS / "pictures").glob("mail-*-*.png")}
    assert kept == taken
