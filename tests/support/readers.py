"""Anybody who might read: people with any roles, anywhere, at any hour of days on which roles begin and end."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from domain.kernel.prose import Prose
from domain.kernel.values import Language, Role
from domain.people.state import Grant, Organisation, Person

REGIONS = ("occitanie", "reunion", "polynesie")
"""In which three days may be going on at once: hours are Paris’, Reunion’s and Tahiti’s."""
_ZONES = {None: "Europe/Paris", "reunion": "Indian/Reunion", "polynesie": "Pacific/Tahiti"}

_DAYS = st.sampled_from([date(2026, 3, 1), date(2026, 3, 2)])
INSTANTS = st.builds(
    lambda day, hour: datetime(2026, 3, day, hour, 30, tzinfo=UTC),
    st.integers(1, 2),
    st.sampled_from([5, 9, 10, 19, 20, 22, 23]),
)
"""Before and after a day begins in each of them."""


def organisations(*people: str) -> SearchStrategy[Organisation]:
    """An organisation in which these people hold any roles, or none; the last two may be one person."""
    grants = st.lists(
        st.builds(
            Grant,
            id=st.just(""),
            person=st.sampled_from(people),
            role=st.sampled_from(Role),
            region=st.sampled_from([None, *REGIONS]),
            since=st.one_of(st.just(date(2020, 1, 1)), _DAYS, _DAYS),
            until=st.one_of(st.none(), st.none(), _DAYS),
            revoked_at=st.one_of(st.none(), st.none(), st.none(), INSTANTS),
        ),
        max_size=4,
    )
    zones = st.sampled_from([_ZONES, _ZONES, {}])
    twins = st.sampled_from([{}, {people[-1]: people[-2]}]) if len(people) > 1 else st.just({})
    return st.builds(
        lambda given, zones, twins: Organisation(
            people={one: Person(one, Prose(), Prose(), Language.FRENCH) for one in people},
            grants={str(number): one for number, one in enumerate(given)},
            zones=zones,
            twins=twins,
        ),
        grants,
        zones,
        twins,
    )
