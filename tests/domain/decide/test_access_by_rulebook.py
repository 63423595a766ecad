"""Who may do what where the rulebook itself names the roles: gate items, criteria, stages of a funnel, relays."""

import pytest

from domain.cooperations.state import Cooperation
from domain.kernel.values import Role
from domain.registry.commands import AnyCommand
from domain.rulebook import Rulebook
from tests.domain.decide.test_access import ADMINISTRATORS, HERE, MANAGERS, UNATTENDED, asked
from tests.domain.decide.test_tables import RECORDING
from tests.domain.kit import do, file_of
from tests.domain.rules import CALLING, RULES, TRYING
from tests.domain.sample_people import ELECTED, IN_ROLE, MANAGER
from tests.domain.vocabulary import IN_DIAGNOSIS, applied, selected


def entitled(command: AnyCommand, file: Cooperation, rules: Rulebook = RULES) -> set[Role]:
    """The roles whose holders may give the command."""
    return {role for role in Role if asked(command, IN_ROLE[role], file, rules=rules) is None}


def test_a_gate_item_that_names_nobody_is_declared_by_the_manager() -> None:
    """``by`` narrows who may; without it the programme manager does."""
    declare = do("DeclareGateItem", item="portrait")
    assert asked(declare, MANAGER, file_of(*IN_DIAGNOSIS)) is None
    assert asked(declare, ELECTED, file_of(*IN_DIAGNOSIS)) == "not_entitled"


@pytest.mark.parametrize(
    ("stages", "roles"),
    [
        ((), {Role.REGIONAL_COMMISSION}),
        (("shortlisted",), MANAGERS),
        (("shortlisted", "heard"), {Role.JURY, Role.BOARD}),
    ],
    ids=["first", "a stage that names nobody", "last"],
)
def test_an_application_is_in_the_hands_of_those_of_its_next_stage(
    stages: tuple[str, ...], roles: set[Role]
) -> None:
    """To take it there and to refuse it; being in charge of the file gives no say in it."""
    file = file_of(*applied(), *(selected(stage) for stage in stages))
    for kind in ("SelectApplication", "DeclineApplication"):
        command = RECORDING[kind].when
        assert entitled(command, file, CALLING) == roles, kind


def test_on_the_fast_track_the_last_stage_is_the_next() -> None:
    """Its roles decide at once."""
    file = file_of(*applied("vite"))
    select = do("SelectApplication", stage="supported")
    assert entitled(select, file, CALLING) == {Role.JURY, Role.BOARD}


def test_criteria_are_judged_by_those_whom_the_rulebook_names() -> None:
    """``by`` narrows who may, also among those in charge."""
    judge = do("JudgeCriterion", item="territory", criterion="rural", met=True)
    assert entitled(judge, HERE, TRYING) == {Role.REGIONAL_COMMISSION}


def test_a_relay_concerns_more_than_a_region() -> None:
    """A version is the affair of the region's manager too; another programme the administrator's alone."""
    for to, roles in (("essai@2", MANAGERS | ADMINISTRATORS), ("autre@1", ADMINISTRATORS)):
        migrate = do("MigrateCooperation", to=to)
        assert entitled(migrate, UNATTENDED) == roles
