"""What an administrator sets about mail: from variables, and secrets from a file."""

from pathlib import Path
from typing import Any

import pytest

from config.secrets import BadSecretError
from config.settings import BadSettingError, NoChannelUrlError, load_settings
from language.catalog import explain
from language.problems import Problem
from models.tables.mail import MESSAGE_KINDS
from notifications.delivery.ambiguous import BadAmbiguousError
from notifications.delivery.carrier import open_carrier
from notifications.delivery.route import (
    ClearTextPasswordError,
    PasswordTwiceError,
    PasswordWithoutUserError,
    Relay,
)
from notifications.delivery.settings import MailSettings

EVERY = set(MESSAGE_KINDS)
SECRET = "Hemligt/lös@ord #1 + 2&3"


def mail(**given: object) -> MailSettings:
    environment = {f"TIDPLAN_{name.upper()}": str(value) for name, value in given.items()}
    return load_settings(environment).mail


def password_of(settings: MailSettings) -> str:
    """As the relay will hear it."""
    assert isinstance(settings.route, Relay)
    carrier: Any = open_carrier(settings, settings.route)
    return str(carrier._plugin.conversation.access.password)


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("mailtos://tidplan@relay.example.se:587", id="user in the address"),
        pytest.param("mailtos://relay.example.se?user=tid%40example.se", id="user as an option"),
        pytest.param("mailtos://tidplan@relay.example.se?mode=ssl", id="with other options"),
    ],
)
def test_the_password_comes_from_a_file_or_a_variable(url: str, tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(SECRET + "\n", encoding="utf-8")
    assert password_of(mail(mail_url=url, mail_password_file=file)) == SECRET
    assert password_of(mail(mail_url=url, mail_password=SECRET)) == SECRET


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("mailtos://tidplan:other@relay.example.se", PasswordTwiceError),
        ("mailtos://tidplan@relay.example.se?pass=other", PasswordTwiceError),
        ("mailtos://relay.example.se", PasswordWithoutUserError),
        ("mailto://tidplan@relay.example.se", ClearTextPasswordError),
    ],
)
def test_a_password_that_cannot_be_used_is_refused_untold(
    url: str, problem: type[Problem]
) -> None:
    with pytest.raises(problem) as refused:
        mail(mail_url=url, mail_password="hemligt")
    assert "hemligt" not in explain(refused.value, "sv") + repr(refused.value)


@pytest.mark.parametrize("content", [None, "", "\n"], ids=["missing", "empty", "empty line"])
def test_a_file_without_a_secret_is_refused(content: str | None, tmp_path: Path) -> None:
    file = tmp_path / "password"
    if content is not None:
        file.write_text(content)
    with pytest.raises(BadSecretError):
        mail(mail_url="mailtos://tidplan@relay.example.se", mail_password_file=file)


def test_one_secret_at_a_time(tmp_path: Path) -> None:
    with pytest.raises(BadSecretError) as refused:
        mail(mail_url="mailtos://a@h.example.se", mail_password="x1", mail_password_file=tmp_path)
    assert "x1" not in repr(refused.value)


def test_the_settings_do_not_show_their_password() -> None:
    settings = load_settings(
        {
            "TIDPLAN_MAIL_URL": "mailtos://me:hemligt@relay.example.se",
            "TIDPLAN_MAIL_PASSWORD": "hemligt",
        }
    )
    assert "hemligt" not in repr(settings) + str(settings)


@pytest.mark.parametrize("given", ["0", "-1", "fast"])
def test_a_rate_is_a_number_of_messages(given: str) -> None:
    assert mail(mail_url="mailto://relay.example.se", mail_per_minute=120).rate == 120
    with pytest.raises(BadSettingError):
        mail(mail_per_minute=given)


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ("resend", set()),
        ("hold", EVERY),
        ("resend,digest=hold", {"digest"}),
        ("hold, reminder=resend", EVERY - {"reminder"}),
    ],
)
def test_what_may_have_arrived_is_held_by_kind(written: str, held: set[str]) -> None:
    assert mail(mail_ambiguous=written).held_kinds == held


@pytest.mark.parametrize("written", ["maybe", "letter=hold", "digest=", "hold,"])
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(BadAmbiguousError):
        mail(mail_ambiguous=written)


def test_a_channels_address_comes_from_a_variable_or_a_file(tmp_path: Path) -> None:
    file, council = tmp_path / "hook", tmp_path / "council.yaml"
    file.write_text("jsons://hook.example.se/b\n")
    council.write_text("channels: {committee: UTSKOTT, handledargruppen: handledare}\n")
    environment = {
        "TIDPLAN_COUNCIL_FILE": str(council),
        "TIDPLAN_CHANNEL_UTSKOTT": "jsons://hook.example.se/a",
        "TIDPLAN_CHANNEL_HANDLEDARE_FILE": str(file),
    }
    settings = load_settings(environment)
    assert settings.mail.channels == {
        "committee": "jsons://hook.example.se/a",
        "handledargruppen": "jsons://hook.example.se/b",
    }
    assert "hook.example.se" not in repr(settings) + repr(settings.mail)
    del environment["TIDPLAN_CHANNEL_UTSKOTT"]
    with pytest.raises(NoChannelUrlError):
        _ = load_settings(environment).mail
