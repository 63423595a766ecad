"""The usual reasons of a refusal, by name: to choose from beside what people write."""

from collections.abc import Iterable, Mapping

from domain.cooperations.commands.calls import DeclineApplication
from domain.files.file import KeptFile
from domain.fundings.commands.requests import DecideAmendment, DecideFunding
from domain.fundings.state import Funding
from domain.kernel.command import Command
from domain.reviews.commands import ConcludeReview, DeferReview, GiveOpinion
from domain.reviews.state import Review
from domain.rulebook import Names, Rulebook

_OF_PANELS: tuple[type[Command], ...] = (GiveOpinion, ConcludeReview, DeferReview)
_OF_MONEY: tuple[type[Command], ...] = (DecideFunding, DecideAmendment)


def usual_points(
    command: type[Command], file: KeptFile | None, rulebook: Rulebook | None
) -> Mapping[str, Names]:
    """By key, in the rulebook's order; none for a command that gives no points, or where the rulebook foresees none."""
    if rulebook is None:
        return {}
    found: Iterable[Mapping[str, Names] | None] = ()
    if command in _OF_PANELS and isinstance(file, Review):
        panel = rulebook.panel(file.panel)
        found = (panel.points if panel else None,)
    elif command in _OF_MONEY and isinstance(file, Funding):
        instrument = rulebook.instrument(file.instrument)
        found = (instrument.points if instrument else None,)
    elif command is DeclineApplication:
        found = (rulebook.calls.points if rulebook.calls else None,)
    return {key: name for one in found if one for key, name in one.items()}
