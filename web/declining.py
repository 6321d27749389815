"""The page on which a reader of the digest does without it, or has it again.

Mail programs post here as well, on behalf of their reader (RFC 8058): they follow no redirect.
"""

from fastapi import APIRouter, Response

from actions.digest_choice import choose_digest
from notifications.links import DECLINE
from web.answering import language_of
from web.door import Door, Opened
from web.shown import page


def pages(door: Door) -> APIRouter:
    router = APIRouter()

    @router.get(f"/a/{{token}}/{DECLINE}")
    def look(token: str) -> Response:
        with door.look(token) as opened:
            return _show(opened, door, token)

    @router.post(f"/a/{{token}}/{DECLINE}")
    def decline(token: str) -> Response:
        return _choose(door, token, wanted=False)

    @router.post("/a/{token}/digest")
    def have_again(token: str) -> Response:
        return _choose(door, token, wanted=True)

    return router


def _choose(door: Door, token: str, *, wanted: bool) -> Response:
    with door.act(token) as opened:
        choose_digest(
            opened.session,
            person=opened.link.person,
            wanted=wanted,
            today=opened.office.today,
            now=opened.office.now,
        )
        return _show(opened, door, token, saved=True)


def _show(opened: Opened, door: Door, token: str, *, saved: bool = False) -> Response:
    return page(
        "digest",
        language_of(opened),
        prefix=door.prefix,
        token=token,
        decline=DECLINE,
        declined=opened.link.person.digest_declined_on is not None,
        saved=saved,
    )
