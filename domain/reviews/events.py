"""Events of a review, and what the funding that it is about hears of it."""

from typing import ClassVar, Literal

from domain.cooperations.events.told import ReviewEnd
from domain.files.events import CooperationHeard
from domain.kernel.event import Event
from domain.kernel.model import Model
from domain.kernel.money import DocumentDigest
from domain.kernel.prose import Prose
from domain.kernel.values import Day, Key, Label, PersonId, Region, Role, RulebookId, Slug
from domain.reviews.proposal import Proposal

Verdict = Literal["favourable", "favourable-with-conditions", "unfavourable", "abstention"]
ReviewOutcome = Literal["favourable", "favourable-with-conditions", "unfavourable"]


class Invited(Model):
    """Somebody who sits on the panel, for a seat's role: held in the file's region, or anywhere, as ``of`` says."""

    person: PersonId
    role: Role
    of: Literal["region", "organisation"] = "region"


class ReviewOpened(Event):
    """A question was put to a panel. ``pass_number`` is the cooperation's, ``name`` its name then."""

    version: ClassVar[int] = 2
    type: Literal["ReviewOpened"] = "ReviewOpened"
    cooperation: Slug
    name: Label
    region: Region
    managers: tuple[PersonId, ...]
    rulebook: RulebookId
    pass_number: int
    question: Key
    panel: Key
    funding: Slug | None
    amendment: Slug | None
    members: tuple[Invited, ...]
    documents: tuple[DocumentDigest, ...]
    rests_on: int
    """The last entry, then, of what it is about: the cooperation, or its funding."""
    note: Prose | None
    resubmits: Slug | None
    answers: dict[Key, Prose]
    """The answer to each point of the review that this one resubmits."""
    barred: PersonId | None = None
    """Who asked for the money that a decisive panel judges: never sits on it."""
    proposal: Proposal | None = None
    """What it is asked to grant; None for what was asked for."""


class MembersInvited(Event):
    """More people sit on the panel; their deadline begins here."""

    type: Literal["MembersInvited"] = "MembersInvited"
    members: tuple[Invited, ...]
    reason: Prose


class InterestsDeclared(Event):
    """A member declared interests; a conflict recuses."""

    type: Literal["InterestsDeclared"] = "InterestsDeclared"
    member: PersonId
    conflict: bool
    reason: Prose | None


class MemberRecused(Event):
    """A member was taken off the panel for a conflict of interest."""

    type: Literal["MemberRecused"] = "MemberRecused"
    member: PersonId
    reason: Prose


class DossierRevised(Event):
    """A new version of the dossier; opinions on earlier ones count once they are confirmed."""

    version: ClassVar[int] = 2
    outdates = True

    type: Literal["DossierRevised"] = "DossierRevised"
    dossier: int
    documents: tuple[DocumentDigest, ...]
    rests_on: int
    note: Prose | None
    proposal: Proposal | None = None
    """What the panel is asked to grant now; None for what is asked for."""


class OpinionGiven(Event):
    """A member's opinion on a version of the dossier; it takes the place of an earlier one of theirs."""

    type: Literal["OpinionGiven"] = "OpinionGiven"
    member: PersonId
    """In whose seat: a delegate gives it for somebody else."""
    opinion: Verdict
    dossier: int
    scores: dict[Key, int]
    conditions: Prose | None
    points: tuple[Key, ...]
    reasons: Prose | None
    would_change: Prose | None


class OpinionConfirmed(Event):
    """A member keeps their opinion on a later version of the dossier."""

    type: Literal["OpinionConfirmed"] = "OpinionConfirmed"
    member: PersonId
    dossier: int


class OpinionDelegated(Event):
    """Somebody else gives a member's opinion until a day; their deadline begins here."""

    type: Literal["OpinionDelegated"] = "OpinionDelegated"
    member: PersonId
    to: PersonId
    until: Day
    reason: Prose


class MemberReplaced(Event):
    """Somebody else sits in a member's place for good; an opinion given stays, one owed is owed by them."""

    type: Literal["MemberReplaced"] = "MemberReplaced"
    member: PersonId
    substitute: PersonId
    reason: Prose


class SilenceGiven(Model):
    """A member whose silence counted as an opinion."""

    member: PersonId
    opinion: Verdict


class VoteCounts(Model):
    """The minutes' figures. ``effective``: members not recused; ``expressed``: opinions given but for abstentions."""

    effective: int
    present: int
    """Opinions that count: given or confirmed on the last version of the dossier, or counted for silence."""
    expressed: int
    favourable: int
    """Those with conditions among them."""
    with_conditions: int
    unfavourable: int
    abstentions: int
    silent: int
    """Of those present, how many by silence."""
    recused: int
    quorum: int


class OpinionCounted(Model):
    """An opinion as the minutes have it. One on an earlier version that was not confirmed does not count."""

    member: PersonId
    opinion: Verdict
    dossier: int
    entry: int
    counts: bool


class ReviewConcluded(Event):
    """The panel's answer: by its rule, by its chair, or by the chair's casting vote, with the minutes."""

    outdates = True

    type: Literal["ReviewConcluded"] = "ReviewConcluded"
    outcome: ReviewOutcome
    by: Literal["majority", "unanimity", "threshold", "chair", "casting-vote"]
    dossier: int
    counts: VoteCounts
    opinions: tuple[OpinionCounted, ...]
    points: tuple[Key, ...]
    reasons: Prose | None
    would_change: Prose | None


class ReviewDeferred(Event):
    """The review ended without an answer: it may be submitted again."""

    outdates = True

    type: Literal["ReviewDeferred"] = "ReviewDeferred"
    points: tuple[Key, ...]
    reasons: Prose
    would_change: Prose


class ReviewCancelled(Event):
    """The question was taken back, or fell with what it was about: ``cause`` says which."""

    outdates = True

    type: Literal["ReviewCancelled"] = "ReviewCancelled"
    cause: Literal["taken-back", "went-back", "closed", "decided"]
    reason: Prose | None


class ReviewCarriedOver(Event):
    """The review goes on in another pass of its cooperation, which went back."""

    outdates = True

    type: Literal["ReviewCarriedOver"] = "ReviewCarriedOver"
    pass_number: int


class ReviewHeard(Event):
    """In the funding that it is about: a panel is asked; with an ``outcome``, it is asked no more, and so it ended."""

    outdates = True

    type: Literal["ReviewHeard"] = "ReviewHeard"
    review: Slug
    question: Key
    panel: Key
    amendment: Slug | None
    outcome: ReviewEnd | None


ReviewEvent = (
    ReviewOpened
    | MembersInvited
    | InterestsDeclared
    | MemberRecused
    | DossierRevised
    | OpinionGiven
    | OpinionConfirmed
    | OpinionDelegated
    | MemberReplaced
    | ReviewConcluded
    | ReviewDeferred
    | ReviewCancelled
    | ReviewCarriedOver
    | CooperationHeard
)
"""Events of the streams ``review:<id>``, besides those of every file."""
