"""A rulebook that was published stays readable for years, with the digest that it was recorded under."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from domain.people.events import RulebookPublished
from domain.people.evolve import evolve_organisation
from domain.people.state import Organisation
from domain.rulebook import Rulebook
from tests.golden.write import recorded

SAMPLE: dict[str, Any] = json.loads(Path(__file__).with_name("rulebook.v1.json").read_text(encoding="utf-8"))
"""A rulebook that uses all there is, as an organisation may have published it; never written again."""


def published() -> Rulebook:
    """The rulebook as an organisation has it, once its event was read from the ledger."""
    event = RulebookPublished(
        programme="exemple-complet",
        number=2,
        digest=SAMPLE["digest"],
        rulebook=SAMPLE["rulebook"],
        reason=None,
    )
    (rulebook,) = evolve_organisation(Organisation(), recorded(event, 1)).rulebooks.values()
    return rulebook


def _used(part: Any) -> Iterator[tuple[str, str]]:
    """The fields that were written, each with its model."""
    match part:
        case BaseModel():
            for field in part.model_fields_set:
                yield type(part).__name__, field
                yield from _used(getattr(part, field))
        case dict():
            for one in part.values():
                yield from _used(one)
        case tuple():
            for one in part:
                yield from _used(one)


def test_it_reads_back_as_it_was_written() -> None:
    """Whatever rulebooks may say by now, it says what it said, under the same digest."""
    assert published().digest == SAMPLE["digest"]
    assert published().written() == SAMPLE["rulebook"]


def test_the_sample_leaves_out_no_kind_of_rule() -> None:
    """Each way of passing a gate, and each thing that deadlines count from, as of its version."""
    rulebook = published()
    rules = {item.needs.rule for phase in rulebook.phases.values() for item in phase.gate}
    counted_from = {rule.after for rule in rulebook.deadlines}
    used = {model for model, _ in _used(rulebook)}
    assert (len(rules), len(counted_from)) == (18, 14)
    assert {"Instrument", "FastTrack", "Matching", "Tranche", "Panel", "Score", "Relay", "Call"} <= used
