"""The right person, or a clear refusal; never another person."""

import pytest

from language.catalog import explain
from notifications.addresses import UnusableAddressError, mailbox, read_mailbox


@pytest.mark.parametrize(
    ("written", "address"),
    [
        pytest.param("anna@example.se", "anna@example.se", id="plain"),
        pytest.param("o'neill@example.se", "o'neill@example.se", id="apostrophe"),
        pytest.param("anna+vfu@example.se", "anna+vfu@example.se", id="plus"),
        pytest.param("anna@exämple.se", "anna@xn--exmple-cua.se", id="international domain"),
        pytest.param("x" * 64 + "@example.se", "x" * 64 + "@example.se", id="64 characters"),
        pytest.param('"a,b"@example.se', '"a,b"@example.se', id="quoted comma"),
        pytest.param('"a b"@example.se', '"a b"@example.se', id="quoted space"),
        pytest.param("Anna <anna@example.se>", "anna@example.se", id="with a name"),
        pytest.param(" anna@example.se ", "anna@example.se", id="space around it"),
        pytest.param("Anna@Example.SE", "Anna@example.se", id="only the domain ignores case"),
    ],
)
def test_goes_to_the_person_as_written(written: str, address: str) -> None:
    assert read_mailbox(written).address.lower() == address.lower()
    assert read_mailbox(written).local == address.rpartition("@")[0]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("åsa@example.se", id="international local part"),
        pytest.param("😀@example.se", id="emoji"),
        pytest.param("x" * 65 + "@example.se", id="65 characters"),
        pytest.param("a,b@example.se", id="bare comma"),
        pytest.param("a b@example.se", id="bare space"),
        pytest.param("a@b@example.se", id="two ats"),
        pytest.param("a@example.se, b@example.se", id="two people"),
        pytest.param("a@example.se\nb@example.se", id="line end"),
        pytest.param("a@example.se\r\nBcc: b@example.se", id="smuggled header"),
        pytest.param("a(b)@example.se", id="comment"),
        pytest.param("a..b@example.se", id="two dots"),
        pytest.param(".a@example.se", id="leading dot"),
        pytest.param("a@straße.de", id="domain that two standards read differently"),
        pytest.param("a@", id="no domain"),
        pytest.param("@example.se", id="no local part"),
        pytest.param("anna", id="no at"),
        pytest.param("", id="nothing"),
        pytest.param("a@-example.se", id="domain that begins with a hyphen"),
        pytest.param("a@" + "x" * 64 + ".se", id="label of 64 characters"),
    ],
)
def test_is_refused_with_a_sentence(written: str) -> None:
    with pytest.raises(UnusableAddressError) as refused:
        read_mailbox(written)
    assert "\n" not in explain(refused.value, "sv")


@pytest.mark.parametrize(
    "name",
    [
        "Anna Lind",
        "Lind, Anna",
        'Anna "Ann" Lind',
        "Åsa Öberg-Ståhl",
        "Anna 😀",
        "Anna\r\nBcc: evil@example.se",
        "Anna <evil@example.se>",
        "=?utf-8?q?evil?=",
        "O'Neill; Anna",
        "Åsa, Öberg" * 20,
        "",
    ],
)
def test_no_name_changes_the_recipient(name: str) -> None:
    found = mailbox(name, "anna@example.se").header
    assert found.addr_spec == "anna@example.se"
    assert "\n" not in str(found)
