"""Who may hold back what the service would do by itself, and release it."""

import pytest

from domain.decide.access import may
from domain.kernel.refusal import Refusal
from domain.kernel.values import Role
from domain.registry.commands import AnyCommand
from tests.domain.granting import asked_and_judged, knowing, wanted
from tests.domain.kit import NOW, Row, do
from tests.domain.paying import FUNDING
from tests.domain.sample_people import ELECTED, FOUNDED, IN_ROLE, MANAGER, SECOND_MANAGER
from tests.domain.tables.acts import OPINION, acting
from tests.domain.tables.acts_of_fundings import FUNDED
from tests.domain.vocabulary import BEGUN

OF_THE_FILE = acting(OPINION | {"held_by": ["steering-committee"]})
IN_A_PHASE = [do("HoldBackAct", act="opinion"), do("ReleaseAct", act="opinion")]
JURY, BOARD, STEERING = IN_ROLE[Role.JURY], IN_ROLE[Role.BOARD], IN_ROLE[Role.STEERING_COMMITTEE]


def judged(row: Row, actor: str) -> str | None:
    """The code of the refusal, if somebody may not."""
    setting = row.setting()
    command: AnyCommand = row.when.model_copy(update={"actor": actor})
    found = may(command, setting.beside[command.stream], setting)
    return found.code if isinstance(found, Refusal) else None


@pytest.mark.parametrize("command", IN_A_PHASE, ids=lambda one: one.type)
@pytest.mark.parametrize(
    ("actor", "refused"),
    [
        (MANAGER, None),
        (ELECTED, None),
        (SECOND_MANAGER, None),
        (STEERING, None),
        (JURY, "not_entitled"),
        (BOARD, "not_entitled"),
        (IN_ROLE[Role.AUDITOR], "not_entitled"),
    ],
)
def test_those_in_charge_and_whom_the_rulebook_names_hold_an_act_back(
    command: AnyCommand, actor: str, refused: str | None
) -> None:
    """A programme manager of the region too, as with every step of the file."""
    row = Row("holding back", BEGUN, command, (), rulebook=OF_THE_FILE, people=FOUNDED, now=NOW)
    assert judged(row, actor) == refused


@pytest.mark.parametrize(
    ("act", "actor", "refused"),
    [
        ("decide", JURY, None),
        ("put", JURY, "not_entitled"),
        ("decide", BOARD, "not_entitled"),
        ("decide", IN_ROLE[Role.FINANCE_OFFICER], "not_entitled"),
    ],
)
def test_who_may_decide_holds_the_record_of_the_decision_back(
    act: str, actor: str, refused: str | None
) -> None:
    """Here a panel decides: those who sit on it may, and no other role."""
    asked = wanted("by_jury")
    command = do("HoldBackAct", act=act, funding=FUNDING)
    row = Row("holding back", asked_and_judged(asked), command, (), rulebook=FUNDED, beside=knowing(asked))
    assert judged(row, actor) == refused
