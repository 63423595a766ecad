"""The rulebooks of a rehearsal: those there are, and before them the one that is rehearsed, published or not."""

from collections.abc import Sequence

from application.ports import Rulebooks
from domain.people.state import Organisation
from domain.rulebook import Rulebook


class Shelf:
    """``application.ports.Rulebooks`` with one rulebook put in front, in force for its programme."""

    def __init__(self, rulebook: Rulebook, others: Rulebooks) -> None:
        self._rulebook = rulebook
        self._others = others

    def get(self, organisation: Organisation, rulebook: str) -> Rulebook:
        """The rulebook of an id. Raises KeyError."""
        return self._rulebook if rulebook == self._rulebook.id else self._others.get(organisation, rulebook)

    def current(self, organisation: Organisation, programme: str) -> Rulebook | None:
        """The version under which a file opens."""
        here = programme == self._rulebook.programme
        return self._rulebook if here else self._others.current(organisation, programme)

    def programmes(self, organisation: Organisation) -> Sequence[str]:
        """The programmes that there are, by name."""
        return sorted({self._rulebook.programme, *self._others.programmes(organisation)})

    def versions(self, organisation: Organisation) -> Sequence[Rulebook]:
        """Every version of every programme."""
        others = [one for one in self._others.versions(organisation) if one.id != self._rulebook.id]
        return sorted((self._rulebook, *others), key=lambda one: (one.programme, one.version))
