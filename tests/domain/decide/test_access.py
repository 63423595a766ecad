"""Who may do what: every role, every command, in their region and in another, in their time and after it.

The table below is written out by hand: it is what the field notes (§2) say, not what the code says.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest

from domain.cooperations.events.lifecycle import AbandonmentRequested
from domain.cooperations.state import Cooperation
from domain.decide.access import may
from domain.files.setting import Setting
from domain.kernel.event import Event
from domain.kernel.refusal import Refusal
from domain.kernel.values import Role
from domain.people.events import RoleRevoked
from domain.people.state import Organisation
from domain.registry.commands import AnyCommand
from domain.rulebook import Rulebook
from tests.domain.decide.test_tables import RECORDING
from tests.domain.families import OF_THEIR_OWN
from tests.domain.kit import NOW, do, file_of, on
from tests.domain.rules import RULES
from tests.domain.sample_people import (
    AUDITOR,
    ELECTED,
    FOUNDED,
    IN_ROLE,
    MANAGER,
    NOBODY,
    PEOPLE,
    REGION,
    SECOND_MANAGER,
    STEERING,
    STRANGER,
    granted,
    organisation,
    registered,
)
from tests.domain.vocabulary import ABANDONMENT_ASKED, BEGUN, WHY
from wording.naming import Naming
from wording.refusals import explain

HERE = file_of(*BEGUN)
"""A file of Occitanie, in the charge of the manager and the elected representative."""
ELSEWHERE = replace(HERE, region="grand-est")
UNATTENDED = replace(HERE, managers=(SECOND_MANAGER,))
"""In the charge of somebody else."""

IN_JUNE = datetime(2026, 6, 1, tzinfo=UTC)
MANAGERS, ADMINISTRATORS = {Role.PROGRAMME_MANAGER}, {Role.ADMINISTRATOR}
SETTLING = {Role.STEERING_COMMITTEE, Role.BOARD}
ENTITLED: dict[str, set[Role]] = {
    **dict.fromkeys(
        (
            "RegisterPerson",
            "ChangePerson",
            *("GrantRole", "NameRegion"),
            "RevokeRole",
            "HandOverAllFiles",
            "HandOverOpinions",
            "ImportCooperation",
            "PublishRulebook",
        ),
        ADMINISTRATORS,
    ),
    **dict.fromkeys(("HandOverManagers", "SettleDelivery", "MigrateCooperation"), MANAGERS | ADMINISTRATORS),
    **dict.fromkeys(("SettleAbandonment", "ReopenCooperation"), SETTLING),
    "WaiveGateItem": {Role.STEERING_COMMITTEE},
    "DeclareGateItem": {Role.ELECTED_REPRESENTATIVE},
    **dict.fromkeys(
        (
            "OpenCooperation",
            "EditSheet",
            "AddStakeholder",
            "ChangeStakeholder",
            "RetireStakeholder",
            "RecordCommitment",
            "RecordContribution",
            "AwaitFile",
            "DraftCharter",
            "SignCharter",
            "RecordContact",
            "DeliverDeliverable",
            "JudgeCriterion",
            "StartExperiment",
            "CloseExperiment",
            "SelectApplication",
            "DeclineApplication",
            "ResubmitApplication",
            "AskForCompletion",
            "ReceiveCompletion",
            *("RecordQuickWin", "RecordLesson"),
            "RecordProblem",
            "RecordSolution",
            "RecordEvaluation",
            *("RecordPastReview", "RecordPastFunding"),
            "CorrectEntry",
            "AdvancePhase",
            "GoBack",
            "ExtendDeadline",
            "PauseCooperation",
            "ResumeCooperation",
            "RequestAbandonment",
            "WithdrawAbandonment",
            "CloseCooperation",
        ),
        MANAGERS,
    ),
}
ACTS = {"AnnounceAct", "PerformAct"}
BY_THE_SERVICE = {"IssueReminder", "CountSilence", "ReportDelivery", "RecordOutage", *ACTS}
EVERYWHERE = {Role.ADMINISTRATOR, Role.BOARD, Role.AUDITOR}
"""Who holds their role for the whole organisation, in these tests."""

COMMANDS = [
    row.when for kind, row in RECORDING.items() if kind not in OF_THEIR_OWN and kind != "FoundOrganisation"
]


def asked(
    command: AnyCommand,
    actor: str,
    file: Cooperation | None = HERE,
    *,
    people: Organisation = PEOPLE,
    rules: Rulebook = RULES,
    now: datetime = NOW,
) -> str | None:
    """The code of the refusal, if there is one."""
    refusal = may(command.model_copy(update={"actor": actor}), file, Setting(people, rules, now))
    return refusal.code if refusal else None


def test_the_table_names_every_command() -> None:
    """None is left to chance."""
    assert set(RECORDING) - OF_THEIR_OWN == {*ENTITLED, *BY_THE_SERVICE, "FoundOrganisation"}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.type)
def test_a_role_entitles_to_its_commands_and_no_other(command: AnyCommand, role: Role) -> None:
    """By somebody who is not in charge of the file."""
    code = asked(command, IN_ROLE[role], UNATTENDED)
    if command.type in BY_THE_SERVICE:
        assert code == "only_the_service"
    else:
        assert code == (None if role in ENTITLED[command.type] else "not_entitled")


@pytest.mark.parametrize("role", Role)
def test_a_role_entitles_in_its_time_only(role: Role) -> None:
    """Not before its first day, not after its last, not once revoked; days are those of Paris."""
    for command in COMMANDS:
        entitled = role in ENTITLED.get(command.type, set())
        for now, holds in (
            (datetime(2026, 2, 28, 22, 59, tzinfo=UTC), False),
            (datetime(2026, 2, 28, 23, 0, tzinfo=UTC), True),
            (datetime(2026, 9, 30, 21, 59, tzinfo=UTC), True),
            (datetime(2026, 9, 30, 22, 0, tzinfo=UTC), False),
        ):
            code = asked(command, NOBODY, UNATTENDED, people=_bounded(role), now=now)
            assert (code is None) == (holds and entitled), (command.type, now)
        assert (
            asked(command, NOBODY, UNATTENDED, people=_bounded(role, revoked=True), now=IN_JUNE) is not None
        )


@pytest.mark.parametrize("role", Role)
def test_a_role_entitles_in_its_region_only(role: Role) -> None:
    """Unless it is held for all of them."""
    for command in COMMANDS:
        if role in ENTITLED.get(command.type, set()):
            away = {"region": "grand-est"} if command.type == "OpenCooperation" else {}
            there = replace(UNATTENDED, region="grand-est")
            asking = command.model_copy(update=away)
            code = asked(asking, NOBODY, there, people=_bounded(role), now=IN_JUNE)
            assert (code is None) == (role in EVERYWHERE), command.type


@cache
def _bounded(role: Role, *, revoked: bool = False) -> Organisation:
    """Somebody holds one role, from March to September 2026, unless it was revoked in May."""
    grant = granted(NOBODY, role, None if role in EVERYWHERE else REGION, date(2026, 3, 1), date(2026, 9, 30))
    more = (RoleRevoked(grant=grant.grant, reason=WHY),) if revoked else ()
    return organisation(*without(NOBODY), registered(NOBODY), grant, *more, at="2026-05-01")


def test_those_in_charge_record_but_take_no_step_and_no_judgement() -> None:
    """The elected half of a pair writes in the file; its steps are the programme manager's."""
    allowed = {one.type for one in COMMANDS if asked(one, ELECTED) is None}
    assert allowed == {
        "EditSheet",
        "AddStakeholder",
        "ChangeStakeholder",
        "RetireStakeholder",
        "RecordCommitment",
        "RecordContribution",
        "AwaitFile",
        "HandOverManagers",
        "DraftCharter",
        "SignCharter",
        "RecordContact",
        "DeliverDeliverable",
        "DeclareGateItem",  # as elected representative, whom the rulebook names
        "StartExperiment",
        "CloseExperiment",
        "ResubmitApplication",
        "AskForCompletion",
        "ReceiveCompletion",
        *("RecordQuickWin", "RecordLesson"),
        "RecordProblem",
        "RecordSolution",
        "RecordEvaluation",
        *("RecordPastReview", "RecordPastFunding"),
        "CorrectEntry",
        "SettleDelivery",
    }


def test_being_in_charge_gives_nothing_to_who_has_left() -> None:
    """Neither without any role, nor with the auditor's, who changes nothing."""
    kept = replace(HERE, managers=(NOBODY, AUDITOR))
    note = do("RecordLesson", title="Non")
    assert asked(note, NOBODY, kept) == "not_entitled"
    assert asked(note, AUDITOR, kept) == "not_entitled"


def test_a_right_is_judged_when_it_is_used_not_when_the_fact_happened() -> None:
    """Nobody who left can back-date a right."""
    left = organisation(
        *FOUNDED, RoleRevoked(grant=f"grant/{MANAGER}/programme-manager", reason=WHY), at="2026-11-20"
    )
    backdated = do("AdvancePhase", to="diagnosis", effective_at="2026-06-01")
    assert asked(backdated, MANAGER, people=left) == "not_entitled"


def test_nobody_settles_their_own_request() -> None:
    """Even who is entitled to settle requests."""
    file = file_of(*BEGUN, on("2026-02-02", AbandonmentRequested(reason=WHY), actor=STEERING))
    settle = do("SettleAbandonment", settlement="granted")
    assert asked(settle, STEERING, file) == "own_proposal"
    assert asked(settle, IN_ROLE[Role.BOARD], file) is None
    assert asked(settle, STEERING, file_of(*BEGUN, ABANDONMENT_ASKED)) is None


def test_a_refusal_names_the_roles_that_could() -> None:
    """And the region."""
    refusal = may(
        do("SettleAbandonment", actor=MANAGER, settlement="granted"), HERE, Setting(PEOPLE, RULES, NOW)
    )
    assert refusal == Refusal("not_entitled", {"roles": "steering-committee, board", "region": REGION})
    words = explain(refusal, Naming(RULES))
    assert words.message[1] == ("This is up to: steering committee, board (region Occitanie).")


def test_the_service_does_its_own_work_and_no_other() -> None:
    """It never acts for people."""
    for command in COMMANDS:
        expected = None if command.type in BY_THE_SERVICE else "not_for_the_service"
        assert asked(command, "escale") == expected


def test_a_stranger_does_nothing() -> None:
    """Who is registered but holds no role neither."""
    for command in COMMANDS:
        if command.type not in BY_THE_SERVICE:
            assert asked(command, STRANGER) == "unknown_actor"
            assert asked(command, NOBODY) == "not_entitled"


def test_a_founding_is_anybodys() -> None:
    """There is nobody yet who could be asked."""
    assert asked(RECORDING["FoundOrganisation"].when, STRANGER, None, people=Organisation()) is None


def test_a_file_that_is_not_there_is_said_to_be_unknown() -> None:
    """By the rules, not as a question of roles: somebody mistyped."""
    assert asked(do("RecordLesson", title="Où ?"), MANAGER, None) is None
    assert asked(RECORDING["OpenCooperation"].when, AUDITOR, None) == "not_entitled"
    assert asked(RECORDING["ImportCooperation"].when, MANAGER, None) == "not_entitled"


def test_roles_of_several_regions_add_up() -> None:
    """One person may serve two regions."""
    both = organisation(
        *FOUNDED,
        granted(MANAGER, Role.PROGRAMME_MANAGER, "grand-est").model_copy(update={"grant": "grant/second"}),
    )
    note = do("RecordLesson", title="Ici et là")
    assert asked(note, MANAGER, HERE, people=both) is None
    assert asked(note, MANAGER, ELSEWHERE, people=both) is None


def without(who: str) -> tuple[Event, ...]:
    """How the organisation came to be, as if somebody had never been in it."""
    return tuple(event for event in FOUNDED if getattr(event, "person", None) != who)
