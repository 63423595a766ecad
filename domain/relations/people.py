"""What the entries of the organisation itself hang on."""

from domain.kernel.event import Event
from domain.people.events import PersonChanged, RoleRevoked
from domain.relations.relation import EntryLink, Relation, earlier


def of_organisation(stream: str, event: Event) -> tuple[EntryLink, ...]:
    """The links of an entry of the organisation."""
    match event:
        case RoleRevoked(grant=grant):
            return (earlier(Relation.REPLACES, stream, "RoleGranted", grant=grant),)
        case PersonChanged(person=person):
            return (earlier(Relation.REPLACES, stream, "PersonRegistered", "PersonChanged", person=person),)
    return ()
