"""The rulebooks there are: those that ship with the service, and those that an organisation published itself."""

from collections.abc import Sequence
from pathlib import Path

from application.ports import RulebookDiffers
from application.rulebooks.parsing import PlacedFinding, RulebookInvalid, read_rulebook
from domain.people.state import Organisation
from domain.rulebook import Rulebook
from language import Text


class YamlRulebooks:
    """Those of a folder and of the folders within it, by id (``tec@1``), beside what organisations published.

    What an organisation published comes first: a version keeps its content even if the service ships one of the
    same id later. Raises RulebookInvalid when one cannot be read, or when two of one id differ.
    """

    def __init__(self, folder: Path) -> None:
        self._shipped: dict[str, Rulebook] = {}
        for path in sorted(folder.rglob("*.yaml")):
            rulebook = read_rulebook(path.read_bytes(), path.name)
            other = self._shipped.setdefault(rulebook.id, rulebook)
            if other is not rulebook and other.digest != rulebook.digest:
                raise RulebookInvalid((_twice(rulebook.id),), path.name)

    def get(self, organisation: Organisation, rulebook: str) -> Rulebook:
        """The rulebook of an id. Raises KeyError, RulebookDiffers."""
        published = organisation.rulebooks.get(rulebook)
        return published if published is not None else _as_adopted(organisation, self._shipped[rulebook])

    def current(self, organisation: Organisation, programme: str) -> Rulebook | None:
        """The version under which a new cooperation opens, the highest; None for an unknown programme.

        Raises RulebookDiffers.
        """
        versions = [one for one in self._all(organisation).values() if one.programme == programme]
        highest = max(versions, key=lambda one: one.version, default=None)
        return self.get(organisation, highest.id) if highest else None

    def programmes(self, organisation: Organisation) -> Sequence[str]:
        """The programmes that there are, by name."""
        return sorted({one.programme for one in self._all(organisation).values()})

    def versions(self, organisation: Organisation) -> Sequence[Rulebook]:
        """Every version of every programme, by programme, the earliest first."""
        return sorted(self._all(organisation).values(), key=lambda one: (one.programme, one.version))

    def _all(self, organisation: Organisation) -> dict[str, Rulebook]:
        return {**self._shipped, **organisation.rulebooks}


def _as_adopted(organisation: Organisation, shipped: Rulebook) -> Rulebook:
    """What ships, if it is what the organisation adopted. Raises RulebookDiffers."""
    adopted = organisation.adopted.get(shipped.id, shipped.digest)
    if adopted != shipped.digest:
        raise RulebookDiffers(shipped.id, adopted)
    return shipped


def _twice(rulebook: str) -> PlacedFinding:
    fr, en = (
        f"{rulebook} y est deux fois, avec d’autres règles",
        f"{rulebook} is there twice, with other rules",
    )
    return PlacedFinding(1, 1, "mistake", Text(fr, en))
