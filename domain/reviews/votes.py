"""Votes: the quorum, the counts, what they come to by the panel's rule, the minutes.

Counted in whole opinions; shares are exact, and a quorum that is a share is rounded up.
"""

from fractions import Fraction
from math import ceil

from domain.kernel.ids import SERVICE
from domain.reviews.events import OpinionCounted, ReviewOutcome, VoteCounts
from domain.reviews.panel import counts, sitting
from domain.reviews.state import Review
from domain.rulebook import Panel

_WHOLE = 100


def count(review: Review, panel: Panel) -> VoteCounts:
    """The figures of the minutes, as the votes stand."""
    seats = sitting(review)
    opinions = [one.opinion for one in seats if one.opinion and counts(review, one)]
    verdicts = [one.verdict for one in opinions]
    abstentions, unfavourable = verdicts.count("abstention"), verdicts.count("unfavourable")
    return VoteCounts(
        effective=len(seats),
        present=len(verdicts),
        expressed=len(verdicts) - abstentions,
        favourable=len(verdicts) - abstentions - unfavourable,
        with_conditions=verdicts.count("favourable-with-conditions"),
        unfavourable=unfavourable,
        abstentions=abstentions,
        silent=sum(one.by == SERVICE for one in opinions),
        recused=sum(one.recused is not None for one in review.members.values()),
        quorum=quorum(panel, len(seats)),
    )


def quorum(panel: Panel, effective: int) -> int:
    """How many opinions a conclusion needs: the number, or the share of those effective, whichever is more."""
    share = Fraction(panel.quorum.share or 0) * effective / _WHOLE
    return max(panel.quorum.at_least, ceil(share))


def minutes(review: Review) -> tuple[OpinionCounted, ...]:
    """Every opinion that was given, in the order of seats, and whether it counts: none ever disappears."""
    return tuple(
        OpinionCounted(
            member=member.person,
            opinion=opinion.verdict,
            dossier=opinion.holds_for,
            entry=opinion.entry,
            counts=opinion is member.opinion and counts(review, member),
        )
        for member in review.members.values()
        for opinion in (*member.earlier, *((member.opinion,) if member.opinion else ()))
    )


def points_raised(review: Review) -> tuple[str, ...]:
    """The points of the unfavourable opinions that count."""
    opinions = (one.opinion for one in sitting(review) if counts(review, one))
    unfavourable = (one for one in opinions if one and one.verdict == "unfavourable")
    return tuple(dict.fromkeys(point for one in unfavourable for point in one.points))


def tied(panel: Panel, votes: VoteCounts) -> bool:
    """Whether the majority is a tie that the chair's casting vote breaks."""
    split = 0 < votes.favourable == votes.unfavourable
    return panel.concludes == "majority" and panel.chair is not None and split


def up_to_the_chair(panel: Panel, votes: VoteCounts) -> bool:
    """Whether only the chair can conclude; where nobody expressed anything, there is nothing to conclude from."""
    return (panel.concludes == "chair" and votes.expressed > 0) or tied(panel, votes)


def by_rule(panel: Panel, votes: VoteCounts) -> ReviewOutcome:
    """What the votes come to, where it is not up to the chair.

    With conditions where the unconditionally favourable alone would not have carried it.
    """
    if not _carried(panel, votes, votes.favourable):
        return "unfavourable"
    alone = votes.favourable - votes.with_conditions
    return "favourable" if _carried(panel, votes, alone) else "favourable-with-conditions"


def _carried(panel: Panel, votes: VoteCounts, favourable: int) -> bool:
    if not votes.expressed:
        return False
    match panel.concludes:
        case "unanimity":
            return favourable == votes.expressed
        case "threshold":
            least = Fraction(_WHOLE if panel.threshold is None else panel.threshold) / _WHOLE
            return Fraction(favourable, votes.expressed) >= least
        case "majority" | "chair":
            return favourable > votes.unfavourable
