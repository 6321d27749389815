"""What every answer of the pages keeps to: headers, origin, and a limit on the rate."""

import logging
import re
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from hashlib import sha256
from urllib.parse import urlsplit

from fastapi import Request, Response

LOG = logging.getLogger(__name__)
Next = Callable[[Request], Awaitable[Response]]

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
LARGEST_FORM = 100_000  # bytes
MINUTE = 60.0
PER_TOKEN, PER_ADDRESS = 120, 1_200  # requests a minute; many people share one office address
KNOWN = 10_000
SECRET = re.compile(r"/[ac]/([^/]*)")


class Rates:
    """How often each caller has come in the last minute; the least recent are forgotten."""

    def __init__(self) -> None:
        self._seen: dict[str, deque[float]] = defaultdict(deque)

    def allows(self, caller: str, limit: int) -> bool:
        now = time.monotonic()
        seen = self._seen.pop(caller, deque())
        while seen and seen[0] <= now - MINUTE:
            seen.popleft()
        allowed = len(seen) < limit
        if allowed:
            seen.append(now)
        self._seen[caller] = seen
        while len(self._seen) > KNOWN:
            del self._seen[next(iter(self._seen))]
        return allowed


Refuse = Callable[[Request, int], Response]


def manners(
    public_url: str | None, refuse: Refuse
) -> Callable[[Request, Next], Awaitable[Response]]:
    """The middleware of an application whose pages are found at `public_url`.

    refuse: the page that says no, by its status.
    """
    rates = Rates()
    home = urlsplit(public_url or "")

    async def keep(request: Request, proceed: Next) -> Response:
        if not _is_welcome(request, rates):
            answer = refuse(request, 429)
            answer.headers["Retry-After"] = "60"
        elif request.method not in {"GET", "HEAD"} and _is_foreign(request, home.netloc):
            answer = refuse(request, 403)
        elif _is_too_large(request):
            answer = refuse(request, 413)
        else:
            answer = await _proceed(request, proceed, refuse)
        for name, value in HEADERS.items():
            answer.headers[name] = value
        return answer

    return keep


async def _proceed(request: Request, proceed: Next, refuse: Refuse) -> Response:
    """What we did not foresee is written down, and told without details."""
    try:
        return await proceed(request)
    except Exception:
        LOG.exception("a page failed")  # without its address, which holds a token
        return refuse(request, 500)


def _is_too_large(request: Request) -> bool:
    """Of unknown size is too large."""
    if request.method in {"GET", "HEAD"}:
        return False
    size = request.headers.get("content-length", "")
    return not size.isdecimal() or int(size) > LARGEST_FORM


def _is_welcome(request: Request, rates: Rates) -> bool:
    address = request.client.host if request.client else "?"
    token = sha256(_token_in(request.url.path).encode()).hexdigest()
    return rates.allows(f"a/{address}", PER_ADDRESS) and rates.allows(f"t/{token}", PER_TOKEN)


def _token_in(path: str) -> str:
    """The secret part of a path; each file of ours is a caller of its own."""
    found = SECRET.search(path)
    return found[1] if found else path


def _is_foreign(request: Request, home: str) -> bool:
    """Posted from another site. With no-referrer, browsers send the origin "null"."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin", "null")
    ours = {home, request.headers.get("host", "")}
    return site not in {"same-origin", "none"} or (
        origin != "null" and urlsplit(origin).netloc not in ours
    )
