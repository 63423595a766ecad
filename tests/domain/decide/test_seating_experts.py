"""Managers seat outside experts for a while, where a panel names its members; all else about people is not theirs."""

import pytest

from domain.decide.access import may
from domain.files.setting import Setting
from domain.kernel.values import Role
from domain.registry.commands import AnyCommand
from domain.rulebook import Rulebook
from tests.domain.kit import NOW, do
from tests.domain.reviewing import ASKING as WITH_NAMED_MEMBERS
from tests.domain.rules import RULES
from tests.domain.sample_people import IN_ROLE, NOBODY, PEOPLE

FOR_A_YEAR, FOR_LONGER = "2027-11-23", "2027-11-25"
MANAGER = {Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER}
NOT_THEIRS = {Role.ADMINISTRATOR}


def seat(role: str = "jury", region: str | None = "occitanie", until: str | None = FOR_A_YEAR) -> AnyCommand:
    """Somebody gets the role of a seat."""
    where = {"region": region} if region else {}
    return do("GrantRole", person=NOBODY, role=role, **where, **({"until": until} if until else {}))


KNOWN = do("RegisterPerson", name="Lou", email="lou@example.org")
CASES: tuple[tuple[str, AnyCommand, Rulebook, set[Role]], ...] = (
    ("an expert is made known", KNOWN, WITH_NAMED_MEMBERS, MANAGER),
    ("and seated in one's own region until a day", seat(), WITH_NAMED_MEMBERS, MANAGER),
    ("not without an end", seat(until=None), WITH_NAMED_MEMBERS, NOT_THEIRS),
    ("nor for more than a year", seat(until=FOR_LONGER), WITH_NAMED_MEMBERS, NOT_THEIRS),
    ("nor in another region", seat(region="grand-est"), WITH_NAMED_MEMBERS, NOT_THEIRS),
    ("nor in all of them", seat(region=None), WITH_NAMED_MEMBERS, NOT_THEIRS),
    ("nor with a role that no such panel seats", seat("facilitator"), WITH_NAMED_MEMBERS, NOT_THEIRS),
    ("nor with one that leads", seat("programme-manager"), WITH_NAMED_MEMBERS, NOT_THEIRS),
    ("nor where no panel names its members", seat(), RULES, NOT_THEIRS),
    ("where none does, nobody is made known either", KNOWN, RULES, NOT_THEIRS),
    (
        "nobody else is changed",
        do("ChangePerson", person=NOBODY, language="en"),
        WITH_NAMED_MEMBERS,
        NOT_THEIRS,
    ),
)


@pytest.mark.parametrize(
    ("command", "rulebook", "able"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_who_may_bring_an_expert_in(command: AnyCommand, rulebook: Rulebook, able: set[Role]) -> None:
    """By the rulebooks that the organisation goes by."""
    setting = Setting(PEOPLE, None, NOW, targets={rulebook.id: rulebook})
    found = {
        role
        for role, person in IN_ROLE.items()
        if may(command.model_copy(update={"actor": person}), PEOPLE, setting) is None
    }
    assert found == able
