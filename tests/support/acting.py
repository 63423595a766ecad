"""Lives under a rulebook that acts by itself, lived in memory up to a day, and looked at as somebody would."""

from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

from application.commands.import_files import person_of
from application.rehearsal.life import Life
from application.rehearsal.scenario import FILE
from application.rehearsal.stage import at_office
from application.rehearsal.world import World
from domain.files.file import KeptFile
from domain.kernel.ids import stream_of
from domain.kernel.recorded import Recorded
from domain.people.state import Organisation
from domain.reminders.view import FileView
from domain.rulebook import Rulebook
from queries.services import Services
from queries.visit import Visit
from tests.rehearsal.staging import item, phase, rules, stage_of

MANAGER, JURY, BOARD = person_of("manager"), person_of("jury"), person_of("board")
NAMES = {MANAGER: "Maud Blin", JURY: "Jules Roy", BOARD: "Béa Lou"}


def acting_rules(**parts: Any) -> Rulebook:
    """The jury is asked once contacts are declared, the phase is left by itself; then an evaluation is asked for."""
    first, second = (
        phase(item("contacts", rule="declared"), expected="P6M"),
        phase(item("plan", rule="deliverable")),
    )
    first |= {"name": {"fr": "Exploration", "en": "Exploration"}, "course": [ASK, GO_ON]}
    second |= {"name": {"fr": "Diagnostic", "en": "Diagnosis"}, "course": [EVALUATE]}
    found = {
        "phases": {"exploration": first, "diagnosis": second},
        "panels": [PANEL],
        "reviews": [
            {
                "review": "choice",
                "name": {"fr": "Avis sur le territoire", "en": "Opinion"},
                "panel": "jury",
                "about": "evaluation",
            }
        ],
        "evaluation": {"items": {"story": {"fr": "Récit", "en": "Story"}}},
    }
    return rules(**(found | parts))


PANEL = {
    "panel": "jury", "name": {"fr": "Jury national", "en": "National jury"}, "mode": "advisory",
    "members": [{"role": "jury"}], "within": "P30D", "ladder": "usual",
}  # fmt: skip
ASK = {
    "act": "ask_jury", "name": {"fr": "Avis du jury", "en": "Opinion of the jury"}, "does": "open-review",
    "review": "choice", "when": {"after": "gate-item", "item": "contacts"}, "ladder": "usual",
}  # fmt: skip
GO_ON = {
    "act": "go_on", "name": {"fr": "Passage au diagnostic", "en": "On to diagnosis"}, "does": "advance", "delay": "P7D",
}  # fmt: skip
EVALUATE = {
    "act": "evaluate", "name": {"fr": "Évaluation", "en": "Evaluation"}, "does": "ask-for", "what": "evaluation",
    "when": {"after": "cadence", "every": "P4M"}, "within": "P1M", "ladder": "usual",
}  # fmt: skip


def lived(rulebook: Rulebook, acts: Iterable[str], until: date, people: Iterable[str] = ()) -> World:
    """A life from 4 January 2027 on, at the office hour of ``until``; ``acts`` are lines of a scenario file."""
    lines = ["scenario: essai", "name: {fr: Essai, en: Trial}", "from: 2027-01-04"]
    lines += ["people:", *(f"  - {one}" for one in people)] if people else []
    lines += ["acts:", *(f"  - {one}" for one in acts)]
    stage = stage_of(rulebook, "\n".join(lines).encode())
    life = Life(replace(stage, until=at_office(until, rulebook.calendar_of(stage.region))))
    life.live()
    refused = [(one.command, one.refusal) for one in life.given if one.refusal]
    assert not refused, refused
    life.world.now = life.stage.until
    return life.world


def told_of(world: World, *types: str) -> list[Recorded]:
    """What happened of some types, in order."""
    return [one for one in world.told if one.event.type in types]


def view_of(world: World, file: str = FILE) -> FileView[KeptFile]:
    """A file of the life, seen now."""
    state = world.states[stream_of(file)]
    assert isinstance(state, KeptFile)
    return FileView(state, world.rulebook_of(state), len(world.told), world.now, world.organisation)


class Guest(Visit):
    """Somebody of the cast, to whom people have names."""

    async def names(self, among: Container[str] | None = None) -> dict[str, str]:
        """Those of a few."""
        return {key: one for key, one in NAMES.items() if among is None or key in among}


def visit_of(world: World, person: str) -> Visit:
    """The visit of a person of the cast, now."""
    service = SimpleNamespace(files=_Files(world), vault=_Vault(), rulebooks=_Shelf(world))
    return Guest(cast("Services", service), "essai", person, world.organisation, world.now)


class _Files:
    """The states of the life."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def fresh(self, _organisation: str, streams: Iterable[str]) -> dict[str, Any]:
        """As they are."""
        return {one: self._world.states.get(one) for one in streams}

    async def file(self, _organisation: str, key: str) -> Any:
        """A file by its key."""
        return self._world.states.get(stream_of(key))


class _Shelf:
    """The rulebook of the life."""

    def __init__(self, world: World) -> None:
        self._world = world

    def get(self, _organisation: Organisation, _rulebook: str) -> Rulebook:
        """It alone."""
        return self._world.rulebook


class _Vault:
    """Nothing is sealed here: texts stand in the events."""

    async def reveal(self, _organisation: str, _ids: Iterable[str]) -> dict[str, str]:
        """Nothing."""
        return {}
