"""Every list that is kept beside the ledger has a name for people."""

from projections.catalogue import READ_MODELS
from wording.pages.audit import MODELS


def test_every_read_model_has_a_name() -> None:
    """And nothing else has one."""
    assert {one.name for one in READ_MODELS} == set(MODELS)
