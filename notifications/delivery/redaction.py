"""Keeps passwords out of what Apprise logs."""

import logging
import re

CREDENTIALS = re.compile(r"(?P<before>[a-z]+://[^/\s:@]*:)[^\s]*(?P<after>@)", re.IGNORECASE)
HIDDEN = r"\g<before>****\g<after>"


class HidePasswords(logging.Filter):
    """Rewrites each record; knows the secrets in use, and the look of all other passwords."""

    def __init__(self, *secrets: str | None) -> None:
        super().__init__()
        self.secrets = sorted(filter(None, secrets), key=len, reverse=True)

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = self.cleaned(record.getMessage())
        record.args = ()
        return True

    def cleaned(self, text: str) -> str:
        text = CREDENTIALS.sub(HIDDEN, text)
        for secret in self.secrets:
            text = text.replace(secret, "****")
        return text


def hide_passwords(logger: logging.Logger, *secrets: str | None) -> None:
    """On the logger itself, so that every handler gets the cleaned record."""
    for old in [each for each in logger.filters if isinstance(each, HidePasswords)]:
        logger.removeFilter(old)
    logger.addFilter(HidePasswords(*secrets))
