"""Who may give which command about a review."""

from domain.commands import AnyReviewCommand
from domain.decide.setting import Setting
from domain.refusals import Refusal
from domain.reviews.state import Review


def may_review(command: AnyReviewCommand, review: Review | None, setting: Setting) -> Refusal | None:
    """Why the actor, a known person, may not give it; None if they may."""
    raise NotImplementedError(command, review, setting)
