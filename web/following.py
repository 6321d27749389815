"""Pages to look at: a group's activities on a timeline, one activity's history, a calendar."""

from fastapi import APIRouter, Response

from actions.calendar_feed import calendar_of, make_calendar_link
from actions.group_page import activity_for, group_for, group_rows, history_of, own_groups
from actions.links import LinkUnusableError
from actions.proposals_shown import proposal_views
from models.proposal_queries import group_proposals
from web.answering import language_of
from web.door import Door, Opened
from web.forms import fits
from web.shown import page
from web.timeline import line_of


def pages(door: Door) -> APIRouter:
    router = APIRouter()

    @router.get("/a/{token}/groups/{group_id}")
    def group(token: str, group_id: int, said: str = "") -> Response:
        with door.look(token) as opened:
            return _group(opened, door, token, group_id, said)

    @router.get("/a/{token}/activities/{activity_id}")
    def activity(token: str, activity_id: int) -> Response:
        with door.look(token) as opened:
            return _activity(opened, door, token, activity_id)

    @router.post("/a/{token}/calendar")
    def calendar_link(token: str) -> Response:
        with door.act(token) as opened:
            return _new_calendar_link(opened, door, token)

    @router.get("/c/{token}.ics")
    def calendar(token: str) -> Response:
        with door.look_at_calendar(token) as (session, person, today):
            sender = door.settings.mail.sender_mailbox
            content = calendar_of(session, person, sender=sender, today=today, now=door.now())
        return Response(content, media_type="text/calendar; charset=utf-8")

    return router


def _group(opened: Opened, door: Door, token: str, group_id: int, said: str) -> Response:
    today = opened.office.today
    found = fits(group_id) and group_for(opened.session, opened.link, group_id, today=today)
    if not found:
        raise LinkUnusableError
    rows = group_rows(opened.session, found, calendar=opened.office.calendar)
    proposals = group_proposals(opened.session, opened.council.id, found.id)
    mine = own_groups(opened.session, opened.link, today=today)
    return page(
        "group",
        language_of(opened),
        prefix=door.prefix,
        token=token,
        group_id=found.id,
        name=found.name,
        said=said if said in {"sent", "back"} else "",
        may_propose=found.id in mine,
        reader=opened.link.person.name,
        proposals=proposal_views(opened.session, proposals)[::-1],
        rows=rows,
        line=line_of((row.about.deadline for row in rows), today=today),
        today=today,
    )


def _activity(opened: Opened, door: Door, token: str, activity_id: int) -> Response:
    today = opened.office.today
    found = fits(activity_id) and activity_for(
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


def _new_calendar_link(opened: Opened, door: Door, token: str) -> Response:
    """Shown once: the database keeps only its hash."""
    made = make_calendar_link(opened.session, person=opened.link.person, now=opened.office.now)
    address = f"{door.settings.public_url}/c/{made}.ics"
    return page(
        "calendar",
        language_of(opened),
        prefix=door.prefix,
        token=token,
        address=address,
        webcal=address.partition(":")[2],
    )
