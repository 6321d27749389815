"""Whatever value is wrong, no sentence of a library reaches a person."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
import yaml
from pydantic import BaseModel, ValidationError

from config.council import CouncilFile, CouncilFileError, PolicyChangesError, read_council_file
from config.faults import KEY, KINDS, fault
from config.link_key import BadLinkKeyError, read_link_key
from config.secrets import BadSecretError, read_secret
from config.settings import BadSettingError, Settings, load_settings
from language.catalog import LANGUAGES, explain
from language.problems import Words

Where = tuple[str | int, ...]
OF_PYDANTIC = ("Input should", "Value error", "Field required", "Extra inputs", "Keys should")
WRONG: tuple[Any, ...] = (
    None,
    True,
    -1,
    2.5,
    10**9,
    float("inf"),
    "ofta",
    "9" * 5000,
    [],
    [-1],
    ["ofta"],
    [2.5],
    {},
    {"okänt": 1},
    {1: "x"},
    date(2026, 6, 30),
    datetime(2026, 6, 30, 22),  # noqa: DTZ001 - as YAML reads it
)


def names_in(model: type[BaseModel], where: Where = ()) -> Iterator[Where]:
    """Every place of a council's file that a value can stand in."""
    for name, field in model.model_fields.items():
        here = (*where, field.alias or name)
        yield here
        yield from below(field.annotation, here)


def below(kind: Any, where: Where) -> Iterator[Where]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield from names_in(kind, where)
    parts = get_args(kind)
    if get_origin(kind) is tuple:
        yield (*where, 0)
        yield from below(parts[0], (*where, 0))
    elif get_origin(kind) in (dict, Mapping):
        yield (*where, "sjo")
        yield from below(parts[1], (*where, "sjo"))
    else:
        for part in parts:
            yield from below(part, where)


def placed(where: Where, value: Any) -> Any:
    if not where:
        return value
    first, *rest = where
    inside = placed(tuple(rest), value)
    return [inside] if isinstance(first, int) else {first: inside}


EVERYWHERE = tuple(names_in(CouncilFile))


@pytest.mark.parametrize("where", EVERYWHERE, ids=lambda where: ".".join(map(str, where)))
def test_no_wrong_value_is_told_in_the_words_of_a_library(tmp_path: Path, where: Where) -> None:
    file = tmp_path / "council.yaml"
    told = []
    for value in WRONG:
        file.write_text(yaml.safe_dump(placed(where, value), allow_unicode=True), "utf-8")
        try:
            read_council_file(file, must_exist=True)
        except CouncilFileError as refused:
            told += [(refused.values["why"].key, explain(refused, one)) for one in LANGUAGES]
    assert told
    assert [key for key, _ in told if key == "fault.other"] == []
    assert [said for _, said in told if any(theirs in said for theirs in OF_PYDANTIC)] == []


def complaints() -> Iterator[tuple[str, bool]]:
    """The kinds of errors that wrong values make, and whether a name is what is wrong."""
    for where in EVERYWHERE:
        for value in WRONG:
            try:
                CouncilFile.model_validate(placed(where, value))
            except ValidationError as refused:
                for one in refused.errors():
                    yield one["type"], KEY in one["loc"]


def test_the_kinds_of_errors_are_those_that_happen() -> None:
    happen = {kind for kind, of_a_name in complaints() if not of_a_name}
    assert {kind for kind in happen if not kind.startswith("fault.")} == set(KINDS)


def test_an_error_of_another_kind_has_a_sentence_too() -> None:
    class Seen(BaseModel):
        share: complex

    with pytest.raises(ValidationError) as refused:
        Seen.model_validate({"share": "hälften"})
    why = fault(refused.value, of=Seen)
    assert explain(PolicyChangesError(why=why), "sv").startswith(
        "Det som körningen skulle göra annorlunda går inte att använda: "
        "share går inte att använda med ”hälften”."
    )


def test_a_long_value_is_cut() -> None:
    with pytest.raises(PolicyChangesError) as refused:
        CouncilFile().policy_with({"quiet": "många " * 100})
    assert len(explain(refused.value, "sv")) < 300


@pytest.mark.parametrize(
    ("changes", "swedish", "english"),
    [
        pytest.param(
            {"check_inn": 30},
            "check_inn finns inte: närmast är check_in.",
            "check_inn does not exist: the closest is check_in.",
            id="a name that is misspelt",
        ),
        pytest.param(
            {"lead": {"week": [3, "x"]}},
            "lead.week.1 ska vara ett heltal, inte ”x”.",
            'lead.week.1 should be a whole number, not "x".',
            id="a word among days",
        ),
    ],
)
def test_a_runs_own_policy_is_told_likewise(
    changes: dict[str, Any], swedish: str, english: str
) -> None:
    with pytest.raises(PolicyChangesError) as refused:
        CouncilFile().policy_with(changes)
    assert swedish in explain(refused.value, "sv")
    assert english in explain(refused.value, "en")


@pytest.mark.parametrize(
    ("name", "value", "swedish", "english"),
    [
        ("PAGES_PORT", "0", "ska vara minst 1, inte ”0”", 'should be at least 1, not "0"'),
        ("MAIL_CONNECTIONS", "99", "ska vara högst 20", "should be at most 20"),
        ("MAIL_PER_MINUTE", "snabbt", "ska vara ett heltal", "should be a whole number"),
        ("LANGUAGE", "de", "ska vara något av sv, en", "should be one of sv, en"),
        ("TIME_ZONE", "Europe/Sjö", "ska vara en tidszon som", "should be a time zone like"),
        ("PUBLIC_URL", "http://[", "ska vara sidornas adress", "should be the address of the"),
    ],
)
def test_a_settings_fault_is_told_likewise(
    name: str, value: str, swedish: str, english: str
) -> None:
    with pytest.raises(BadSettingError) as refused:
        load_settings({f"TIDPLAN_{name}": value})
    assert f"går inte att använda: TIDPLAN_{name} {swedish}" in explain(refused.value, "sv")
    assert f"cannot be used: TIDPLAN_{name} {english}" in explain(refused.value, "en")


@pytest.mark.parametrize("name", ["mail_url", "mail_password", "link_key", "database_url"])
def test_a_setting_that_is_secret_is_not_shown(name: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Settings.model_validate({name: ["hemligt"]})
    why = fault(refused.value, of=Settings)
    assert why == Words("fault.text", {"name": name, "value": "***"})


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\xff\xfe", "är inte sparad som UTF-8"), (b"", "har ingenting på första raden")],
    ids=["no text", "empty"],
)
def test_a_secret_file_that_cannot_be_used_is_told(
    tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "secret"
    file.write_bytes(content)
    with pytest.raises(BadSecretError) as refused:
        read_secret("TIDPLAN_MAIL_PASSWORD", None, file)
    assert f"{file} {said}" in explain(refused.value, "sv")


def test_a_key_that_is_too_short_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadLinkKeyError) as refused:
        read_link_key("kort", tmp_path / "link.key")
    assert "den har 4 tecken" in explain(refused.value, "sv")
