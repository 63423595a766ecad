"""Whatever a superuser changes behind the service's back is found, and named."""

import pytest

from tests.verification.conftest import Patient
from tests.verification.tampered_beside import LETTERS, READ_MODELS, TEXTS
from tests.verification.tampered_guards import GUARDS
from tests.verification.tampered_history import CHAIN, FOUNDING, OUTCOMES, POSITIONS
from tests.verification.tampering import Change
from verification.findings import Code
from verification.read_models import Extent

LEDGERS = {
    f"{subject}: {name}": change
    for subject, changes in (
        ("chain", CHAIN),
        ("positions", POSITIONS),
        ("founding", FOUNDING),
        ("outcomes", OUTCOMES),
        ("texts", TEXTS),
        ("letters", LETTERS),
        ("read models", READ_MODELS),
    )
    for name, change in changes.items()
}


@pytest.mark.parametrize("change", LEDGERS.values(), ids=LEDGERS)
async def test_a_change_of_a_ledger_is_found(patient: Patient, change: Change) -> None:
    """By its kind, and at the position where it can be told."""
    await patient.changed(change.script)
    verified = await patient.ledger(extent=Extent.ALL)
    found = {(one.code, one.position if change.position is not None else None) for one in verified.found.kept}
    assert (change.code, change.position) in found, verified.found.kept
    assert not verified.holds


@pytest.mark.parametrize(("script", "code", "named"), GUARDS.values(), ids=GUARDS)
async def test_a_change_of_the_guards_is_found(patient: Patient, script: str, code: Code, named: str) -> None:
    """By its kind and its name."""
    await patient.changed(script)
    found = (await patient.database()).kept
    assert [one for one in found if one.code == code and named in " ".join(map(str, one.params.values()))], (
        found
    )
