"""Somebody at a terminal, who types answers."""

import os
import pty
import subprocess
import sys


def typed(*arguments: str, answers: str, code: int = 0) -> str:
    """The command in a terminal of its own."""
    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "cli.main", *arguments],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | {"TERM": "dumb"},
    )
    os.write(ours, answers.encode())
    said, _ = running.communicate(timeout=120)
    os.close(ours)
    os.close(theirs)
    assert running.returncode == code, said
    return said.decode()
