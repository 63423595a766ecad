"""Somebody looks at a scene of the domain's tests: its file, its rules, and nothing else of the organisation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, cast

from domain.files.setting import State
from domain.kernel.ids import ORGANISATION_STREAM
from domain.people.state import Organisation
from domain.registry.folding import beginning
from domain.rulebook import Rulebook
from queries.services import Services
from queries.visit import Visit
from tests.domain.kit import NOW
from tests.domain.rules import RULES
from tests.domain.tasks.scene import Scene


@dataclass(frozen=True)
class OneRulebook:
    """The rulebook of the scene is all that there are."""

    rulebook: Rulebook

    def get(self, _organisation: Organisation, rulebook: str) -> Rulebook:
        """Raises KeyError for another one. Files of scenes say that they run under the rules of most of them."""
        return {RULES.id: self.rulebook, self.rulebook.id: self.rulebook}[rulebook]

    def current(self, _organisation: Organisation, programme: str) -> Rulebook | None:
        """In force for its programme."""
        return self.rulebook if programme == self.rulebook.programme else None

    def programmes(self, _organisation: Organisation) -> Sequence[str]:
        """Its own."""
        return (self.rulebook.programme,)

    def versions(self, _organisation: Organisation) -> Sequence[Rulebook]:
        """It alone."""
        return (self.rulebook,)


@dataclass(frozen=True)
class StatesOfScene:
    """Files as the scene has them; every other stream is empty."""

    scene: Scene
    people: Organisation

    async def fresh(self, _organisation: str, streams: Iterable[str]) -> Mapping[str, State]:
        """The states of streams."""
        known = {**self.scene.states, ORGANISATION_STREAM: self.people}
        return {one: known.get(one, beginning(one)) for one in streams}

    async def file(self, _organisation: str, key: str) -> Any:
        """The scene's own file."""
        return self.scene.view.file if self.scene.view and self.scene.view.file.key == key else None


class NoNames:
    """Nobody's name is known."""

    async def reveal(self, _organisation: str, _places: Iterable[str]) -> Mapping[str, str]:
        """Nothing."""
        return {}


def visit_to(scene: Scene, person: str, people: Organisation) -> Visit:
    """A person looks at the scene's file."""
    services = SimpleNamespace(
        rulebooks=OneRulebook(scene.rulebook), files=StatesOfScene(scene, people), vault=NoNames()
    )
    return Visit(cast("Services", services), "o", person, people, NOW)
