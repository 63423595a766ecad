"""What this run has recorded, to be told whatever becomes of its output."""

from typing import TYPE_CHECKING

from language import Text

if TYPE_CHECKING:
    from application.commands.answer import Answer

_RECORDED: "list[Answer]" = []


def note(answer: "Answer") -> "Answer":
    """Remember an answer that says that something is recorded, in this run or earlier."""
    if answer.outcome == "recorded":
        _RECORDED.append(answer)
    return answer


def forget() -> None:
    """Begin a run."""
    _RECORDED.clear()


def is_anything_recorded() -> bool:
    """Whether this run has recorded something."""
    return bool(_RECORDED)


def told() -> Text:
    """What was recorded, with positions; empty if nothing was."""
    if not _RECORDED:
        return Text("", "")
    listed = ", ".join(f"{one.command_id} → {one.position}" for one in _RECORDED)
    return Text(f" Enregistré, avec sa position : {listed}.", f" Recorded, with its position: {listed}.")
