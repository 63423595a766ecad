"""Whether a message may leave, by what the ledger knows of it."""

import pytest

from domain.files.file import Message
from domain.reminders.delivery import withheld
from tests.domain.kit import file_of
from tests.domain.rules import RULES
from tests.domain.vocabulary import BEGUN

GO = "go_decision/p1"
CLAIM = "escale:remind/go_decision/p1/due"


@pytest.mark.parametrize(
    ("delivery", "expected"),
    [
        ("queued", None),
        ("sent", ("sent", "known")),
        ("unknown", ("unknown", "known")),
        ("failed", ("failed", "known")),
        ("withdrawn", ("withdrawn", "known")),
        ("dropped", ("withdrawn", "known")),
    ],
)
def test_what_the_ledger_knows_counts(delivery: str, expected: object) -> None:
    """Only what it has not heard of since it was claimed, or since somebody decided to send it again, goes out."""
    message = Message(GO, "due", "p-000000000001", delivery, 2, CLAIM)
    file = file_of(*BEGUN).changed(messages={"m": message})
    assert withheld(file, RULES, "m", GO) == expected


def test_what_nobody_claimed_is_not_sent() -> None:
    """Neither for a file that is not there, nor under another occurrence."""
    message = Message(GO, "due", "p-000000000001", "queued", 2, CLAIM)
    file = file_of(*BEGUN).changed(messages={"m": message})
    unclaimed = ("withdrawn", "unclaimed")
    assert withheld(None, None, "m", GO) == unclaimed
    assert withheld(file, RULES, "other", GO) == unclaimed
    assert withheld(file, RULES, "m", "other/p1") == unclaimed


def test_a_claim_whose_reason_has_gone_is_withdrawn() -> None:
    """As before."""
    message = Message("gone/p1", "due", "p-000000000001", "queued", 2, CLAIM)
    file = file_of(*BEGUN).changed(messages={"m": message})
    assert withheld(file, RULES, "m", "gone/p1") == ("withdrawn", "reason-gone")
