"""The rulebooks there are: those that ship with the service, and those that an organisation published itself."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from application.ports import RulebookDiffers
from application.rulebooks.parsing import PlacedFinding, RulebookInvalid, read_rulebook
from domain.people.state import Organisation
from domain.rulebook import Rulebook
from language import Text

_PROGRAMME = re.compile(rb"^programme: ([a-z0-9-]+)$", re.MULTILINE)
_VERSION = re.compile(rb"^version: ([1-9][0-9]*)$", re.MULTILINE)
"""The two lines of a rulebook that say its id."""


class YamlRulebooks:
    """Those of a folder and of the folders within it, by id (``tec@1``), beside what organisations published.

    What an organisation published comes first: a version keeps its content even if the service ships one of the
    same id later. Raises RulebookInvalid when one cannot be read, or when two of one id differ: at once, or, where
    they are only read ``when_named``, when it is first asked for.
    """

    def __init__(self, folder: Path, *, when_named: bool = False) -> None:
        self._shipped: Mapping[str, Rulebook] = _Unread(folder)
        if not when_named:
            self._shipped = dict(self._shipped)
        self._digests: dict[str, str] = {}
        """Of those that were asked for: writing a rulebook out takes milliseconds, and every command asks."""

    def get(self, organisation: Organisation, rulebook: str) -> Rulebook:
        """The rulebook of an id. Raises KeyError, RulebookDiffers."""
        published = organisation.rulebooks.get(rulebook)
        return published if published is not None else self._as_adopted(organisation, rulebook)

    def current(self, organisation: Organisation, programme: str) -> Rulebook | None:
        """The version under which a new cooperation opens, the highest; None for an unknown programme.

        Raises RulebookDiffers.
        """
        versions = [version for of, version in map(_named, self._ids(organisation)) if of == programme]
        return self.get(organisation, f"{programme}@{max(versions)}") if versions else None

    def programmes(self, organisation: Organisation) -> Sequence[str]:
        """The programmes that there are, by name."""
        return sorted({programme for programme, _ in map(_named, self._ids(organisation))})

    def versions(self, organisation: Organisation) -> Sequence[Rulebook]:
        """Every version of every programme, by programme, the earliest first."""
        every = {**self._shipped, **organisation.rulebooks}
        return sorted(every.values(), key=lambda one: (one.programme, one.version))

    def _ids(self, organisation: Organisation) -> set[str]:
        return {*self._shipped, *organisation.rulebooks}

    def _as_adopted(self, organisation: Organisation, rulebook: str) -> Rulebook:
        """What ships, if it is what the organisation adopted. Raises KeyError, RulebookDiffers."""
        shipped = self._shipped[rulebook]
        adopted = organisation.adopted.get(rulebook)
        if adopted is not None and adopted != self._digest(shipped):
            raise RulebookDiffers(rulebook, adopted)
        return shipped

    def _digest(self, shipped: Rulebook) -> str:
        if shipped.id not in self._digests:
            self._digests[shipped.id] = shipped.digest
        return self._digests[shipped.id]


class _Unread(Mapping[str, Rulebook]):
    """The rulebooks of a folder by id, each read when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._files: dict[str, list[Path]] = {}
        for path in sorted(folder.rglob("*.yaml")):
            self._files.setdefault(_id_in(path), []).append(path)
        self._read: dict[str, Rulebook] = {}

    def __getitem__(self, rulebook: str) -> Rulebook:
        if rulebook not in self._read:
            first, *others = self._files[rulebook]
            found = read_rulebook(first.read_bytes(), first.name)
            for other in others:
                if read_rulebook(other.read_bytes(), other.name).digest != found.digest:
                    raise RulebookInvalid((_twice(rulebook),), other.name)
            self._read[rulebook] = found
        return self._read[rulebook]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _id_in(path: Path) -> str:
    """The id of the rulebook in a file: as its lines have it, or by reading it where they are written otherwise."""
    content = path.read_bytes()
    programme, version = _PROGRAMME.findall(content), _VERSION.findall(content)
    if len(programme) == len(version) == 1:
        return f"{programme[0].decode()}@{version[0].decode()}"
    return read_rulebook(content, path.name).id


def _named(rulebook: str) -> tuple[str, int]:
    """The programme and the version of an id."""
    programme, _, version = rulebook.partition("@")
    return programme, int(version)


def _twice(rulebook: str) -> PlacedFinding:
    fr, en = (
        f"{rulebook} y est deux fois, avec d’autres règles",
        f"{rulebook} is there twice, with other rules",
    )
    return PlacedFinding(1, 1, "mistake", Text(fr, en))
