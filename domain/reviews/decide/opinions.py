"""Opinions: given on the last version of the dossier by whoever sits and has declared interests, or confirmed."""

from collections.abc import Iterator

from domain.cooperations.state import Cooperation
from domain.files.setting import Decision, Setting
from domain.kernel.ids import SERVICE, cooperation_stream
from domain.kernel.refusal import Refusal, refuse
from domain.people.identity import same_person
from domain.reviews.commands import ConfirmOpinion, GiveOpinion, ReviseDossier
from domain.reviews.decide.acting import acting
from domain.reviews.decide.proposing import proposal_of
from domain.reviews.events import DossierRevised, OpinionConfirmed, OpinionGiven
from domain.reviews.panel import Capacity, counts, panel_of, sitting
from domain.reviews.state import Review
from domain.reviews.subject import subject_of
from domain.rulebook import Panel, Rulebook


def give(command: GiveOpinion, review: Review, rulebook: Rulebook, setting: Setting) -> Decision:
    """Give an opinion, or change it: in one's own seat or in that of the member for whom one stands in."""
    found = _opining(command, review, setting)
    if isinstance(found, Refusal):
        return found
    refusal = _not_founded(command) or next(_off_the_grid(command, panel_of(review, rulebook)), None)
    if refusal:
        return refusal
    return (
        OpinionGiven(
            member=found.member.person,
            opinion=command.opinion,
            dossier=command.dossier,
            scores=command.scores,
            conditions=command.conditions,
            points=tuple(dict.fromkeys(command.points)),
            reasons=command.reasons,
            would_change=command.would_change,
        ),
    )


def confirm(command: ConfirmOpinion, review: Review, setting: Setting) -> Decision:
    """Keep the opinion of one's seat on the last version; what silence stood for is not somebody's to keep."""
    found = _opining(command, review, setting)
    if isinstance(found, Refusal):
        return found
    opinion = found.member.opinion
    if opinion is None or opinion.by == SERVICE:
        return refuse("no_opinion_to_confirm")
    if counts(review, found.member):
        return refuse("changes_nothing")
    return (OpinionConfirmed(member=found.member.person, dossier=command.dossier),)


def revise(command: ReviseDossier, review: Review, setting: Setting) -> Decision:
    """Put the next version of the dossier before the panel."""
    subject = subject_of(review.funding, setting)
    about = subject or setting.read(Cooperation, cooperation_stream, review.cooperation)
    judged = None if review.amendment else subject
    proposal = proposal_of(command, review.dossier.proposal, setting, judged)
    if isinstance(proposal, Refusal):
        return proposal
    return (
        DossierRevised(
            dossier=review.dossier.number + 1,
            documents=command.documents,
            rests_on=about.entry if about else review.dossier.rests_on,
            note=command.note,
            proposal=proposal,
        ),
    )


def _opining(command: GiveOpinion | ConfirmOpinion, review: Review, setting: Setting) -> Capacity | Refusal:
    found = acting(command.actor, review, setting)
    if isinstance(found, Refusal):
        return found
    if command.actor not in found.member.declared:
        return refuse("interests_undeclared", review=review.id)
    if twin := _given_already(command.actor, found, review, setting):
        return refuse("sits_under_another_id", person=command.actor, other=twin)
    last = review.dossier.number
    if command.dossier > last:
        return refuse("unknown_dossier", dossier=command.dossier, last=last)
    if command.dossier < last:
        return refuse("dossier_superseded", dossier=command.dossier, last=last)
    return found


def _given_already(person: str, found: Capacity, review: Review, setting: Setting) -> str | None:
    """The other id under which somebody sits and has given an opinion: a person has one, however often seated."""
    others = (one.person for one in sitting(review) if one.opinion and one.person != found.member.person)
    return next((one for one in others if same_person(setting.organisation, person, one)), None)


def _not_founded(command: GiveOpinion) -> Refusal | None:
    """An unfavourable opinion has points, reasons and what would change it; one with conditions says which."""
    if command.opinion == "unfavourable":
        said = command.points and command.reasons and command.would_change
        return None if said else refuse("opinion_without_reasons")
    if command.points or command.would_change:
        return refuse("points_without_refusal")
    if (command.conditions is not None) != (command.opinion == "favourable-with-conditions"):
        return refuse("conditions_and_opinion_differ", opinion=command.opinion)
    return None


def _off_the_grid(command: GiveOpinion, panel: Panel) -> Iterator[Refusal]:
    """A score for each line of the grid; none without a grid, nor for an abstention."""
    lines = () if command.opinion == "abstention" else tuple(panel.grid)
    if set(command.scores) != set(lines):
        yield refuse("scores_and_grid_differ", known=lines or ("–",))
        return
    for line, points in command.scores.items():
        if points > panel.grid[line].most:
            yield refuse("score_too_high", line=line, most=panel.grid[line].most)
