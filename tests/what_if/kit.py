"""Pasts of the tests' cooperation, replayed under other rules."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from application.what_if.people import PeopleThen
from application.what_if.question import Found, Question
from application.what_if.replaying import replay
from application.what_if.unread import needs_everything, unread_types
from domain.kernel.event import Event
from domain.kernel.moments import PARIS, latest
from domain.kernel.recorded import Recorded
from domain.rulebook import Rulebook
from tests.domain.kit import Given, On, history
from tests.domain.rules import RULES, rulebook
from tests.domain.sample_people import FOUNDED, MANAGER

FIRST = 1_000
"""The position before the file's first entry; people were known long before."""
NOW = datetime(2027, 6, 1, 9, 0, tzinfo=UTC)


def past(*given: Event | On) -> list[Recorded]:
    """A file's history as the ledger has it: each entry recorded on the day that it took effect."""
    return [
        replace(one, position=FIRST + one.entry, recorded_at=latest(one.effective_at, PARIS))
        for one in history(*given)
    ]


def known(*given: Event | On, later: Given = ()) -> PeopleThen:
    """The people of the tests; ``later`` is what was recorded of them after the whole of the file's history."""
    early, late = history(*given), history(*later, first=len(given) + 1)
    return PeopleThen(
        [replace(one, position=one.entry) for one in early]
        + [replace(one, position=2 * FIRST + one.entry) for one in late]
    )


PEOPLE = known(*FOUNDED)


def item(key: str, **needs: Any) -> dict[str, Any]:
    """A gate item."""
    return {"item": key, "name": _names(key), "needs": needs}


def gated(phase: str, *items: dict[str, Any]) -> Rulebook:
    """The tests' rules with another gate for one phase."""
    phases = {key: rule.model_dump(mode="json") for key, rule in RULES.phases.items()}
    return rulebook(version=2, phases={**phases, phase: {"name": _names(phase), "gate": items}})


def deciding(within: str, **more: Any) -> Rulebook:
    """The tests' rules with one deadline, ``go_decision``."""
    phases = {"phases": ["exploration"], "until": "go"}
    rule = {
        "deadline": "go_decision",
        "name": _names("go_decision"),
        "after": "phase-entry",
        "ladder": "short",
    }
    return rulebook(version=2, deadlines=[{**rule, **phases, "within": within, **more}])


def of_the_programme(rules: Rulebook) -> Rulebook:
    """The same rules, as a version of the tests' programme."""
    return rules.model_copy(update={"programme": "essai", "version": 2})


def _names(key: str) -> dict[str, str]:
    return {"fr": f"{key} (nom)", "en": f"{key} (name)"}


def question(other: Rulebook, **changes: Any) -> Question:
    """What would that rulebook have made of the tests' programme, from 2026 on, asks the manager."""
    asked = Question("essai", other, "essai", date(2026, 1, 1), date(2027, 12, 31), MANAGER, NOW, PARIS)
    return replace(asked, **changes)


def replayed(other: Rulebook, given: Given, people: PeopleThen = PEOPLE, **changes: Any) -> Found:
    """What the decisions of a past would have been; leaving out what need not be read changes nothing."""
    asked, whole = question(other, **changes), past(*given)
    found = replay(asked, people, whole)
    if not needs_everything(asked, whole):
        assert replay(asked, people, read_of(other, whole)) == found
    return found


def read_of(other: Rulebook, history: Sequence[Recorded]) -> list[Recorded]:
    """What is read of a history."""
    unread = unread_types(other)
    return [one for one in history if one.event.type not in unread]


def replayed_import(other: Rulebook, given: Given, importer: str) -> Found:
    """The same for a past that somebody brought in."""
    acts = [replace(one, command_id="import/rives", actor=importer) for one in past(*given)]
    return replay(question(other), PEOPLE, acts)


def told(found: Found) -> list[tuple[int, str, str]]:
    """Each difference in short: the entry, the code of the refusal, what would have been missing."""
    return [(one.decision.entry, one.refusal.code, ", ".join(one.missing)) for one in found.differences]
