"""Secrets that an administrator keeps in a variable or, better, in a file of its own."""

from pathlib import Path

from language.problems import Problem


class BadSecretError(Problem):
    """A file that should hold a secret cannot be read, is empty, or there is a second one."""


def read_secret(name: str, given: str | None, file: Path | None) -> str | None:
    """The variable `name`, or the first line of the file that `name`_FILE names."""
    if file is None:
        return given
    if given is not None:
        raise BadSecretError(name=f"{name}_FILE", why=f"{name}?")
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise BadSecretError(name=f"{name}_FILE", why=f"{file}: {why}") from None
    if not lines or not lines[0]:
        raise BadSecretError(name=f"{name}_FILE", why=f"{file}: 0")
    return lines[0]
