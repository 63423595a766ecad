"""When a review may be concluded, and when the service does so by itself."""

from datetime import datetime

from domain.deadlines.deadline import Deadline
from domain.deadlines.heard import heard_out
from domain.kernel.moments import earliest
from domain.people.state import Organisation
from domain.reviews.deadlines import deadlines
from domain.reviews.panel import CONCLUSION, asleep, panel_of, somebody_owes
from domain.reviews.state import Review
from domain.reviews.votes import count, up_to_the_chair
from domain.rulebook import Rulebook


def opinions_due(review: Review, rulebook: Rulebook) -> tuple[Deadline, ...]:
    """The open deadlines of opinions to give or to confirm; the chair's own is not one of them."""
    return tuple(one for one in deadlines(review, rulebook) if one.key != CONCLUSION)


def ready(review: Review, rulebook: Rulebook, now: datetime) -> bool:
    """Whether it may be concluded: the quorum is met, and nobody owes or every deadline has passed.

    Where silence counts as an opinion, it has to be counted first: nobody is passed over by being quick.
    """
    panel = panel_of(review, rulebook)
    votes = count(review, panel)
    if review.ended or votes.present < votes.quorum:
        return False
    if not somebody_owes(review):
        return True
    return panel.silence is None and all(one.due.passes_at <= now for one in opinions_due(review, rulebook))


def conclusion_due(review: Review, rulebook: Rulebook, organisation: Organisation, now: datetime) -> bool:
    """Whether the service is to conclude it by the rule now; never on a day on which people do not work."""
    since = conclusion_prospect(review, rulebook, organisation)
    works = rulebook.calendar_of(review.region).sendable_from(now) <= now
    return since is not None and since <= now and works and ready(review, rulebook, now)


def conclusion_prospect(review: Review, rulebook: Rulebook, organisation: Organisation) -> datetime | None:
    """From when on the service concludes it if nobody acts; None if it will not, as things stand.

    Those who have not answered are passed over as silence is counted: told in time, and not after an outage.
    """
    panel = panel_of(review, rulebook)
    votes = count(review, panel)
    if review.ended or asleep(review, panel) or votes.present < votes.quorum or up_to_the_chair(panel, votes):
        return None
    if not somebody_owes(review):
        zone = rulebook.zone_of(review.region)
        return earliest(review.last_step_at(zone), zone)
    if panel.silence is not None:
        return None
    calendar = rulebook.calendar_of(review.region)
    heard = [heard_out(review, one, calendar, organisation) for one in opinions_due(review, rulebook)]
    if any(held_back for _, held_back in heard):
        return None
    return max(at for at, _ in heard)
