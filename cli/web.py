"""`tidplan web`: serves the pages behind the links, in a process of its own."""

import click

from cli.child import run_module
from cli.up import FREE_PORTS, refuse_taken
from cli.words import tell
from config.settings import load_settings
from language.problems import Problem


class NoPublicUrlError(Problem):
    """Letters carry no links while nobody knows where the pages are found."""


@click.command(name="web", help=tell("cli.web"))
@click.option("--host", default="127.0.0.1", show_default=True, help=tell("cli.web.host"))
@click.option("--port", type=FREE_PORTS, help=tell("cli.web.port"))
@click.option("--trust", default="127.0.0.1", show_default=True, help=tell("cli.web.trust"))
def command(host: str, port: int | None, trust: str) -> int:
    settings = load_settings()
    _ = settings.council
    if settings.links is None:
        raise NoPublicUrlError
    port = port or settings.pages_port
    refuse_taken(port)
    click.echo(tell("cli.web.ready", address=settings.public_url, host=host, port=port))
    return run_module("web", ["--host", host, "--port", str(port), "--trust", trust])
