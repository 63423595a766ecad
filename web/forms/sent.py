"""A form as it was sent: what is written in it, which button was pressed, whose it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from domain.kernel.command import Command
from queries.forms.names import numbers_of, row, without_row
from queries.forms.shape import leaves, shapes_of
from queries.forms.widget import Widget
from web.posted import Posted

BUTTON = "do"
HIDDEN = frozenset({BUTTON, "command_id", "seen", "return", "csrf", "seal", "part"})
"""What a form carries besides its fields."""
UNKEPT = ("iban",)
"""What no draft keeps and no page shows again."""


@dataclass
class Sent:
    """What came with a form. ``pressed`` is the button, ``on`` the list or row that it stands at."""

    command_id: str
    texts: dict[str, Sequence[str]] = field(default_factory=dict)
    pressed: str = "record"
    on: str = ""
    seen: int | None = None
    back: str = ""
    part: str = ""
    """The part of a long form that was sent; empty for all of it."""

    @property
    def records(self) -> bool:
        """Whether it is to be recorded, or checked first."""
        return self.pressed in ("record", "check")


def sent_with(posted: Posted, command: type[Command]) -> Sent:
    """What a form holds; adding and taking away rows is done already."""
    pressed, _, on = posted.one(BUTTON).partition(":")
    texts: dict[str, Sequence[str]] = {
        name: given for name, given in posted.texts.items() if name not in HIDDEN
    }
    if pressed == "remove":
        name, _, number = on.removesuffix("]").rpartition("[")
        texts = without_row(texts, name, int(number)) if number.isdigit() else texts
    if pressed == "add" and (part := _first_part(command, on)):
        last = max(numbers_of(texts, on), default=-1)
        texts[f"{row(on, last + 1)}.{part}"] = [""]
    seen = posted.one("seen")
    return Sent(
        command_id=posted.one("command_id"),
        texts=texts,
        pressed=pressed or "record",
        on=on,
        seen=int(seen) if seen.isascii() and seen.isdigit() else None,
        back=posted.one("return"),
        part=posted.one("part"),
    )


def _first_part(command: type[Command], name: str) -> str | None:
    """What a row of a list begins with; None for what is no list of the command."""
    lists = (one for one in leaves(shapes_of(command)) if one.widget is Widget.ROWS and one.name == name)
    found = next(lists, None)
    return found.parts[0].own_name if found else None


def kept(texts: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """What a draft keeps of a form."""
    return {name: list(given) for name, given in texts.items() if name not in UNKEPT}
