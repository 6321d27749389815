"""Whether words are a person's name or an organisation's, and which kind of principal that is."""

import re

from intake import people_vocabulary as words
from intake.wording import fold, key
from models.values import Principal

_NAME = re.compile(
    r"^(?:[A-ZÅÄÖÆØÉ][\w'’.-]*|av|von|van|de|af|der)(?:\s+(?:[A-ZÅÄÖÆØÉ][\w'’.-]*|av|von|van|de|af|der|den|le|la|di|da|du|ten|ter)){1,4}$"
)


def name_in(text: str) -> str:
    """A person's name, without the title before it; empty when there is none."""
    parts = text.split()
    titles = [at for at, part in enumerate(parts) if is_title(part)]
    after = titles[-1] + 1 if titles else 0
    name = " ".join(parts[after:])
    return name if _NAME.match(name) and not principal_of(name) else ""


def is_title(word: str) -> bool:
    low = word.casefold().rstrip(".")
    return low in words.TITLES or low.endswith(words.TITLE_ENDINGS)


def organisation_in(text: str) -> str | None:
    """The words when they name an organisation; a role or a remark is none."""
    name = fold(text).strip(" .,")
    if principal_of(name) or words.ORGANISATION_SIGN.search(name):
        return name
    return name if name[:1].isupper() and not is_title(name.split()[0]) else None


def without_roles(text: str) -> str:
    """What stands in brackets behind a name, without the roles before and after organisations."""
    parts = [part.strip() for part in text.split(",")]
    while len(parts) > 1 and is_role(parts[0]):
        del parts[0]
    while len(parts) > 1 and is_role(parts[-1]):
        del parts[-1]
    return ", ".join(parts)


def is_role(text: str) -> bool:
    return text[:1].islower() or not text or is_title(text.rsplit(maxsplit=1)[-1])


def principal_of(text: str) -> Principal | None:
    """Which kind of principal the words of an organisation or label tell."""
    if words.COMPANY_NAME.search(fold(text)):
        return "company"
    return _public(text) or _other(text)


def _public(text: str) -> Principal | None:
    """Region, municipality or university."""
    padded = f" {key(text).replace('-', ' ').replace('/', ' ')} "
    for principal, signs in words.PRINCIPALS.items():
        if any(f" {sign} " in padded or f" {sign}s " in padded for sign in signs):
            return principal
    if re.search(r"(?:region(?:en)?|landsting(?:et)?) $", padded):
        return "region"
    if re.search(r"(?:kommuns?|kommune) $", padded):
        return "municipality"
    return "university" if re.search(r"(?:högskolan?|universitet(?:et)?) ", padded) else None


def _other(text: str) -> Principal | None:
    forms = words.OTHER_PRINCIPALS.items()
    return next((principal for principal, form in forms if form.search(text)), None)
