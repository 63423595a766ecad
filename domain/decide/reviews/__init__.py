"""Reviews: which rule answers which command about one."""

from collections.abc import Iterator, Mapping

from domain.commands import AnyReviewCommand
from domain.decide.setting import Happening, Setting, State
from domain.refusals import Refusal
from domain.reviews.state import Review


def decide_review(
    command: AnyReviewCommand, review: Review | None, setting: Setting
) -> tuple[Happening, ...] | Refusal:
    """What a command about a review gives, in its own stream first, then in its cooperation's."""
    raise NotImplementedError(command, review, setting)


def streams_beside_review(command: AnyReviewCommand, states: Mapping[str, State]) -> Iterator[str]:
    """The streams that deciding the command rests on besides its own, as far as ``states``, read so far, tell."""
    raise NotImplementedError(command, states)
