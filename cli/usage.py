"""Says in the reader's language what was wrong with a command line; click speaks English."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import click

from cli.words import tell

# What click writes of its own into a help text, and the key of our words for it.
OF_CLICK = {
    "[OPTIONS]": "cli.help.options_here",
    "COMMAND [ARGS]...": "cli.help.command_here",
    "Show this message and exit.": "cli.help.help",
    "Show the version and exit.": "cli.help.version",
    "[required]": "cli.help.required",
    "[default: ": "cli.help.default",
}
HEADINGS = {"Options": "cli.help.options", "Commands": "cli.commands"}
TOO_MUCH = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)
QUOTED = re.compile(r"(['\"])(.*)\1", re.DOTALL)


class Help(click.HelpFormatter):
    """Writes help in the reader's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002
        super().write_usage(prog, _ours(args), f"{tell('cli.help.usage')} ")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        super().write_dl([(name, _ours(text)) for name, text in rows], col_max, col_spacing)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(tell(HEADINGS[name]) if name in HEADINGS else name):
            yield


def _ours(text: str) -> str:
    for theirs, key in OF_CLICK.items():
        text = text.replace(theirs, tell(key))
    return text


def in_words(error: click.UsageError, program: click.Command, given: Sequence[str]) -> str:
    """One sentence, with the command that shows how it is used."""
    command = error.ctx.command_path if error.ctx else _called(program, given)
    return tell("cli.usage", message=_what_is_wrong(error), command=command)


def _called(program: click.Command, given: Sequence[str]) -> str:
    """Click does not say to which command an option without its value belongs."""
    names, command = [str(program.name)], program
    for word in given:
        if not isinstance(command, click.Group):
            break
        inner = command.get_command(click.Context(command), word)
        if inner is None:
            break
        names, command = [*names, word], inner
    return " ".join(names)


def _what_is_wrong(error: click.UsageError) -> str:
    match error:
        case click.exceptions.NoSuchCommand():
            return _unknown("cli.usage.no_command", error.command_name, error.possibilities)
        case click.NoSuchOption():
            return _unknown("cli.usage.no_option", error.option_name, error.possibilities)
        case click.MissingParameter():
            return tell("cli.usage.missing", name=_named(error))
        case click.BadParameter():
            return tell("cli.usage.value", name=_named(error), message=_expected(error))
        case click.BadOptionUsage() if error.option_name:
            return tell("cli.usage.option", name=error.option_name)
    return _plain(error.format_message().rstrip(".").replace("\n", " "))


def _plain(message: str) -> str:
    extra = TOO_MUCH.fullmatch(message)
    return tell("cli.usage.extra", words=extra[1]) if extra else message


def _unknown(key: str, name: str, possibilities: list[str] | None) -> str:
    said = tell(key, name=name)
    if not possibilities:
        return said
    return tell("cli.usage.meant", said=said, names=", ".join(sorted(possibilities)))


def _named(error: click.BadParameter) -> str:
    """As it is written on the command line: --from, ACTIVITY."""
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    if error.param is not None:
        return error.param.make_metavar(error.ctx or click.Context(click.Command("tidplan")))
    hint = error.param_hint or ""
    return hint if isinstance(hint, str) else " ".join(hint)


def _expected(error: click.BadParameter) -> str:
    """Click quotes what was given in front of " is not a valid …"."""
    expected = error.param.type if error.param else None
    given = error.message.partition(" is not ")[0].strip("'\"")
    if isinstance(expected, click.Choice):
        names = ", ".join(map(str, expected.choices))
        return tell("cli.usage.choose", given=given, names=names)
    if isinstance(expected, click.types.IntParamType):
        return tell("cli.usage.number", given=given)
    if isinstance(expected, (click.Path, click.File)):
        return _no_file(expected, error.message)
    return error.message.rstrip(".")


def _no_file(expected: click.Path | click.File, message: str) -> str:
    """Click quotes the file, and says in English what the computer says of it."""
    named = QUOTED.search(message)
    kind = "file" if isinstance(expected, click.File) or expected.file_okay else "folder"
    return tell(f"cli.usage.{kind}", given=named[2] if named else message)
