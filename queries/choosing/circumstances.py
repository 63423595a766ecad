"""On what the choices of a field rest."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.files.file import KeptFile
from domain.files.setting import Setting
from domain.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Who is asked for a field, about which file, and what else of the command is known already.

    ``setting.rulebook`` is that of the file; ``setting.beside`` holds what was read, by stream.
    """

    setting: Setting
    person: str
    file: KeptFile | None
    known: Mapping[str, Any]
    rulebooks: Callable[[], Sequence[Rulebook]]
    """Every version of every programme, by programme, the earliest first."""

    @property
    def rulebook(self) -> Rulebook | None:
        """The rules of the file."""
        return self.setting.rulebook


Fitting = Callable[[Circumstances], Iterable[str | int]]
"""The values that fit, the likeliest first."""
