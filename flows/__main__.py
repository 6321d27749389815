"""`python -m flows`: what `tidplan up` and `tidplan deploy` start, and so need no Prefect."""

import argparse
import os
import sys
from pathlib import Path

from config.settings import load_settings
from language.catalog import LANGUAGES, Language, explain, say, say_count
from language.problems import Problem


def main() -> int:
    given = _arguments()
    try:
        if given.command == "up":
            _up(given)
        else:
            _deploy(given.api, given.language, after_a_stop=given.command == "prepare")
    except Problem as problem:
        sys.stderr.write(explain(problem, given.language) + "\n")
        return problem.exit_code
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m flows")
    parser.add_argument("command", choices=("up", "deploy", "prepare"))
    parser.add_argument("--language", choices=LANGUAGES, default="sv")
    parser.add_argument("--api", default=os.environ.get("PREFECT_API_URL"))
    parser.add_argument("--home", type=Path)
    parser.add_argument("--port", type=int, default=4200)
    return parser.parse_args()


def _up(given: argparse.Namespace) -> None:
    from flows.up import run_everything  # noqa: PLC0415 - each command loads only its own

    settings = load_settings()
    run_everything(
        home=given.home,
        port=given.port,
        language=given.language,
        pages=settings.pages_port if settings.public_url else None,
    )


def _deploy(address: str, language: Language, *, after_a_stop: bool) -> None:
    from flows.cut_off import end_runs_cut_off  # noqa: PLC0415 - Prefect costs seconds
    from flows.deploy import deploy  # noqa: PLC0415

    result = deploy(address)
    if after_a_stop:
        end_runs_cut_off(address)
    print(say_count("flows.deployed", len(result.registered), language, address=address))  # noqa: T201
    if result.scheduled:
        print(say("flows.scheduled", language, flows=", ".join(result.scheduled)))  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
