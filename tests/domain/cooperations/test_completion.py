"""What a pending request for completion holds back: what the programme says, nothing else, until it has come."""

import pytest

from domain.cooperations.state import Cooperation
from domain.decide.decide import decide
from domain.files.setting import Setting
from domain.kernel.refusal import Refusal
from domain.kernel.values import Phase
from domain.rulebook import Rulebook
from tests.domain.granting import FUNDS, asked_and_judged, knowing, wanted
from tests.domain.granting import decide as deciding
from tests.domain.kit import NOW, STREAM, Row, do, file_of, on, state_of
from tests.domain.paying import BOARD
from tests.domain.rules import CALLING, RULES
from tests.domain.sample_people import FOUNDED, organisation
from tests.domain.tables.phases import READY
from tests.domain.tables.working import COMPLETION_ASKED, COMPLETION_RECEIVED
from tests.domain.vocabulary import applied

ASKED = on("2026-11-02", COMPLETION_ASKED)
RECEIVED = on("2026-11-09", COMPLETION_RECEIVED)
ADVANCE = do("AdvancePhase", to="diagnosis", reason="Parce que.")
FUNDED_ONCE = wanted("plain")


def holding(rulebook: Rulebook, *held: str) -> Rulebook:
    """The same rules, under which a pending completion holds this back."""
    return rulebook.model_copy(update={"completion_holds": held})


def answer(row: Row) -> str | None:
    """The code of the refusal; None where something is recorded."""
    found = row.decided()
    return found.code if isinstance(found, Refusal) else None


@pytest.mark.parametrize(
    ("what", "row"),
    [
        ("phase", Row("to the next phase", (*READY, ASKED), ADVANCE, "")),
        (
            "selection",
            Row(
                "selected",
                (*applied(), ASKED),
                do("SelectApplication", stage="shortlisted"),
                "",
                rulebook=CALLING,
            ),
        ),
        (
            "selection",
            Row(
                "declined",
                (*applied(), ASKED),
                do("DeclineApplication", points=["late"], reasons="Parce que.", would_change="Parce que."),
                "",
                rulebook=CALLING,
            ),
        ),
        (
            "decision",
            Row(
                "granted",
                asked_and_judged(FUNDED_ONCE),
                deciding(actor=BOARD),
                "",
                rulebook=FUNDS,
                beside=knowing(FUNDED_ONCE, ASKED),
            ),
        ),
    ],
    ids=lambda one: one.rule if isinstance(one, Row) else one,
)
def test_what_is_held_back_is_what_the_programme_says(what: str, row: Row) -> None:
    """Nothing by default; then that, and not the rest."""
    rules = row.rulebook
    assert rules is not None
    others = tuple({"phase", "selection", "decision"} - {what})
    assert answer(row) is None
    assert answer(_under(row, holding(rules, *others))) is None
    assert answer(_under(row, holding(rules, what))) == "completion_awaited"


def test_once_it_has_come_nothing_is_held_back() -> None:
    """Received: the phase is passed."""
    row = Row("received", (*READY, ASKED, RECEIVED), ADVANCE, "", rulebook=holding(RULES, "phase"))
    assert answer(row) is None


def test_of_three_hundred_moves_those_are_refused_whose_completion_is_awaited() -> None:
    """Four of three hundred; the others pass."""
    rules = holding(RULES, "phase")
    waiting = {17, 18, 144, 299}
    files: list[Cooperation] = [
        file_of(*READY, *((ASKED,) if number in waiting else ())) for number in range(300)
    ]
    people = organisation(*FOUNDED)
    found = [decide(ADVANCE, one, Setting(people, rules, NOW, {STREAM: one})) for one in files]
    refused = {number for number, one in enumerate(found) if isinstance(one, Refusal)}
    assert refused == waiting
    assert {one.code for one in found if isinstance(one, Refusal)} == {"completion_awaited"}


def test_the_state_knows_what_was_asked_for() -> None:
    """For whoever looks the file up."""
    file = state_of(STREAM, *READY, ASKED)
    assert isinstance(file, Cooperation)
    assert file.completions[-1].what == COMPLETION_ASKED.what
    assert file.current.phase is Phase.EXPLORATION


def _under(row: Row, rulebook: Rulebook) -> Row:
    return Row(row.rule, row.given, row.when, row.then, rulebook=rulebook, beside=row.beside)
