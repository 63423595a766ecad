"""Stages for rehearsals under rulebooks that a test makes."""

from datetime import date, datetime
from typing import Any

from application.rehearsal.builtin import builtin
from application.rehearsal.cast import cast_of, sheet
from application.rehearsal.rehearsing import Rehearsal, rehearse
from application.rehearsal.scenario import Scenario
from application.rehearsal.scenario_files import read_scenario
from application.rehearsal.shelf import Shelf
from application.rehearsal.stage import Stage, beginning_of, region_of, staged
from application.rulebooks.shelf import YamlRulebooks
from domain.rulebook import Rulebook
from programmes import FOLDER

MONDAY = date(2027, 1, 4)
SHIPPED = YamlRulebooks(FOLDER)

LADDERS = {
    "usual": [
        {"rung": "before", "offset": "-P14D", "to": "managers"},
        {"rung": "due", "offset": "P0D", "to": "managers"},
        {"rung": "escalation", "offset": "P14D", "to": "elected-representative"},
    ]
}


def rules(**parts: Any) -> Rulebook:
    """A rulebook of one phase with a gate of one declared item, and the parts given."""
    whole: dict[str, Any] = {
        "programme": "essai",
        "version": 1,
        "name": {"fr": "Essai", "en": "Trial"},
        "source": "tests",
        "phases": {"exploration": phase(item("go", rule="declared"), expected="P6M")},
        "ladders": LADDERS,
        "settles_abandonment": ["steering-committee"],
        "waives": ["steering-committee"],
    }
    return Rulebook.model_validate({**whole, **parts}, strict=False)


def phase(*gate: dict[str, Any], expected: str | None = None) -> dict[str, Any]:
    """A phase with its gate."""
    return {"name": {"fr": "Phase", "en": "Phase"}, "gate": gate, "expected": expected}


def item(key: str, **needs: Any) -> dict[str, Any]:
    """A gate item."""
    return {"item": key, "name": {"fr": key, "en": key}, "needs": needs}


def deadline(key: str, within: str, **more: Any) -> dict[str, Any]:
    """A deadline on the usual ladder, counted from entering the phase."""
    named = {"deadline": key, "name": {"fr": key, "en": key}, "within": within}
    return {"after": "phase-entry", "ladder": "usual", **named, **more}


def rehearsed(rulebook: Rulebook, scenario: str | bytes = "nominal", years: int = 4) -> Rehearsal:
    """A scenario by name, or as a file holds it, rehearsed from a Monday on."""
    return rehearse(stage_of(rulebook, scenario, years))


def stage_of(rulebook: Rulebook, scenario: str | bytes, years: int = 4) -> Stage:
    """The stage for that."""
    shelf = Shelf(rulebook, SHIPPED)

    def begins(read: Scenario | None) -> datetime:
        return beginning_of(rulebook, region_of(read, None), read.since if read else None, MONDAY)

    if isinstance(scenario, str):
        region = region_of(None, None)
        return staged(
            shelf, rulebook, builtin(scenario, rulebook, begins(None), region), region, begins(None), years
        )

    def opening(read: Scenario) -> dict[str, Any]:
        region = region_of(read, None)
        return dict(sheet(rulebook, cast_of(read, rulebook, region), region, begins(read)))

    script = read_scenario(scenario, opening)
    return staged(shelf, rulebook, script, region_of(script.scenario, None), begins(script.scenario), years)


def told(shown: Rehearsal, *kinds: str) -> list[tuple[str, str, str]]:
    """The rows of some kinds: the day, what it is about, the rung."""
    return [
        (f"{row.at:%Y-%m-%d}", row.occurrence.partition("/")[0], row.rung)
        for row in shown.rows
        if row.kind in kinds
    ]
