"""What the entries of a review hang on."""

from domain.kernel.event import Event
from domain.kernel.ids import cooperation_stream, funding_stream, review_stream
from domain.relations.relation import EntryLink, Relation, earlier, numbered
from domain.reviews.events import (
    DossierRevised,
    InterestsDeclared,
    MemberRecused,
    MemberReplaced,
    OpinionConfirmed,
    OpinionDelegated,
    OpinionGiven,
    ReviewConcluded,
    ReviewDeferred,
    ReviewOpened,
)

_DOSSIERS = ("DossierRevised", "ReviewOpened")


def of_review(stream: str, event: Event) -> tuple[EntryLink, ...]:
    """The links of an entry of a review."""
    match event:
        case ReviewOpened(funding=funding, cooperation=cooperation, rests_on=entry, resubmits=review):
            about = funding_stream(funding) if funding else cooperation_stream(cooperation)
            links = numbered(Relation.RESTS_ON, about, (entry,))
            ended = ("ReviewConcluded", "ReviewDeferred")
            again = (earlier(Relation.RESUBMITS, review_stream(review), *ended),) if review else ()
            return (*links, *again)
        case DossierRevised():
            return (earlier(Relation.REPLACES, stream, *_DOSSIERS),)
        case OpinionGiven(dossier=dossier):
            return (_version(stream, dossier),)
        case OpinionConfirmed(dossier=dossier, member=member):
            return (
                earlier(Relation.RESTS_ON, stream, "OpinionGiven", member=member),
                _version(stream, dossier),
            )
        case ReviewConcluded(opinions=opinions, dossier=dossier):
            heard = (one.entry for one in opinions if one.counts)
            return (*numbered(Relation.RESTS_ON, stream, heard), _version(stream, dossier))
        case ReviewDeferred():
            return (earlier(Relation.RESTS_ON, stream, *_DOSSIERS),)
        case MemberReplaced() | OpinionDelegated() | InterestsDeclared():
            return (earlier(Relation.ANSWERS, stream, "MembersInvited", "ReviewOpened"),)
        case MemberRecused(member=member):
            return (earlier(Relation.RESTS_ON, stream, "InterestsDeclared", member=member),)
    return ()


def _version(stream: str, dossier: int) -> EntryLink:
    """The version of the dossier that was judged: the first came with the review."""
    if dossier == 1:
        return earlier(Relation.RESTS_ON, stream, "ReviewOpened")
    return earlier(Relation.RESTS_ON, stream, "DossierRevised", dossier=dossier)
