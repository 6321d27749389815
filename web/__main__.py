"""`python -m web`: serves the pages until told to stop."""

import argparse

import uvicorn

from config.settings import load_settings
from web.app import make_app


def main() -> None:
    """Behind a proxy the caller's address comes from the proxy's headers, if it is trusted."""
    options = argparse.ArgumentParser(prog="tidplan web")
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--port", type=int, default=8420)
    options.add_argument("--trust", default="127.0.0.1")
    given = options.parse_args()
    uvicorn.run(
        make_app(load_settings()),
        host=given.host,
        port=given.port,
        proxy_headers=True,
        forwarded_allow_ips=given.trust,
        access_log=False,  # its lines would hold tokens
        server_header=False,
        log_level="warning",
    )


if __name__ == "__main__":
    main()
