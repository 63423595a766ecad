"""The families that acts about a file fall into, for whoever looks for one among them."""

from collections.abc import Mapping
from typing import Literal, get_args

ActFamily = Literal["life", "call", "gate", "collective", "notebook", "reviews", "money", "service"]
ACT_FAMILIES: tuple[ActFamily, ...] = get_args(ActFamily)

_BY_FAMILY: Mapping[ActFamily, tuple[str, ...]] = {
    "life": (
        "EditSheet",
        "AdvancePhase",
        "GoBack",
        "ExtendDeadline",
        "PauseCooperation",
        "ResumeCooperation",
        "RequestAbandonment",
        "WithdrawAbandonment",
        "SettleAbandonment",
        "CloseCooperation",
        "ReopenCooperation",
        "HandOverManagers",
        "AwaitFile",
        "MigrateCooperation",
        "CorrectEntry",
    ),
    "call": (
        "SelectApplication",
        "DeclineApplication",
        "ResubmitApplication",
        "AskForCompletion",
        "ReceiveCompletion",
    ),
    "gate": ("DeliverDeliverable", "DeclareGateItem", "JudgeCriterion", "WaiveGateItem"),
    "collective": (
        "AddStakeholder",
        "ChangeStakeholder",
        "RetireStakeholder",
        "RecordCommitment",
        "RecordContribution",
        "DraftCharter",
        "SignCharter",
    ),
    "notebook": (
        "RecordContact",
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
    "reviews": ("OpenReview",),
    "service": ("HoldBackAct", "ReleaseAct", "SettleDelivery"),
}
_FAMILY_OF: Mapping[str, ActFamily] = {one: family for family, acts in _BY_FAMILY.items() for one in acts}


def act_family_of(command: str, file: str) -> ActFamily:
    """The family of a command about a file, by its name; what a review or a funding alone knows is of its own."""
    return _FAMILY_OF.get(command) or ("reviews" if file.startswith("review:") else "money")
