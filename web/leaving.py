"""A person's own page: when they are away, how often they want letters, a calendar to follow."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse

from actions.absences import AwayDaysError, StandInError, come_back, go_away
from actions.group_page import colleagues
from actions.mail_pace import set_mail_pace
from language.catalog import explain
from models.people_queries import absences_on
from models.tables.people import Person
from web.answering import SEE_OTHER, language_of
from web.door import Door, Opened
from web.shown import page

Day = Annotated[date | None, Form()]


def pages(door: Door) -> APIRouter:
    router = APIRouter()

    @router.get("/a/{token}/own")
    def own(token: str, *, saved: bool = False) -> Response:
        with door.look(token) as opened:
            return _show(opened, door, token, saved=saved)

    @router.post("/a/{token}/away")
    def leave(
        token: str, first: Day = None, last: Day = None, instead: Annotated[int, Form()] = 0
    ) -> Response:
        try:
            with door.act(token) as opened:
                _go_away(opened, (first or opened.office.today, last or date.min), instead)
        except (AwayDaysError, StandInError) as problem:
            with door.look(token) as opened:
                words = explain(problem, language_of(opened))
                return _show(opened, door, token, words=words, status=422)
        return RedirectResponse(f"{door.prefix}/a/{token}/own?saved=true", SEE_OTHER)

    @router.post("/a/{token}/back")
    def back(token: str) -> Response:
        with door.act(token) as opened:
            come_back(
                opened.session,
                person=opened.link.person,
                actor=opened.link.person.name,
                today=opened.office.today,
                now=opened.office.now,
            )
        return RedirectResponse(f"{door.prefix}/a/{token}/own?saved=true", SEE_OTHER)

    @router.post("/a/{token}/pace")
    def pace(token: str, pace: Annotated[Literal["", "day", "week"], Form()] = "") -> Response:
        with door.act(token) as opened:
            set_mail_pace(
                opened.session,
                person=opened.link.person,
                pace=pace or None,
                actor=opened.link.person.name,
                now=opened.office.now,
            )
        return RedirectResponse(f"{door.prefix}/a/{token}/own?saved=true", SEE_OTHER)

    return router


def _go_away(opened: Opened, days: tuple[date, date], instead: int) -> None:
    """instead: a colleague's number; nobody else's counts."""
    known = {one.id: one for one in _colleagues(opened)}
    go_away(
        opened.session,
        person=opened.link.person,
        days=days,
        instead=known.get(instead),
        actor=opened.link.person.name,
        today=opened.office.today,
        now=opened.office.now,
    )


def _colleagues(opened: Opened) -> list[Person]:
    return colleagues(opened.session, opened.link, today=opened.office.today)


def _show(
    opened: Opened,
    door: Door,
    token: str,
    *,
    saved: bool = False,
    words: str | None = None,
    status: int = 200,
) -> Response:
    today = opened.office.today
    absences = absences_on(opened.session, opened.council.id, today)
    mine = [one for one in absences if one.person_id == opened.link.person_id]
    return page(
        "own",
        language_of(opened),
        prefix=door.prefix,
        status=status,
        token=token,
        today=today,
        now_away=mine[0] if mine else None,
        people=_colleagues(opened),
        pace=opened.link.person.mail_pace,
        usual=opened.office.policy.pace,
        saved=saved,
        words=words,
    )
