"""`tidplan up` and `tidplan deploy`: start what knows Prefect, without loading it here."""

import os
import socket
from collections.abc import Sequence

import click

from cli.child import run_module
from cli.words import reader, tell
from config.settings import load_settings
from language.problems import Problem

LOCAL_API = "http://127.0.0.1:4200/api"
FREE_PORTS = click.IntRange(1, 65535)


class PortTakenError(Problem):
    """Something else listens there already."""


@click.command(name="up", help=tell("cli.up"))
@click.option(
    "--port", type=FREE_PORTS, default=4200, show_default=True, help=tell("flows.option.port")
)
def command(port: int) -> int:
    settings = load_settings()
    _ = settings.council  # a mistake in the council's file is told here, not once a run
    refuse_taken(port)
    if settings.public_url:
        refuse_taken(settings.pages_port)
    return _run_flows(["up", "--port", str(port), "--home", str(settings.home.absolute())])


@click.command(name="deploy", help=tell("cli.deploy"))
@click.option(
    "--api",
    envvar="PREFECT_API_URL",
    default=LOCAL_API,
    show_default=True,
    help=tell("flows.option.api"),
)
def deploy(api: str) -> int:
    return _run_flows(["deploy", "--api", api])


def refuse_taken(port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tried:
        if os.name == "posix":  # a port left a moment ago is free
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError:
            raise PortTakenError(port=port) from None


def _run_flows(arguments: Sequence[str]) -> int:
    return run_module("flows", [*arguments, "--language", reader()])
