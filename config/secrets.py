"""Secrets that an administrator keeps in a variable or, better, in a file of its own."""

from pathlib import Path

from language.problems import Problem, Words


class BadSecretError(Problem):
    """A file that should hold a secret cannot be read, is empty, or there is a second one."""


def read_secret(name: str, given: str | None, file: Path | None) -> str | None:
    """The variable `name`, or the first line of the file that `name`_FILE names."""
    if file is None:
        return given
    if given is not None:
        raise BadSecretError(name=f"{name}_FILE", why=Words("fault.both_set"))
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise BadSecretError(name=f"{name}_FILE", why=f"{file}: {error.strerror}") from None
    except UnicodeDecodeError:
        why = Words("fault.not_utf8_file", {"file": file})
        raise BadSecretError(name=f"{name}_FILE", why=why) from None
    if not lines or not lines[0]:
        raise BadSecretError(name=f"{name}_FILE", why=Words("fault.empty_file", {"file": file}))
    return lines[0]
