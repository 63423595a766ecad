"""The deadlines of a review: opinions owed since an invitation or to confirm since a new dossier, then its conclusion.

Nobody but the service concludes by a rule, and it needs no reminder; the chair does, where it is up to the chair.
"""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.deadlines.rules import Addressed, OwnRule, OwnSilence
from domain.deadlines.terms import Count, Term, told_of
from domain.kernel.calendar import due_after
from domain.kernel.moments import day_of, latest
from domain.reviews.panel import (
    CONCLUSION,
    CONFIRMATION,
    OPINIONS,
    owed_by,
    owing_by_clock,
    panel_of,
    somebody_owes,
)
from domain.reviews.state import Review
from domain.reviews.votes import count, up_to_the_chair
from domain.rulebook import Names, Panel, Rulebook

NAMES = {
    OPINIONS: Names(fr="Avis à donner", en="Opinion to give"),
    CONFIRMATION: Names(fr="Avis à confirmer", en="Opinion to confirm"),
    CONCLUSION: Names(fr="Conclusion à rendre", en="Conclusion to draw"),
}
"""What each deadline is called."""

_AFTER = {OPINIONS: "invitation", CONFIRMATION: "dossier", CONCLUSION: "opinions"}
_OPENING = {OPINIONS: "invitation", CONFIRMATION: "revised", CONCLUSION: "handed_up"}


def review_terms(review: Review, rulebook: Rulebook, zone: ZoneInfo) -> Iterator[Term]:
    """The clocks that run, those answered left out: one for each invitation, one for the last version."""
    panel = panel_of(review, rulebook)
    roles = frozenset(seat.role for seat in panel.members)
    for clock, members in owing_by_clock(review).items():
        kind, _, mark = clock.partition("/")
        entry = members[0].invited if kind == OPINIONS else review.dossier.entry
        anchor = _told(review, clock, latest(review.entries[entry].at, zone), panel, rulebook, zone)
        due = due_after(anchor, panel.within, zone)
        addressed = Addressed(tuple(one for member in members for one in owed_by(member)), roles)
        yield Term(_rule(kind, panel), Count(mark, anchor, due), addressed)


def conclusion_terms(
    review: Review, rulebook: Rulebook, zone: ZoneInfo, passed: datetime | None
) -> Iterator[Term]:
    """The chair's clock, while as the votes stand only the chair can conclude: as long as members have for an opinion.

    It begins with the last step, or where opinions are still owed once their deadlines have ``passed``.
    """
    panel = panel_of(review, rulebook)
    votes = count(review, panel)
    if panel.chair is None or votes.present < votes.quorum or not up_to_the_chair(panel, votes):
        return
    owed = somebody_owes(review)
    if owed and panel.silence is not None:
        return
    begins = passed if owed and passed else latest(review.last_step_at(zone), zone)
    due = due_after(begins, panel.within, zone)
    roles = frozenset((*(seat.role for seat in panel.members), panel.chair))
    counted = Count(f"v{review.dossier.number}", begins, due)
    yield Term(_rule(CONCLUSION, panel), counted, Addressed(roles=roles, chair=True))


def _told(
    review: Review, clock: str, asked: datetime, panel: Panel, rulebook: Rulebook, zone: ZoneInfo
) -> datetime:
    """From when they owe it: since they were asked, or told, where that was no sooner than a first reminder’s turn.

    Whoever was not told in time is told first, and has all the time that others have.
    """
    told = told_of(review, clock, zone).get(_OPENING[clock.partition("/")[0]])
    if told is None:
        return asked
    due = due_after(asked, panel.within, zone)
    turns = [due.offset(one.offset) for one in rulebook.ladders[panel.ladder]]
    first = min((one for one in turns if one > asked), default=due.at)
    late = told >= first if due.exact else day_of(told, zone) >= day_of(first, zone)
    return max(asked, told) if late else asked


def _rule(kind: str, panel: Panel) -> OwnRule:
    return OwnRule(
        deadline=kind,
        name=NAMES[kind],
        after=_AFTER[kind],
        within=panel.within,
        ladder=panel.ladder,
        silence=OwnSilence(panel.silence) if panel.silence and kind != CONCLUSION else None,
        pause_rule=panel.pause,
        opening=_OPENING[kind],
        on_working_days=True,
    )
