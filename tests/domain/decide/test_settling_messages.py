"""Who may settle what became of a message about a review or a funding: those in charge, nobody in a conflict."""

import pytest

from domain.decide.access import may
from domain.decide.decide import streams_beside
from domain.files.setting import Setting
from domain.kernel.ids import review_stream
from domain.kernel.values import Role
from tests.domain import paying, reviewing
from tests.domain.kit import NOW, STREAM, On, do, state_of
from tests.domain.sample_people import ADMINISTRATOR, IN_ROLE, MANAGER, PEOPLE, SECOND_MANAGER
from tests.domain.vocabulary import BEGUN, MESSAGE

REVIEW = review_stream(reviewing.REVIEW)
ABOUT = {REVIEW: {"review": reviewing.REVIEW}, paying.KEY: {"funding": paying.FUNDING}}
CONFLICTED = (
    reviewing.declared(MANAGER, conflict=True),
    reviewing.declared(reviewing.A),
)


def setting_of(*events: On) -> Setting:
    """A funding that the jury, with a manager on it, is asked about."""
    seats = reviewing.invited(MANAGER, reviewing.A)
    asked = reviewing.asked("whole_jury", *events, funding=paying.FUNDING, members=seats)
    funding = state_of(paying.KEY, paying.requested(paying.request()))
    states = {STREAM: state_of(STREAM, *BEGUN), paying.KEY: funding, REVIEW: state_of(REVIEW, *asked)}
    return Setting(PEOPLE, paying.PAID_BY, NOW, beside=states)


def refused(who: str, stream: str, setting: Setting) -> str | None:
    """The code of the refusal, if there is one."""
    settling = do("SettleDelivery", message=MESSAGE, decision="drop", **ABOUT[stream])
    refusal = may(settling.model_copy(update={"actor": who}), setting.beside[stream], setting)
    return refusal.code if refusal else None


@pytest.mark.parametrize("stream", ABOUT)
def test_it_takes_being_in_charge_of_the_file_or_a_role(stream: str) -> None:
    """As about a cooperation: nobody else who happens to be registered."""
    setting = setting_of(*CONFLICTED)
    able = {who for who in PEOPLE.people if refused(who, stream, setting) is None}
    in_charge = {SECOND_MANAGER, ADMINISTRATOR, *setting.beside[stream].managers}  # type: ignore[union-attr]
    assert able == in_charge - {MANAGER}
    assert refused(IN_ROLE[Role.JURY], stream, setting) == "not_entitled"


@pytest.mark.parametrize("stream", ABOUT)
def test_nobody_in_a_conflict_does(stream: str) -> None:
    """Whatever came to light in a review of the request; nor who has not declared yet."""
    assert refused(MANAGER, stream, setting_of(*CONFLICTED)) == "has_conflict"
    assert refused(MANAGER, stream, setting_of()) == "has_not_declared"


def test_the_reviews_of_the_request_are_read_for_it() -> None:
    """Or no conflict would be known."""
    setting = setting_of()
    settling = do("SettleDelivery", message=MESSAGE, decision="drop", funding=paying.FUNDING)
    assert STREAM in streams_beside(settling, setting)
