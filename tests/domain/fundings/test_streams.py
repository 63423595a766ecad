"""Every stream that a decision about a funding appends to was read: named beside, as far as was known."""

from dataclasses import replace
from typing import get_args

import pytest

from domain.decide.decide import decide, streams_beside
from domain.files.setting import Setting, State
from domain.fundings.commands.any import AnyFundingCommand
from domain.kernel.ids import ORGANISATION_STREAM, envelope_stream
from domain.kernel.refusal import Refusal
from domain.reminders.commands import CountSilence
from tests.domain.granting import ASKED, FUNDS, knowing, wanted
from tests.domain.granting import decide as deciding
from tests.domain.kit import On, Row, state_of
from tests.domain.paying import IN_ENVELOPE, KEY
from tests.domain.sample_people import organisation
from tests.domain.tables import ROWS

COMMANDS = (*get_args(AnyFundingCommand), CountSilence)
RECORDING = [
    one
    for one in ROWS
    if isinstance(one.when, COMMANDS)
    and one.when.stream.startswith("funding:")
    and not isinstance(one.then, str)
]


def read(row: Row) -> dict[str, State]:
    """What would be read for a row's command, asking again until no new stream is named."""
    known = {stream: state_of(stream, *given) for stream, given in row.beside.items()}
    known[row.when.stream] = state_of(row.when.stream, *row.given)
    streams = {row.when.stream}
    while True:
        states = {one: known.get(one) for one in streams}
        named = set(streams_beside(row.when, _setting(row, states)))
        if named <= streams:
            return states
        streams |= named


def _setting(row: Row, states: dict[str, State]) -> Setting:
    people = organisation(*(one.event if isinstance(one, On) else one for one in row.people))
    return Setting(people, row.rulebook, row.now, beside=states)


@pytest.mark.parametrize("row", RECORDING, ids=lambda one: one.rule)
def test_what_is_appended_to_was_read(row: Row) -> None:
    """And nothing more is needed to decide: the decision is the row's, by those streams alone."""
    states = read(row)
    decision = decide(row.when, states[row.when.stream], _setting(row, states))
    assert not isinstance(decision, Refusal)
    assert {one.stream for one in decision} <= {*states, ORGANISATION_STREAM}
    assert tuple(one.event for one in decision) == row.then


def test_a_decision_rests_on_the_envelope_of_its_year_and_on_no_other() -> None:
    """Two decisions of two years do not wait for each other."""
    row = Row("", ASKED, deciding(), (), rulebook=FUNDS, beside=knowing(wanted()))
    assert {one for one in read(row) if one.startswith("envelope:")} == {IN_ENVELOPE}
    earlier = replace(row, when=deciding(effective_at="2025-12-31"))
    assert {one for one in read(earlier) if one.startswith("envelope:")} == {
        envelope_stream("essai/grant/2025")
    }


def test_a_refusal_rests_on_no_envelope() -> None:
    """Nothing is set aside by it."""
    row = Row("", ASKED, deciding("refused"), (), rulebook=FUNDS, beside=knowing(wanted()))
    assert {one.partition(":")[0] for one in read(row)} == {"funding", "cooperation"}
    assert KEY in read(row)
