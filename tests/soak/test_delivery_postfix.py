"""A real MTA: Postfix on loopback, with TLS and a password, delivering to a Maildir."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.policy import default
from itertools import takewhile
from pathlib import Path

import pytest
from letters import MAIL, NOW
from post import queue_many
from sqlalchemy import Engine, select

from actions.deliver import RelayDownError, deliver
from models.store import transaction
from models.tables.mail import OutboxMessage

pytestmark = pytest.mark.soak  # a mail server of its own; `make test` speaks to smaller relays

PROGRAMS = ("postfix", "saslpasswd2", "openssl")
CAN_RUN = os.geteuid() == 0 and all(shutil.which(program) for program in PROGRAMS)
OTHERS_ENTER = 0o001
PASSWORD = "Hemligt/lösen@ord"
ENCODED = "Hemligt%2Fl%C3%B6sen%40ord"

MAIN = """
compatibility_level = 3.6
config_directory = {folder}/etc
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/log/mail.log
maillog_file_prefixes = {folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = relay.example.se
mydestination =
virtual_mailbox_domains = example.se
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = static:all/
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
smtpd_tls_cert_file = {folder}/etc/cert.pem
smtpd_tls_key_file = {folder}/etc/key.pem
smtpd_tls_security_level = encrypt
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = cyrus
cyrus_sasl_config_path = {folder}/etc/sasl
smtpd_sasl_local_domain = example.se
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
alias_maps =
local_recipient_maps =
"""
MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
postlog unix-dgram n - n - 1 postlogd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
"""


@dataclass(frozen=True)
class Postfix:
    port: int
    mail: Path

    def url(self, password: str) -> str:
        return f"mailtos://tidplan:{password}@127.0.0.1:{self.port}?verify=no&user=tidplan%40example.se"

    def delivered(self, number: int) -> list[bytes]:
        """What lies in the Maildir, once `number` mails have come."""
        until = time.monotonic() + 30
        while len(files := list(self.mail.glob("all/new/*"))) < number:
            assert time.monotonic() < until, f"{len(files)} of {number} arrived"
            time.sleep(0.1)
        return [file.read_bytes() for file in files]


@pytest.fixture(scope="module")
def postfix(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postfix]:
    if not CAN_RUN:
        pytest.skip("needs root, and `apt-get install postfix sasl2-bin openssl`")
    folder = tmp_path_factory.mktemp("postfix")
    # Postfix's own user has to get there, however deep the folders lie with several workers.
    for parent in takewhile(lambda one: not one.stat().st_mode & OTHERS_ENTER, folder.parents):
        parent.chmod(0o755)
    port = _configure(folder)
    process = subprocess.Popen(
        ["postfix", "-c", folder / "etc", "start-fg"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield Postfix(port, folder / "mail")
    finally:
        subprocess.run(["postfix", "-c", folder / "etc", "stop"], check=False, capture_output=True)
        process.wait(20)


def _configure(folder: Path) -> int:
    for name in ("etc/sasl", "queue", "data", "mail", "log"):
        (folder / name).mkdir(parents=True)
    folder.chmod(0o755)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    shutil.chown(folder / "mail", "nobody", "nogroup")
    stat = (folder / "mail").stat()
    shutil.chown(folder / "data", "postfix")
    words = {"folder": folder, "port": port, "uid": stat.st_uid, "gid": stat.st_gid}
    (folder / "etc/main.cf").write_text(MAIN.format(**words))
    (folder / "etc/master.cf").write_text(MASTER.format(**words))
    _make_certificate(folder / "etc")
    _make_password(folder / "etc/sasl")
    return port


def _make_certificate(folder: Path) -> None:
    subprocess.run(
        [
            "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
            "-subj", "/CN=relay.example.se",
            "-keyout", folder / "key.pem", "-out", folder / "cert.pem",
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip


def _make_password(folder: Path) -> None:
    database = folder / "sasldb2"
    (folder / "smtpd.conf").write_text(
        "pwcheck_method: auxprop\n"
        "auxprop_plugin: sasldb\n"
        "mech_list: PLAIN LOGIN\n"
        f"sasldb_path: {database}\n"
    )
    subprocess.run(
        ["saslpasswd2", "-p", "-c", "-f", database, "-u", "example.se", "tidplan"],
        input=PASSWORD.encode(),
        check=True,
        capture_output=True,
    )
    shutil.chown(database, "postfix")


def _wait_for(port: int) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(port)


def test_every_mail_reaches_the_maildir_unchanged(engine: Engine, postfix: Postfix) -> None:
    before = len(postfix.delivered(0))
    queue_many(engine, 20)
    mail = replace(MAIL, url=postfix.url(ENCODED), connections=3)
    result = deliver(engine, now=NOW, mail=mail)
    assert (result.sent, result.relay_problem) == (20, None)
    with transaction(engine) as session:
        sent = {each.message_id: each.content for each in session.scalars(select(OutboxMessage))}
    arrived = {}
    for content in postfix.delivered(before + 20):
        message = message_from_bytes(content, policy=default)
        assert not message.defects
        arrived[str(message["Message-ID"])] = content
    for message_id, content in sent.items():
        assert content.replace(b"\r\n", b"\n") in arrived[message_id] + b"\n"


def test_a_wrong_password_loses_nothing(engine: Engine, postfix: Postfix) -> None:
    queue_many(engine, 2)
    result = deliver(engine, now=NOW, mail=replace(MAIL, url=postfix.url("wrong")))
    assert (result.sent, result.waiting) == (0, 2)
    assert isinstance(result.relay_problem, RelayDownError)


def test_a_certificate_that_nobody_vouches_for_is_refused(
    engine: Engine, postfix: Postfix
) -> None:
    queue_many(engine, 1)
    url = postfix.url(ENCODED).replace("verify=no&", "")
    result = deliver(engine, now=NOW, mail=replace(MAIL, url=url))
    assert (result.sent, result.waiting) == (0, 1)
    assert "stage=tls" in str(result.relay_problem)
