"""`tidplan`: finds the command, and tells what went wrong in one sentence."""

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from cli.usage import Help, in_words
from cli.words import reader, tell
from language.catalog import explain
from language.problems import Problem

# Loaded only when asked for: a command pays for nothing that it does not use.
COMMANDS = {
    "deadline": "cli.deadline",
    "plan": "cli.plan",
    "people": "cli.people",
    "group": "cli.group",
    "status": "cli.status",
    "evaluate": "cli.evaluate",
    "remind": "cli.remind",
    "escalate": "cli.escalate",
    "deliver": "cli.deliver",
    "run": "cli.run",
    "report": "cli.report",
    "decide": "cli.decide",
    "propose": "cli.propose",
    "proposals": "cli.propose:proposals",
    "preview": "cli.simulate:preview",
    "simulate": "cli.simulate",
    "outbox": "cli.outbox",
    "links": "cli.links",
    "policy": "cli.policy",
    "db": "cli.database",
    "doctor": "cli.doctor",
    "demo": "cli.demo",
    "deploy": "cli.up:deploy",
    "web": "cli.web",
    "up": "cli.up",
}
INTERRUPTED = 130
click.Context.formatter_class = Help


class Commands(click.Group):
    """Looks each command up by name when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name or "command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list needs no command loaded."""
        with formatter.section(tell("cli.commands")):
            formatter.write_dl([(name, tell(f"cli.{name}")) for name in COMMANDS])


@click.command(
    cls=Commands,
    name="tidplan",
    help=tell("cli.tidplan"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="tidplan", message="%(version)s")
def tidplan() -> None:
    pass


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command; 0 done, 1 failed, 2 bad input or usage."""
    sys.exit(exit_code(arguments))


def exit_code(arguments: Sequence[str] | None = None) -> int:
    given = [_readable(one) for one in (sys.argv[1:] if arguments is None else arguments)]
    try:
        result = tidplan.main(given, prog_name="tidplan", standalone_mode=False)
    except Problem as problem:
        return _complain(explain(problem, reader()), problem.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "")
        return 0
    except click.UsageError as error:
        return _complain(in_words(error, tidplan, given), 2)
    except (click.Abort, KeyboardInterrupt):
        return _complain(tell("cli.interrupted"), INTERRUPTED)
    return result if isinstance(result, int) else 0


def _readable(argument: str) -> str:
    """Bytes that are no text, as a terminal with another encoding sends them, become ?."""
    return argument.encode("utf-8", "replace").decode()


def _complain(sentence: str, code: int) -> int:
    click.echo(sentence, err=True)
    return code


if __name__ == "__main__":
    main()
