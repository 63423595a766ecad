"""Who may give which command about a review.

Programme managers of the region, and those in charge of the cooperation, lead a review; its chair does so too, but for
opening it, its dossier and taking it back. Members and those who stand in for them act for themselves: whether somebody
sits is a rule of the review, not a question of rights. Nobody in a conflict leads, defers or concludes it.
"""

from domain.cooperations.state import Cooperation
from domain.files.charge import in_charge
from domain.files.setting import Setting
from domain.kernel.ids import cooperation_stream
from domain.kernel.refusal import Refusal, refuse
from domain.kernel.values import Role
from domain.people.panels import chairs
from domain.people.roles import roles_of
from domain.reviews.commands import (
    AnyReviewCommand,
    ConcludeReview,
    DeclareInterests,
    OpenReview,
)
from domain.reviews.impartial import unless_clear
from domain.reviews.panel import panel_of
from domain.reviews.state import Review
from domain.reviews.subject import subject_of
from domain.rulebook import Panel, Rulebook


def may_review(command: AnyReviewCommand, review: Review | None, setting: Setting) -> Refusal | None:
    """Why the actor, a known person, may not give it; None if they may."""
    if isinstance(command, OpenReview):
        cooperation = setting.read(Cooperation, cooperation_stream, command.cooperation)
        if cooperation is None:
            return None
        if in_charge(command.actor, cooperation, setting):
            return unless_clear(command.actor, subject_of(command.funding, setting), setting, judging=False)
        return _refused(command, cooperation.region, None)
    if review is None or setting.rulebook is None:
        return None  # the rules say whether there is one
    if command.for_oneself:
        return _for_oneself(command, review, setting)
    return _by_role(command, review, setting.rulebook, setting) or unless_clear(
        command.actor, review, setting, judging=command.judges
    )


def _for_oneself(command: AnyReviewCommand, review: Review, setting: Setting) -> Refusal | None:
    """The rules say whether the actor sits, and has declared; a conflict about the same request bars from any panel."""
    if isinstance(command, DeclareInterests):
        return None
    return unless_clear(command.actor, review, setting, judging=False, but=("undeclared",))


def _by_role(
    command: AnyReviewCommand, review: Review, rulebook: Rulebook, setting: Setting
) -> Refusal | None:
    panel, actor = panel_of(review, rulebook), command.actor
    presides = chairs(setting.organisation, panel, review.region, actor, setting.now)
    if isinstance(command, ConcludeReview) and command.outcome is not None:
        return None if presides else _refused(command, review.region, panel)
    entitled = in_charge(actor, review, setting) or (presides and command.by_the_chair)
    if command.by_administrators:
        held = roles_of(setting.organisation, actor, review.region, setting.now)
        entitled = entitled or Role.ADMINISTRATOR in held
    return None if entitled else _refused(command, review.region, panel)


def _refused(command: AnyReviewCommand, region: str, panel: Panel | None) -> Refusal:
    chair = (panel.chair,) if panel and panel.chair and command.by_the_chair else ()
    if isinstance(command, ConcludeReview) and command.outcome is not None:
        return refuse("not_entitled", roles=chair or ("–",), region=region)
    administrator = (Role.ADMINISTRATOR,) if command.by_administrators else ()
    return refuse("not_entitled", roles=(Role.PROGRAMME_MANAGER, *chair, *administrator), region=region)
