"""Which fields take values that are known, and which values those are now."""

from collections.abc import Sequence

from domain.registry.commands import COMMAND_TYPES
from queries.choices import FITTING, choices_of
from queries.forms.about import About
from queries.forms.choice import Choice
from queries.forms.derived import is_derived
from queries.forms.elsewhere import OF_COMMANDS, OF_SUBJECTS, Choosing
from queries.forms.worded import worded


def is_known(command: str, name: str) -> bool:
    """Whether a field takes one of some known values."""
    fits = _path(name) in FITTING.get(COMMAND_TYPES[command], {})
    return fits or _elsewhere(command, name) is not None


async def choices_now(about: About, name: str) -> Sequence[Choice]:
    """The values that a field may take as things stand. Raises Failure."""
    elsewhere = _elsewhere(about.command.__name__, name)
    if elsewhere is not None:
        return await elsewhere(about)
    path = _path(name)
    found = choices_of(about.visit, about.view, about.command, path, about.given, about.beside)
    return worded(about, path, found or ())


def _path(name: str) -> str:
    return name.replace("[]", "")


def _elsewhere(command: str, name: str) -> Choosing | None:
    found = OF_COMMANDS.get(f"{command}.{_path(name)}")
    fitting = _path(name) in FITTING.get(COMMAND_TYPES[command], {})
    return found or (None if fitting or is_derived(command, name) else OF_SUBJECTS.get(name))
