"""Every act about a cooperation has its family; those of reviews and fundings are of their own."""

import pytest

from domain.cooperations.commands.base import FileCommand
from domain.registry.commands import COMMAND_TYPES
from queries.families_of_commands import act_family_of

ELSEWHERE = {"OpenCooperation", "ImportCooperation"}
"""They make a file: nothing is there yet whose acts could be looked through."""
OF_FILES = sorted(
    name
    for name, one in COMMAND_TYPES.items()
    if issubclass(one, FileCommand) and one.by_the_service != "only" and name not in ELSEWHERE
)


@pytest.mark.parametrize("command", OF_FILES)
def test_an_act_about_a_cooperation_is_put_somewhere(command: str) -> None:
    """Not with the money, where what nobody has put anywhere would fall."""
    assert act_family_of(command, "noailles") != "money"


def test_what_a_review_or_a_funding_alone_knows_is_of_its_own() -> None:
    """By the kind of file."""
    assert act_family_of("GiveOpinion", "review:avis") == "reviews"
    assert act_family_of("ApproveTranche", "funding:filature") == "money"
    assert act_family_of("HoldBackAct", "funding:filature") == "service"
