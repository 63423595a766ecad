"""What each command says of itself: the table is written by hand, and every command there is stands in it."""

import pytest

from domain.kernel.command import Command
from domain.registry.commands import COMMAND_TYPES

STEP = {"in_order", "not while paused", "not while declined", "not while abandonment-requested"}
RECORD = {"by_those_in_charge"}
HEARD_BELOW = "told_to_reviews_and_fundings"
HEARD_BY_THOSE_WHO_WAIT = "told_to_waiting_files"
CONCLUDES = {"in_order", "by_the_chair", "judges", "not_while_asleep", "rests_on_its_cooperation"}
ONWARD = {"in_order", "not_while_asleep"}
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
            "RecordPastReview",
            "RecordPastFunding",
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
OF_REVIEWS: dict[str, set[str]] = {
    "OpenReview": {"in_order"},
    "InviteMembers": {"in_order", "by_the_chair"},
    "DeclareInterests": {"for_oneself", "also_when_ended"},
    "RecuseMember": {"by_the_chair"},
    "ReviseDossier": {"in_order", "rests_on_its_cooperation"},
    "GiveOpinion": {"for_oneself", "about_the_dossier"},
    "ConfirmOpinion": {"for_oneself", "about_the_dossier"},
    "DelegateOpinion": {"in_order", "for_oneself"},
    "ReplaceMember": {"in_order", "by_the_chair", "by_administrators"},
    "ExtendReview": {"in_order", "by_the_chair", "not_while_asleep"},
    "ConcludeReview": CONCLUDES | {"also by the service"},
    "DeferReview": CONCLUDES,
    "CancelReview": {"in_order", "rests_on_its_cooperation"},
}
OF_FUNDINGS: dict[str, set[str]] = {
    "RequestFunding": {"in_order"},
    "ReviseFunding": ONWARD,
    "WithdrawFunding": {"in_order"},
    "DecideFunding": ONWARD | {"judges"},
    "ResubmitFunding": ONWARD,
    "PrepareAgreement": {"in_order"},
    "SignAgreement": {"in_order"},
    "MeetCondition": set(),
    "ConfirmCoFunding": set(),
    "RecordCitizenContribution": set(),
    "ProposeAmendment": ONWARD,
    "DecideAmendment": ONWARD | {"judges", "frees_money"},
    "SignAmendment": {"in_order", "frees_money"},
    "WithdrawAmendment": {"in_order", "frees_money"},
    "ExtendFundingDeadline": ONWARD,
    "ReleaseFunds": {"in_order", "frees_money"},
    "ReclaimFunds": {"in_order"},
    "CloseFunding": {"in_order"},
    "RequestTranche": ONWARD,
    "ApproveTranche": ONWARD | {"judges"},
    "ReturnTranche": {"in_order", "judges"},
    "OrderPayment": ONWARD | {"judges"},
    "ConfirmPayment": {"judges"},
    "FailPayment": {"judges"},
    "RecordRefund": {"judges"},
    "SubmitReport": set(),
    "ReturnReport": set(),
    "AcceptReport": set(),
}
OF_MONEY: dict[str, set[str]] = {
    "OpenEnvelope": set(),
    "TopUpEnvelope": set(),
    "CarryOver": set(),
    "ProposeBankDetails": set(),
    "ConfirmBankDetails": set(),
    "RejectBankDetails": set(),
    "IssuePaymentFile": set(),
}
OF_REMINDERS: dict[str, set[str]] = {
    "IssueReminder": {"only by the service"},
    "CountSilence": {"only by the service", HEARD_BELOW},
    "ReportDelivery": {"only by the service"},
    "SettleDelivery": set(),
    "AnnounceAct": {"only by the service"},
    "PerformAct": {"only by the service", HEARD_BELOW},
    "HoldBackAct": set(),
    "ReleaseAct": set(),
}
OF_THE_ORGANISATION: dict[str, set[str]] = {
    "FoundOrganisation": {"also by the service"},
    "RegisterPerson": set(),
    "ChangePerson": set(),
    "GrantRole": set(),
    "NameRegion": set(),
    "RevokeRole": set(),
    "HandOverAllFiles": set(),
    "HandOverOpinions": set(),
    "PublishRulebook": set(),
    "RecordOutage": {"only by the service"},
}
WHAT_THEY_ARE = {
    **OF_COOPERATIONS,
    **OF_REVIEWS,
    **OF_FUNDINGS,
    **OF_MONEY,
    **OF_REMINDERS,
    **OF_THE_ORGANISATION,
}


def _says(command: type[Command]) -> set[str]:
    """What holds for a command, of all that its base classes ask."""
    asked = {name for name in command.__class_vars__ if not name.startswith(("_", "model_"))}
    answers = {name: getattr(command, name) for name in asked}
    standstills = {f"not while {one}" for one in answers.pop("not_while", ())}
    service = {f"{answers.pop('by_the_service')} by the service"} - {"never by the service"}
    assert all(isinstance(one, bool) for one in answers.values())
    return {name for name, holds in answers.items() if holds} | standstills | service


def test_the_table_has_every_command() -> None:
    """None is forgotten: a new one is written here by hand."""
    assert set(WHAT_THEY_ARE) == set(COMMAND_TYPES)


@pytest.mark.parametrize("name", COMMAND_TYPES)
def test_a_command_is_what_the_table_says(name: str) -> None:
    """Of each that its base classes ask of it."""
    assert _says(COMMAND_TYPES[name]) == WHAT_THEY_ARE[name]
