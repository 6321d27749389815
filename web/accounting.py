"""The list of old rows on a member's page: what became of each, one click a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from actions.letter_page import AskView, letter_view
from actions.passed_rows import Became, account_for
from language.catalog import say
from models.link_queries import asked_in
from models.values import Status
from web.answering import SEE_OTHER, language_of, show
from web.door import Door, Opened
from web.forms import Fields

CHOICES: Final[Mapping[str, Status]] = {
    "done": "done",
    "in_progress": "in_progress",
    "cancelled": "cancelled",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the form says of one row, and which answer its page had seen."""

    ask: AskView
    status: Status
    seen: str

    @property
    def is_late(self) -> bool:
        """Somebody was faster; the same answer sent twice is one answer."""
        return str(self.ask.seen) != self.seen

    @property
    def is_said(self) -> bool:
        said = self.ask.answered
        return said is not None and said.mine and said.status == self.status


def pages(door: Door) -> APIRouter:
    router = APIRouter()

    @router.post("/a/{token}/passed")
    def passed(token: str, fields: Fields) -> Response:
        with door.act(token) as opened:
            chosen = _chosen(opened, fields)
            if not chosen:
                words = say("page.passed.nothing", language_of(opened))
                return show(opened, door, token, words=words, status=422)
            if any(one.is_late and not one.is_said for one in chosen):
                return show(opened, door, token, problem="page.changed", status=409)
            _write_down(opened, door, [one for one in chosen if not one.is_late])
        return RedirectResponse(f"{door.prefix}/a/{token}?said={len(chosen)}", SEE_OTHER)

    return router


def _chosen(opened: Opened, fields: dict[str, str]) -> list[Chosen]:
    """For the rows of this letter only, whatever else the form holds."""
    office = opened.office
    view = letter_view(opened.session, opened.link, today=office.today, now=office.now)
    found = []
    for ask in view.asks:
        row = ask.about.activity_id
        status = CHOICES.get(fields.get(f"became_{row}", ""))
        if status is not None:
            found.append(Chosen(ask, status, fields.get(f"seen_{row}", "")))
    return found


def _write_down(opened: Opened, door: Door, chosen: list[Chosen]) -> None:
    asked = {one.id: one for one in asked_in(opened.session, opened.link.message_id)}
    account_for(
        opened.session,
        [Became(asked[one.ask.about.activity_id], one.status) for one in chosen],
        said_by=opened.link.person.name,
        person_id=opened.link.person_id,
        today=opened.office.today,
        now=opened.office.now,
        conventions=door.settings.council.conventions,
    )
