"""Whether a gate waits for the answer to a question: told where none does."""

import pytest

from domain.kernel.values import Phase
from domain.reviews.awaited import gate_waits_for
from domain.rulebook import Rulebook
from tests.domain.kit import file_of
from tests.domain.reviewing import ASKING
from tests.domain.vocabulary import BEGUN, entered

ASKS = {"item": "opinion", "name": {"fr": "Avis", "en": "Opinion"}}


def asked_in(*phases: Phase, question: str) -> Rulebook:
    """The tests' rules with a gate item for the question in these phases."""
    written = ASKING.model_dump(mode="json", exclude_unset=True)
    for phase in phases:
        item = {**ASKS, "needs": {"rule": "review", "review": question}}
        written["phases"][phase]["gate"] = [*written["phases"][phase].get("gate", []), item]
    return type(ASKING).model_validate(written, strict=False)


HERE, LATER = Phase.EXPLORATION, Phase.DIAGNOSIS


@pytest.mark.parametrize(
    ("question", "phases", "waits"),
    [
        ("by_whole_jury", (), False),
        ("by_whole_jury", (HERE,), True),
        ("by_whole_jury", (LATER,), False),
        ("advice", (), True),
        ("advice", (LATER,), False),
        ("call", (), True),
    ],
)
def test_a_question_for_a_gate_is_put_where_a_gate_waits_for_it(
    question: str, phases: tuple[Phase, ...], *, waits: bool
) -> None:
    """In the phase that the file is in; what is asked about money or a call is for no gate unless one says so."""
    rulebook = asked_in(*phases, question=question)
    assert gate_waits_for(question, 1, file_of(*BEGUN), rulebook) is waits


def test_it_is_the_gate_of_the_pass_that_the_review_belongs_to() -> None:
    """One that goes on in a later phase is judged there."""
    file = file_of(*BEGUN, entered(LATER, 2))
    rulebook = asked_in(HERE, question="by_whole_jury")
    assert gate_waits_for("by_whole_jury", 1, file, rulebook)
    assert not gate_waits_for("by_whole_jury", 2, file, rulebook)
