"""The one person behind an id. Wherever two people are asked for, ids are compared by what is here, and nowhere else.

An address is registered once; ledgers from before that rule may have *twins*: ids of one address, which count as the
one person who was registered first (ADR 0026). Which ids are twins is known where the vault is open
(``application.addresses``), and handed in as ``Organisation.twins``.
"""

from collections.abc import Iterable, Mapping, Sequence

from domain.people.state import Organisation


def person_behind(organisation: Organisation, person: str) -> str:
    """The id that stands for somebody: their own, or that under which they were registered first."""
    return organisation.twins.get(person, person)


def same_person(organisation: Organisation, person: str, other: str | None) -> bool:
    """Whether two ids are one person's; nobody is the person of None."""
    return other is not None and person_behind(organisation, person) == person_behind(organisation, other)


def one_of(organisation: Organisation, person: str, others: Iterable[str | None]) -> bool:
    """Whether somebody is one of these people, under whatever id."""
    return any(same_person(organisation, person, one) for one in others)


def one_id_each(organisation: Organisation, people: Iterable[str]) -> tuple[str, ...]:
    """The people with one id each, the first of each, in their order."""
    first: dict[str, str] = {}
    for one in people:
        first.setdefault(person_behind(organisation, one), one)
    return tuple(first.values())


def all_ids(organisation: Organisation, people: Iterable[str]) -> tuple[str, ...]:
    """Every id of these people."""
    given = tuple(people)
    first = {person_behind(organisation, one): None for one in given}
    twins = (twin for twin, behind in organisation.twins.items() if behind in first)
    return tuple(dict.fromkeys((*given, *first, *twins)))


def twins_among(sharing: Iterable[Sequence[str]]) -> Mapping[str, str]:
    """The ids that share a mailbox with somebody registered before, each with the first.

    ``sharing``: the ids of each mailbox, in the order of their registration.
    """
    return {one: ids[0] for ids in sharing for one in ids[1:]}
