"""What each command says of itself: the table is written by hand, and every command there is stands in it."""

from domain.kernel.command import Command
from domain.registry.commands import COMMAND_TYPES

STEP = {"in_order", "not while paused", "not while declined", "not while abandonment-requested"}
RECORD = {"by_those_in_charge"}
HEARD_BELOW = "told_to_reviews_and_fundings"
HEARD_BY_THOSE_WHO_WAIT = "told_to_waiting_files"
OF_COOPERATIONS: dict[str, set[str]] = {
    **dict.fromkeys(("OpenCooperation", "ImportCooperation"), STEP | {"begins"}),
    **dict.fromkeys(
        (
            "EditSheet",
            "AddStakeholder",
            "ChangeStakeholder",
            "RetireStakeholder",
            "RecordCommitment",
            "RecordContribution",
            "AwaitFile",
            "DraftCharter",
            "RecordContact",
            "DeliverDeliverable",
            "StartExperiment",
            "CloseExperiment",
            "RecordQuickWin",
            "RecordLesson",
            "RecordProblem",
            "RecordSolution",
            "RecordEvaluation",
        ),
        RECORD,
    ),
    **dict.fromkeys(("HandOverManagers", "SignCharter"), RECORD | {HEARD_BELOW}),
    "CorrectEntry": RECORD | {HEARD_BELOW, "also_when_closed"},
    "DeclareGateItem": set(),
    "JudgeCriterion": set(),
    "WaiveGateItem": set(),
    "SelectApplication": STEP,
    "DeclineApplication": STEP | {HEARD_BELOW},
    "ResubmitApplication": RECORD | {"in_order", "not while abandonment-requested", HEARD_BELOW},
    "AskForCompletion": RECORD | STEP,
    "ReceiveCompletion": RECORD | {"in_order"},
    "AdvancePhase": STEP | {HEARD_BY_THOSE_WHO_WAIT},
    "GoBack": STEP | {HEARD_BELOW, HEARD_BY_THOSE_WHO_WAIT},
    "ExtendDeadline": STEP,
    "PauseCooperation": STEP - {"not while paused"} | {HEARD_BELOW},
    "ResumeCooperation": {"in_order", HEARD_BELOW},
    "RequestAbandonment": {"in_order", "not while paused", HEARD_BELOW},
    "WithdrawAbandonment": {"in_order", HEARD_BELOW},
    "SettleAbandonment": {"in_order", HEARD_BELOW},
    "CloseCooperation": {
        "in_order",
        "not while abandonment-requested",
        HEARD_BELOW,
        HEARD_BY_THOSE_WHO_WAIT,
    },
    "ReopenCooperation": {"in_order", "also_when_closed", HEARD_BELOW, HEARD_BY_THOSE_WHO_WAIT},
    "MigrateCooperation": {"in_order", HEARD_BY_THOSE_WHO_WAIT},
}
OF_REMINDERS: dict[str, set[str]] = {"CountSilence": {HEARD_BELOW}}
WHAT_THEY_ARE = {**OF_COOPERATIONS, **OF_REMINDERS}


def _says(command: type[Command]) -> set[str]:
    """What holds for a command, of all that its base classes ask."""
    asked = {name for name in command.__class_vars__ if not name.startswith(("_", "model_"))}
    answers = {name: getattr(command, name) for name in asked}
    standstills = {f"not while {one}" for one in answers.pop("not_while", ())}
    assert all(isinstance(one, bool) for one in answers.values())
    return {name for name, holds in answers.items() if holds} | standstills


def test_every_command_is_what_the_table_says() -> None:
    """A new command, or a new question to all of them, is answered here as well."""
    assert {name: _says(kind) for name, kind in COMMAND_TYPES.items()} == {
        name: WHAT_THEY_ARE.get(name, set()) for name in COMMAND_TYPES
    }
