"""What an administrator writes is taken, or refused in a sentence that hides the password."""

import logging

import pytest
from letters import MAIL

from language.catalog import LANGUAGES, explain
from language.problems import Problem
from notifications.delivery.redaction import HidePasswords
from notifications.delivery.route import Folder, Relay
from notifications.delivery.settings import MailSettings


@pytest.mark.parametrize(
    ("url", "host", "rate"),
    [
        pytest.param("mailto://127.0.0.1:2525", "127.0.0.1", None, id="this machine: no limit"),
        pytest.param("mailto://relay.example.se", "relay.example.se", 30, id="another: careful"),
        pytest.param("mailtos://me:s%40fe@smtp.example.se", "smtp.example.se", 30, id="password"),
        pytest.param("mailtos://me:s@h.example.se?mode=ssl", "h.example.se", 30, id="over TLS"),
    ],
)
def test_a_relay(url: str, host: str, rate: int | None) -> None:
    settings = MailSettings(url=url, sender=MAIL.sender)
    assert isinstance(settings.route, Relay)
    assert (settings.route.host, settings.rate) == (host, rate)


def test_a_directory() -> None:
    assert isinstance(MailSettings(url="eml:/tmp/post").route, Folder)


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("smtp://h.example.se", id="unknown scheme"),
        pytest.param("h.example.se:25", id="no scheme"),
        pytest.param("mailtos://", id="no host"),
        pytest.param("mailto://h.example.se:port", id="bad port"),
        pytest.param("mailto://h.example.se:99999", id="port out of range"),
        pytest.param("mailtos://me:hemligt#x@h.example.se", id="password not encoded"),
        pytest.param("mailto://me:hemligt@h.example.se", id="password in clear text"),
        pytest.param("mailtos://me:hemligt@h.example.se?to=a@b.se", id="recipient by URL"),
        pytest.param("mailtos://me:hemligt@h.example.se/a@b.se", id="recipient in the path"),
        pytest.param("mailtos://me:hemligt@h.example.se?retry=3", id="retry"),
        pytest.param("mailtos://me:hemligt@h.example.se?bcc=a@b.se", id="copies"),
        pytest.param("eml:", id="no directory"),
        pytest.param("", id="empty"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bad_url_is_told_without_its_password(url: str, language: str) -> None:
    with pytest.raises(Problem) as problem:
        MailSettings(url=url, sender=MAIL.sender)
    said = explain(problem.value, "sv" if language == "sv" else "en")
    assert "TIDPLAN_MAIL_URL" in said
    assert "hemligt" not in said + str(problem.value) + repr(problem.value)


def test_settings_do_not_show_their_url() -> None:
    settings = MailSettings(url="mailtos://me:hemligt@h.example.se", sender=MAIL.sender)
    assert "hemligt" not in repr(settings) + repr(settings.route)


@pytest.mark.parametrize("wrong", [{"sender": "nobody"}, {"redirect": "a b@c.se"}])
def test_a_bad_address_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(Problem):
        MailSettings(**wrong)


@pytest.mark.parametrize(
    "said",
    [
        "Loading mailtos://me:hemligt@host",
        "could not parse mailtos://me:pa@ss:word@host/x",
        "login with hemligt failed",
    ],
)
def test_no_password_reaches_a_log(said: str) -> None:
    record = logging.LogRecord("apprise", logging.INFO, "", 0, "%s", (said,), None)
    HidePasswords("hemligt").filter(record)
    assert "hemligt" not in record.getMessage()
    assert "ss:word" not in record.getMessage()
