"""The end of a review: concluded by the panel's rule or its chair, deferred, taken back; and more time before it."""

from domain.files.events import DeadlineExtended
from domain.files.setting import Decision, Setting, effective_at
from domain.kernel.moments import day_of, latest
from domain.kernel.refusal import refuse
from domain.reviews.commands import CancelReview, ConcludeReview, DeferReview, ExtendReview
from domain.reviews.deadlines import deadlines
from domain.reviews.events import ReviewCancelled, ReviewConcluded, ReviewDeferred, VoteCounts
from domain.reviews.one_seat import one_seat_each
from domain.reviews.panel import owing, panel_of
from domain.reviews.readiness import opinions_due, ready
from domain.reviews.state import Review
from domain.reviews.votes import by_rule, count, minutes, points_raised, tied, up_to_the_chair
from domain.rulebook import Panel, Rulebook


def extend(command: ExtendReview, review: Review, rulebook: Rulebook) -> Decision:
    """Give everybody who owes an opinion until a day, else the chair; who has longer already keeps it."""
    running = opinions_due(review, rulebook) or deadlines(review, rulebook)
    if not running:
        return refuse("nobody_owes", review=review.id)
    shorter = tuple(one for one in running if one.due.day < command.until)
    if not shorter:
        return refuse("not_an_extension", deadline=running[0].key, due=running[0].due.day)
    return tuple(
        DeadlineExtended(deadline=one.key, occurrence=one.base, until=command.until, reason=command.reason)
        for one in shorter
    )


def conclude(command: ConcludeReview, review: Review, rulebook: Rulebook, setting: Setting) -> Decision:
    """Conclude by the rule; where it is up to the chair, as the chair says. One person counts once."""
    review = one_seat_each(review, setting.organisation)
    panel = panel_of(review, rulebook)
    votes = count(review, panel)
    zone = rulebook.zone_of(review.region)
    at = min(setting.now, latest(effective_at(command, setting), zone))
    if not ready(review, rulebook, at):
        waits = tuple(one.person for one in owing(review, day_of(setting.now, zone)))
        return refuse("review_not_ready", present=votes.present, quorum=votes.quorum, owing=waits or ("–",))
    if up_to_the_chair(panel, votes):
        return _by_the_chair(command, review, panel, votes)
    if command.outcome is not None:
        return refuse("concluded_by_rule", rule=panel.concludes)
    outcome = by_rule(panel, votes)
    if command.points and outcome != "unfavourable":
        return refuse("points_without_refusal")
    points = (command.points or points_raised(review)) if outcome == "unfavourable" else ()
    return (_concluded(command, review, votes, outcome=outcome, by=panel.concludes, points=points),)


def _by_the_chair(command: ConcludeReview, review: Review, panel: Panel, votes: VoteCounts) -> Decision:
    """With reasons; an unfavourable outcome names its points and what would change it."""
    if command.outcome is None:
        return refuse("up_to_the_chair", chair=panel.chair, favourable=votes.favourable)
    unfavourable = command.outcome == "unfavourable"
    if command.reasons is None or (unfavourable and not (command.points and command.would_change)):
        return refuse("conclusion_without_reasons")
    if command.points and not unfavourable:
        return refuse("points_without_refusal")
    by = "casting-vote" if tied(panel, votes) else "chair"
    return (_concluded(command, review, votes, outcome=command.outcome, by=by, points=command.points),)


def _concluded(command: ConcludeReview, review: Review, votes: VoteCounts, **said: object) -> ReviewConcluded:
    return ReviewConcluded.model_validate(
        {
            **said,
            "dossier": review.dossier.number,
            "counts": votes,
            "opinions": minutes(review),
            "reasons": command.reasons,
            "would_change": command.would_change,
        }
    )


def defer(command: DeferReview) -> Decision:
    """End it without an answer; the points are what a new submission answers."""
    points = tuple(dict.fromkeys(command.points))
    return (ReviewDeferred(points=points, reasons=command.reasons, would_change=command.would_change),)


def cancel(command: CancelReview) -> Decision:
    """Take the question back."""
    return (ReviewCancelled(cause="taken-back", reason=command.reason),)
