"""What reviews and fundings hear of their cooperation: sleep, abandonment, closing, going back, managers, charter.

They keep clocks of their own, so they are told in their own streams, in the same append. A funding that was refused
hears too: it may be asked for again.
"""

from collections.abc import Iterator
from typing import Literal

from domain.cooperations.commands.base import FileCommand
from domain.cooperations.commands.lifecycle import GoBack
from domain.cooperations.evolve.collective import charter_since
from domain.cooperations.evolve.file import fold
from domain.cooperations.state import Cooperation
from domain.files.events import CooperationHeard
from domain.files.setting import Happening, Setting, foreseen
from domain.fundings.decide.consequences import answered, falls
from domain.fundings.events.payments import CharterHeard
from domain.fundings.events.requests import FundingWithdrawn
from domain.fundings.state import Funding
from domain.kernel.command import Command
from domain.kernel.ids import funding_stream, review_stream
from domain.reminders.commands import KeptCommand
from domain.reviews.events import ReviewCarriedOver
from domain.reviews.state import Review


def streams_below(command: FileCommand | KeptCommand, file: Cooperation | None) -> Iterator[str]:
    """The streams of a cooperation's reviews and fundings that are not over, where the command may concern them."""
    if file is None or not command.told_to_reviews_and_fundings:
        return
    yield from (review_stream(key) for key, one in file.reviews.items() if one.outcome is None)
    yield from (funding_stream(key) for key, one in file.fundings.items() if not one.over)


def cascade(
    command: Command, file: Cooperation, own: tuple[Happening, ...], setting: Setting
) -> Iterator[Happening]:
    """What a cooperation's own events mean for its open reviews and fundings."""
    reviews, fundings = _reviews(file, setting), _fundings(file, setting)
    if not own or not (reviews or fundings):
        return
    after = fold(
        file,
        (foreseen(one, file.entry + number, command) for number, one in enumerate(own, start=1)),
    )
    if after is None:
        return
    at = own[-1].effective_at
    if (file.status, file.managers) != (after.status, after.managers):
        heard = CooperationHeard(status=after.status, managers=after.managers)
        yield from (Happening(one.key, heard, at) for one in (*reviews, *fundings))
    if charter_since(file) != (signed := charter_since(after)):
        yield from (Happening(one.key, CharterHeard(signed=signed), at) for one in fundings)
    for review in reviews:
        yield from _review(review, command, (file, after), setting, at)
    for funding in fundings:
        if after.ended and funding.stage in ("requested", "deferred"):
            yield from _withdrawn(funding, at)


def handed_over(
    file: Cooperation, managers: tuple[str, ...], setting: Setting, at: str
) -> Iterator[Happening]:
    """What the open reviews and fundings of a cooperation hear when all files of a manager change hands."""
    heard = CooperationHeard(status=file.status, managers=managers)
    for one in (*_reviews(file, setting), *_fundings(file, setting)):
        yield Happening(one.key, heard, at)


def _reviews(file: Cooperation, setting: Setting) -> tuple[Review, ...]:
    asked = (
        setting.read(Review, review_stream, key) for key, seen in file.reviews.items() if seen.outcome is None
    )
    return tuple(one for one in asked if one)


def _fundings(file: Cooperation, setting: Setting) -> tuple[Funding, ...]:
    wanted = (
        setting.read(Funding, funding_stream, key) for key, seen in file.fundings.items() if not seen.over
    )
    return tuple(one for one in wanted if one)


def _review(
    review: Review, command: Command, around: tuple[Cooperation, Cooperation], setting: Setting, at: str
) -> Iterator[Happening]:
    """Closed, the question falls; gone back, it is cancelled or goes on in the new pass, as the command says.

    ``around``: the cooperation before it and after it.
    """
    before, after = around
    cause: Literal["went-back", "closed"] = "went-back"
    if after.ended:
        cause = "closed"
    elif isinstance(command, GoBack) and review.opened_in == before.pass_number:
        if command.reviews == "carry-over":
            yield Happening(review.key, ReviewCarriedOver(pass_number=after.pass_number), at)
            return
    else:
        return
    yield from falls(review, cause, setting, at)


def _withdrawn(funding: Funding, at: str) -> Iterator[Happening]:
    """What was not decided when the cooperation closed is asked for no more."""
    yield Happening(funding.key, FundingWithdrawn(cause="closed", reason=None), at)
    yield answered(funding, "withdrawn", at)
