"""What holds for whole families of commands about a review: not in the future, in order, not ended, not asleep.

While its cooperation sleeps, people may go on reading, declaring and giving opinions: nobody has to wait for that. What
ends the review or moves its deadlines waits, unless the panel is exempt from pauses. Interests are declared also once
it has ended: what follows from its answer goes on for years.
"""

from domain.files.order import in_future, out_of_order
from domain.files.setting import Setting, effective_at
from domain.kernel.moments import earliest, latest
from domain.kernel.refusal import Refusal, refuse
from domain.reviews.commands import AnyReviewCommand
from domain.reviews.panel import asleep, panel_of
from domain.reviews.state import Review
from domain.rulebook import Rulebook


def guard(command: AnyReviewCommand, review: Review, rulebook: Rulebook, setting: Setting) -> Refusal | None:
    """Why the command cannot be taken up at all; None if its own rule may judge it."""
    if review.outcome and not command.also_when_ended:
        return refuse("review_ended", review=review.id, outcome=review.outcome.outcome)
    if refusal := in_future(command, setting, rulebook.zone_of(review.region)):
        return refusal
    after = out_of_order if command.in_order else _before_what_it_is_about
    if refusal := after(command, review, setting):
        return refusal
    if command.not_while_asleep and asleep(review, panel_of(review, rulebook)):
        return refuse("review_sleeps", cooperation=review.cooperation, status=review.heard)
    return None


def _before_what_it_is_about(command: AnyReviewCommand, review: Review, setting: Setting) -> Refusal | None:
    """A fact may be back-dated; not to before the review, nor an opinion to before the dossier that it is about."""
    at, since, zone = effective_at(command, setting), review.opened_at, setting.zone_of(review.region)
    if command.about_the_dossier:
        since = review.entries[review.dossier.entry].at
    if latest(at, zone) < earliest(since, zone):
        return refuse("before_previous_step", at=at, previous=since)
    return None
