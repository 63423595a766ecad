"""What every event has in common."""

from typing import ClassVar

from domain.kernel.model import Model


class Event(Model):
    """Something that happened. ``type`` and ``version`` name its shape for ever, never a module path."""

    type: str
    version: ClassVar[int] = 1
    outdates: ClassVar[bool] = False
    """Whether whoever acts on what they saw of the file before it should look again first: a step, a decision, a
    change of the dossier, an agreement, a correction. What is noted, said in passing or reminded of is none."""
