"""What notices of mail servers say: those that real ones write, and whatever else comes in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail.notices import read_notice
from tests.mail.notices import notice

TO = "retour+m-p@exemple.fr"
POSTFIX = notice("postfix", TO)


@pytest.mark.parametrize(
    ("name", "failed", "status"),
    [
        ("postfix", True, "5.1.1"),
        ("exchange", True, "5.2.2"),
        ("postfix_expired", True, "4.4.1"),
        ("postfix_delayed", False, "4.4.1"),
    ],
)
@pytest.mark.parametrize("ends", [b"\r\n", b"\n"])
def test_what_servers_say(name: str, failed: bool, status: str, ends: bytes) -> None:  # noqa: FBT001 - of a table
    """Given up or not, with its code, and where it came back to; a pipe may give lines either way."""
    found = read_notice(notice(name, TO).replace(b"\r\n", ends))
    assert found is not None
    assert (found.failed, found.status) == (failed, status)
    assert TO in found.sent_to


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\0\xff\xfe",
        b"Bonjour",
        b"Content-Type: multipart/report\r\n\r\n",
        b"Subject: Absence\r\nAuto-Submitted: auto-replied\r\n\r\nJe suis en vacances : Action: failed, Status: 5.1.1",
        POSTFIX.replace(b"multipart/report", b"multipart/mixed"),
        POSTFIX.replace(b"message/delivery-status", b"text/plain"),
        POSTFIX.replace(b"Action: failed", b"X-Action: failed"),
        b"Content-Type: multipart/report; boundary=a\r\n\r\n--a\r\nContent-Type: message/rfc822\r\n\r\n"
        + POSTFIX,
    ],
)
def test_what_is_no_notice(raw: bytes) -> None:
    """Neither a holiday reply nor a notice that somebody sent on says anything."""
    assert read_notice(raw) is None


@pytest.mark.parametrize(("written", "status"), [(b"", "5.0.0"), (b"gone", "5.0.0"), (b"2.0.0", "5.0.0")])
def test_a_failure_without_a_reason_is_one(written: bytes, status: str) -> None:
    """The code is then that of failures of which nobody says why."""
    found = read_notice(POSTFIX.replace(b"Status: 5.1.1", b"Status: " + written))
    assert found is not None
    assert (found.failed, found.status) == (True, status)


@given(st.data())
def test_rubbish_is_read_without_complaint(data: st.DataObject) -> None:
    """A notice with anything in the place of a part of it is a notice or none."""
    begins, ends = sorted(data.draw(st.tuples(*[st.integers(0, len(POSTFIX))] * 2)))
    found = read_notice(POSTFIX[:begins] + data.draw(st.binary(max_size=60)) + POSTFIX[ends:])
    assert found is None or found.status


@given(st.binary())
def test_anything_at_all_is_read(raw: bytes) -> None:
    """Also behind the head of a report."""
    read_notice(raw)
    read_notice(
        b"Content-Type: multipart/report; boundary=a\r\n\r\n--a\r\nContent-Type: message/delivery-status\r\n"
        + raw
    )
