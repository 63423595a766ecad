"""A head that was noted elsewhere is held against the ledger."""

import pytest

from tests.verification.conftest import Patient
from verification.anchor import Anchor, read_anchor
from verification.findings import Code

NOTED = "ab" * 32


def test_a_head_is_read_as_it_is_printed() -> None:
    """Blanks and capitals do not count; what is no head is refused."""
    anchor = Anchor(7, bytes.fromhex(NOTED))
    assert read_anchor(str(anchor)) == read_anchor(f" 7: {NOTED.upper()[:32]} {NOTED[32:]}\n") == anchor
    for wrong in ("", "7", f"7:{NOTED}00", f"-7:{NOTED}", f"7:{NOTED[:-1]}", NOTED):
        with pytest.raises(ValueError, match=wrong or None):
            read_anchor(wrong)


async def test_a_ledger_is_held_against_what_was_noted(patient: Patient) -> None:
    """The head and any position before it hold; another hash, or a position that is not there, does not."""
    await patient.changed("SELECT 1")
    whole = await patient.ledger()
    assert whole.anchor is not None
    assert (await patient.ledger(against=whole.anchor)).holds
    for noted, code in (
        (Anchor(3, bytes.fromhex(NOTED)), Code.ANCHOR_DIFFERS),
        (Anchor(whole.anchor.position + 1, whole.anchor.hash), Code.ANCHOR_BEYOND),
    ):
        assert [one.code for one in (await patient.ledger(against=noted)).found.kept] == [code]


async def test_a_rewrite_that_agrees_with_itself_is_found_by_the_note_alone(patient: Patient) -> None:
    """The founding said something else, and everything was made to follow: nothing inside tells it."""
    await patient.changed("SELECT 1")
    noted = (await patient.ledger("autre")).anchor
    assert noted is not None
    await patient.rewritten()
    assert (await patient.ledger("autre")).holds
    assert [one.code for one in (await patient.ledger("autre", against=noted)).found.kept] == [
        Code.ANCHOR_DIFFERS
    ]
