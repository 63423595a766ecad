"""A file that belongs to a cooperation, and goes on or stands still with it: a review or a funding."""

from dataclasses import dataclass

from domain.files.file import KeptFile
from domain.kernel.values import ASLEEP


@dataclass(frozen=True, kw_only=True)
class RelatedFile(KeptFile):
    """A file with a life of its own beside its cooperation, whose standing it hears in its own stream."""

    cooperation: str
    """The id of the cooperation that it belongs to."""
    heard: str = "active"
    """The status of its cooperation, as far as it heard."""

    @property
    def standstill(self) -> str | None:
        """Why it does not go on: what its cooperation is at; None while it does, and once its own life is over."""
        return self.heard if self.heard in ASLEEP and not self.ended else None


def cooperation_of(file: KeptFile) -> str:
    """The id of the cooperation that a file is, or belongs to."""
    return file.cooperation if isinstance(file, RelatedFile) else file.id
