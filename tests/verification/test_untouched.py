"""Nothing is found where nothing was changed: beside others who write, after an upgrade, after a rebuild."""

from tests.verification.conftest import Patient
from tests.verification.living import EXERCISE, OTHER
from verification.read_models import Extent


async def test_an_untouched_ledger_holds(patient: Patient) -> None:
    """With texts, letters in every state, a refusal, a person who was erased, and its read models."""
    await patient.changed("SELECT 1")
    for organisation in (EXERCISE, OTHER):
        verified = await patient.ledger(organisation, Extent.ALL)
        assert verified.found.kept == []
        assert verified.ledger is not None
        assert verified.held_to == verified.ledger.position > 0
        assert str(verified.anchor) == f"{verified.ledger.position}:{verified.ledger.hash.hex()}"
    assert (await patient.database()).kept == []
