"""One event of each type about reviews, with all its fields filled in."""

from datetime import date

from domain.cooperations.events.told import ReviewAnswered, ReviewAsked
from domain.files.events import CooperationHeard
from domain.kernel.prose import Prose
from domain.kernel.values import Role
from domain.registry.events import AnyEvent
from domain.reviews.events import (
    DossierRevised,
    InterestsDeclared,
    Invited,
    MemberRecused,
    MemberReplaced,
    MembersInvited,
    OpinionConfirmed,
    OpinionCounted,
    OpinionDelegated,
    OpinionGiven,
    ReviewCancelled,
    ReviewCarriedOver,
    ReviewConcluded,
    ReviewDeferred,
    ReviewOpened,
    VoteCounts,
)
from domain.reviews.proposal import Condition, Proposal

_NOTE = Prose(text="Noté « à chaud » — élan, épuisement, 🌱.")
_ADA, _LOU, _SAM = "p-0123456789ab", "p-ba9876543210", "p-00ff00ff00ff"
_DOCUMENT = "sha256:" + "0a" * 32
_POINTS = ("no_residents", "no_place")

_PROPOSAL = Proposal(
    amount_cents=1_200_000,
    conditions=(Condition(condition="premises", label="Un local", due=date(2027, 6, 30)),),
)

REVIEWS: tuple[AnyEvent, ...] = (
    ReviewOpened(
        cooperation="noailles",
        name="Noailles",
        region="paca-corse",
        managers=(_ADA,),
        rulebook="demarche-territoriale@2",
        pass_number=2,
        question="work_done",
        panel="national_jury",
        funding="graines",
        amendment="avenant-1",
        members=(Invited(person=_LOU, role=Role.JURY),),
        documents=(_DOCUMENT,),
        rests_on=12,
        note=_NOTE,
        resubmits="travail-2024",
        answers=dict.fromkeys(_POINTS, _NOTE),
        barred=_SAM,
        proposal=_PROPOSAL,
    ),
    MembersInvited(members=(Invited(person=_SAM, role=Role.JURY),), reason=_NOTE),
    InterestsDeclared(member=_LOU, conflict=True, reason=_NOTE),
    MemberRecused(member=_LOU, reason=_NOTE),
    DossierRevised(dossier=2, documents=(_DOCUMENT,), rests_on=15, note=_NOTE, proposal=_PROPOSAL),
    OpinionGiven(
        member=_SAM,
        opinion="favourable-with-conditions",
        dossier=2,
        scores={"novelty": 3},
        conditions=_NOTE,
        points=_POINTS,
        reasons=_NOTE,
        would_change=_NOTE,
    ),
    OpinionConfirmed(member=_SAM, dossier=3),
    OpinionDelegated(member=_SAM, to=_ADA, until=date(2027, 1, 31), reason=_NOTE),
    MemberReplaced(member=_SAM, substitute=_ADA, reason=_NOTE),
    ReviewConcluded(
        outcome="favourable-with-conditions",
        by="casting-vote",
        dossier=3,
        counts=VoteCounts(
            effective=5,
            present=4,
            expressed=3,
            favourable=2,
            with_conditions=1,
            unfavourable=1,
            abstentions=1,
            silent=1,
            recused=1,
            quorum=3,
        ),
        opinions=(OpinionCounted(member=_SAM, opinion="abstention", dossier=3, entry=9, counts=True),),
        points=_POINTS,
        reasons=_NOTE,
        would_change=_NOTE,
    ),
    ReviewDeferred(points=_POINTS, reasons=_NOTE, would_change=_NOTE),
    ReviewCancelled(cause="taken-back", reason=_NOTE),
    ReviewCarriedOver(pass_number=3),
    ReviewAsked(review="travail-2026", question="work_done", funding="graines", resubmits="travail-2024"),
    ReviewAnswered(review="travail-2026", question="work_done", outcome="deferred"),
    CooperationHeard(status="abandonment-requested", managers=(_ADA, _LOU)),
)
