"""The pages, put together."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, PlainTextResponse
from starlette.exceptions import HTTPException

from actions.links import LinkUnusableError
from config.settings import Settings
from models.store import open_database
from web import accounting, answering, deciding, declining, following, leaving, proposing
from web.door import Door
from web.manners import Refuse, manners
from web.shown import page

STATIC = Path(__file__).parent / "static"
GONE = 404  # unknown, expired and withdrawn look the same


def make_app(settings: Settings, *, now: Callable[[], datetime] | None = None) -> FastAPI:
    """now: another clock than the settings' own."""
    door = Door(settings, open_database(settings.database), now or settings.now)
    app = FastAPI(title="Tidplan", docs_url=None, redoc_url=None, openapi_url=None, root_path="")
    app.state.door = door
    for prefix in dict.fromkeys((door.prefix, "")):  # a proxy may take the prefix away
        app.include_router(_pages(door), prefix=prefix, include_in_schema=prefix == door.prefix)
    app.middleware("http")(manners(settings.public_url, _refusal(door)))
    _say_no_plainly(app, door)
    return app


def _pages(door: Door) -> APIRouter:
    router = APIRouter()
    router.include_router(answering.pages(door))
    router.include_router(accounting.pages(door))
    router.include_router(deciding.pages(door))
    router.include_router(following.pages(door))
    router.include_router(leaving.pages(door))
    router.include_router(proposing.pages(door))
    router.include_router(declining.pages(door))

    @router.get("/pages.css", include_in_schema=False)
    def style() -> FileResponse:
        return FileResponse(STATIC / "pages.css", media_type="text/css")

    @router.get("/icon.svg", include_in_schema=False)
    def icon() -> FileResponse:
        return FileResponse(STATIC / "icon.svg", media_type="image/svg+xml")

    @router.get("/health")
    def health() -> PlainTextResponse:
        return PlainTextResponse("ok")

    @router.get("/accessibility")
    def accessibility(request: Request) -> Response:
        settings = door.settings
        return page(
            "accessibility",
            door.spoken(request),
            prefix=door.prefix,
            council=settings.council.name or "",
            address=settings.mail.sender_mailbox.address,
        )

    return router


def _say_no_plainly(app: FastAPI, door: Door) -> None:
    @app.exception_handler(LinkUnusableError)
    def unusable(request: Request, _error: Exception) -> Response:
        return _unusable(request, door)

    @app.exception_handler(RequestValidationError)
    def unreadable(request: Request, _error: Exception) -> Response:
        return page("unreadable", door.spoken(request), prefix=door.prefix, status=422)

    @app.exception_handler(HTTPException)
    def nothing_here(request: Request, error: HTTPException) -> Response:
        status = error.status_code
        if status == GONE:
            return _unusable(request, door)
        return PlainTextResponse(str(status), status, headers=error.headers)


def _refusal(door: Door) -> Refuse:
    def refuse(request: Request, status: int) -> Response:
        return page(
            "refused", door.spoken(request), prefix=door.prefix, status=status, code=status
        )

    return refuse


def _unusable(request: Request, door: Door) -> Response:
    token = str(request.path_params.get("token", ""))
    language = door.spoken(request)
    return page("unusable", language, prefix=door.prefix, status=GONE, asked=False, token=token)
