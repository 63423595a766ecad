"""What every event has in common."""

from typing import ClassVar

from domain.kernel.model import Model


class Event(Model):
    """Something that happened. ``type`` and ``version`` name its shape for ever, never a module path."""

    type: str
    version: ClassVar[int] = 1
