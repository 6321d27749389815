"""Pages to look at: a group's activities on a timeline, one activity's history, a calendar."""

from fastapi import APIRouter, Response

from actions.calendar_feed import calendar_of
from actions.group_page import activity_for, group_for, group_rows, history_of
from actions.links import LinkUnusableError
from web.answering import LARGEST, language_of
from web.door import Door
from web.shown import page
from web.timeline import line_of


def pages(door: Door) -> APIRouter:
    router = APIRouter()

    @router.get("/a/{token}/groups/{group_id}")
    def group(token: str, group_id: int) -> Response:
        with door.look(token) as opened:
            today = opened.office.today
            found = _within(group_id) and group_for(
                opened.session, opened.link, group_id, today=today
            )
            if not found:
                raise LinkUnusableError
            rows = group_rows(opened.session, found, calendar=opened.office.calendar)
            return page(
                "group",
                language_of(opened),
                prefix=door.prefix,
                token=token,
                name=found.name,
                rows=rows,
                line=line_of((row.about.deadline for row in rows), today=today),
                today=today,
            )

    @router.get("/a/{token}/activities/{activity_id}")
    def activity(token: str, activity_id: int) -> Response:
        with door.look(token) as opened:
            today = opened.office.today
            found = _within(activity_id) and activity_for(
                opened.session, opened.link, activity_id, today=today
            )
            if not found:
                raise LinkUnusableError
            return page(
                "history",
                language_of(opened),
                prefix=door.prefix,
                token=token,
                group_id=found.group_id,
                history=history_of(opened.session, found),
            )

    @router.get("/a/{token}/calendar.ics")
    def calendar(token: str) -> Response:
        with door.look(token) as opened:
            content = calendar_of(
                opened.session,
                opened.link,
                language=language_of(opened),
                today=opened.office.today,
            )
        return Response(content, media_type="text/calendar; charset=utf-8")

    return router


def _within(number: int) -> bool:
    """Numbers that a database can hold."""
    return 0 < number <= LARGEST
