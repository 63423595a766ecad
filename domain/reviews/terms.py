"""The deadlines of a review: opinions owed since an invitation, opinions to confirm since a new dossier."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from domain.calendar import due_after
from domain.counting import Count, Term
from domain.moments import end_of
from domain.reviews.panel import CONFIRMATION, OPINIONS, owed_by, owing_by_clock, panel_of
from domain.reviews.state import Review
from domain.rulebook import Names, Panel, Rulebook
from domain.timing import Addressed, OwnRule, OwnSilence

NAMES = {
    OPINIONS: Names(fr="Avis à donner", en="Opinion to give"),
    CONFIRMATION: Names(fr="Avis à confirmer", en="Opinion to confirm"),
}
"""What each deadline is called."""

_AFTER = {OPINIONS: "invitation", CONFIRMATION: "dossier"}
_OPENING = {OPINIONS: "invitation", CONFIRMATION: "revised"}


def review_terms(review: Review, rulebook: Rulebook, zone: ZoneInfo) -> Iterator[Term]:
    """The clocks that run, those answered left out: one for each invitation, one for the last version."""
    panel = panel_of(review, rulebook)
    roles = frozenset(seat.role for seat in panel.members)
    for clock, members in owing_by_clock(review).items():
        kind, _, mark = clock.partition("/")
        entry = members[0].invited if kind == OPINIONS else review.dossier.entry
        anchor = end_of(review.entries[entry].at, zone)
        due = due_after(anchor, panel.within, zone)
        addressed = Addressed(tuple(one for member in members for one in owed_by(member)), roles)
        yield Term(_rule(kind, panel), Count(mark, anchor, due), addressed)


def _rule(kind: str, panel: Panel) -> OwnRule:
    return OwnRule(
        deadline=kind,
        name=NAMES[kind],
        after=_AFTER[kind],
        within=panel.within,
        ladder=panel.ladder,
        silence=OwnSilence(panel.silence) if panel.silence else None,
        pause_rule=panel.pause,
        opening=_OPENING[kind],
    )
