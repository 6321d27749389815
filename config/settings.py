"""What an administrator sets by environment variables, all checked at once."""

import os
import re
from collections.abc import Mapping
from datetime import date, datetime
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from config.calendar import working_calendar
from config.council import CouncilFile, read_council_file
from config.faults import fault
from config.link_key import read_link_key
from config.secrets import read_secret
from language.problems import Problem
from notifications.bounces import BounceSettings
from notifications.delivery.route import with_password
from notifications.delivery.settings import MailSettings
from notifications.links import LinkSettings
from rules.policy import Policy
from rules.working_days import WorkingCalendar

PREFIX = "TIDPLAN_"
CHANNEL = "channel_"
EIGHT = 8  # `--today D` stands for D, 08:00 in the council's zone


class UnknownSettingError(Problem):
    """An environment variable that begins with TIDPLAN_ and means nothing."""


class BadSettingError(Problem):
    """A setting whose value cannot be used."""


class NoChannelUrlError(Problem):
    """The council's file names a channel whose address is not set."""


class Settings(BaseModel):
    """Every setting, by the name of its variable without TIDPLAN_, in lower case."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    home: Path = Field(default_factory=lambda: Path(platformdirs.user_data_dir("tidplan")))
    database_url: str | None = Field(default=None, repr=False)
    mail_url: str | None = Field(default=None, repr=False)
    mail_from: str = "Tidplan <tidplan@localhost>"
    mail_password: str | None = Field(default=None, repr=False)
    mail_password_file: Path | None = None
    mail_redirect: str | None = None
    mail_bounces: str | None = None
    mail_per_minute: int | None = Field(default=None, ge=1)
    mail_connections: int = Field(default=1, ge=1, le=20)
    mail_ambiguous: str = "resend"
    public_url: str | None = None
    link_key: str | None = Field(default=None, repr=False)
    pages_port: int = Field(default=8420, ge=1, le=65535)
    council_file: Path | None = None
    language: Literal["sv", "en"] | None = None
    time_zone: str = "Europe/Stockholm"

    _channel_urls: dict[str, str] = PrivateAttr(default_factory=dict)

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        if zone not in available_timezones():
            raise PydanticCustomError("fault.no_time_zone", "no time zone of that name")
        return zone

    @field_validator("public_url")
    @classmethod
    def _reachable_safely(cls, url: str) -> str:
        """https, but for this machine; without a slash at the end."""
        if not _is_safe(url) or "?" in url or "#" in url:
            raise PydanticCustomError("fault.pages_address", "no safe address of pages")
        return url.rstrip("/")

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{self.home / 'tidplan.db'}"

    @property
    def database_shown(self) -> str:
        """The address without its password."""
        return re.sub(r"(://[^:/@]*):[^@]*@", r"\1:***@", self.database)

    @property
    def council_path(self) -> Path:
        return self.council_file or self.home / "council.yaml"

    @cached_property
    def council(self) -> CouncilFile:
        """The council's own file; defaults where there is none."""
        return read_council_file(self.council_path, must_exist=self.council_file is not None)

    def trying(self, path: Path) -> "Settings":
        """With another council file, for a look; what it leaves out stays as it is."""
        tried = read_council_file(path, must_exist=True)
        given = {name: getattr(tried, name) for name in tried.model_fields_set}
        other = self.model_copy()
        other.__dict__["council"] = self.council.model_copy(update=given)  # where it is cached
        return other

    @property
    def policy(self) -> Policy:
        return self.council.policy

    @property
    def mail(self) -> MailSettings:
        return MailSettings(
            url=self._mail_url_with_password(),
            sender=self.mail_from,
            redirect=self.mail_redirect,
            per_minute=self.mail_per_minute,
            connections=self.mail_connections,
            ambiguous=self.mail_ambiguous,
            channels=self._channels(),
            bounces=self._bounces(),
            links=self.links,
        )

    def _bounces(self) -> BounceSettings | None:
        if self.mail_bounces is None:
            return None
        key = read_link_key(self.link_key, self.home / "link.key")
        return BounceSettings(self.mail_bounces, key)

    def _channels(self) -> dict[str, str]:
        """The secret address of each place that the council's file gives a channel."""
        return {
            place: _channel_url(self._channel_urls, name)
            for place, name in self.council.channels.items()
        }

    def _mail_url_with_password(self) -> str | None:
        password = read_secret(
            "TIDPLAN_MAIL_PASSWORD", self.mail_password, self.mail_password_file
        )
        if self.mail_url is None or password is None:
            return self.mail_url
        return with_password(self.mail_url, password)

    @property
    def links(self) -> LinkSettings | None:
        """Letters carry links where somebody serves their pages."""
        if self.public_url is None:
            return None
        return LinkSettings(self.public_url, read_link_key(self.link_key, self.home / "link.key"))

    def calendar(self, today: date) -> WorkingCalendar:
        return working_calendar(self.council.calendar, around=today)

    @property
    def calendar_chosen(self) -> dict[str, Any]:
        """As the council's file has it, as JSON: a part of its rules."""
        return self.council.calendar.model_dump(mode="json", by_alias=True)

    def now(self) -> datetime:
        """The only clock: read by the doors, passed down from there."""
        return datetime.now(ZoneInfo(self.time_zone))

    def moment(self, today: date | None) -> datetime:
        """What a door passes down as `now`: a named day's morning, or this moment."""
        if today is None:
            return self.now()
        return datetime(today.year, today.month, today.day, EIGHT, tzinfo=ZoneInfo(self.time_zone))


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment; raises a Problem that names the variable."""
    given = {
        name.removeprefix(PREFIX).lower(): value
        for name, value in (os.environ if environment is None else environment).items()
        if name.startswith(PREFIX) and value
    }
    urls = {name: given.pop(name) for name in list(given) if name.startswith(CHANNEL)}
    for name in given:
        if name not in Settings.model_fields:
            raise UnknownSettingError(name=_variable(name), like=_closest(name))
    try:
        settings = Settings.model_validate(given)
    except ValidationError as error:
        name = _variable(str(error.errors()[0]["loc"][0]))
        raise BadSettingError(name=name, why=fault(error, of=Settings, called=_variable)) from None
    settings._channel_urls.update(urls)  # noqa: SLF001 - each has a name of its own
    return settings


def _is_safe(url: str) -> bool:
    try:
        scheme, host = urlsplit(url).scheme, urlsplit(url).hostname
    except ValueError:
        return False
    here = scheme == "http" and host in {"localhost", "127.0.0.1"}
    return bool(host) and (scheme == "https" or here)


def _channel_url(urls: Mapping[str, str], name: str) -> str:
    """From TIDPLAN_CHANNEL_NAME, or from the file that TIDPLAN_CHANNEL_NAME_FILE names."""
    key = CHANNEL + name.lower()
    file = urls.get(f"{key}_file")
    url = read_secret(_variable(key), urls.get(key), Path(file) if file else None)
    if url is None:
        raise NoChannelUrlError(name=_variable(key))
    return url


def _closest(name: str) -> str:
    return _variable((get_close_matches(name, Settings.model_fields, 1, 0) or ["home"])[0])


def _variable(name: str) -> str:
    return PREFIX + name.upper()
