"""What a file is asked to complete, what members bring, criteria, occasions, recurrent duties."""

from typing import Any

from domain.cooperations.events.calls import CompletionAsked, CompletionReceived
from domain.cooperations.events.file import StakeholderRetired
from domain.cooperations.events.record import ContactRecorded
from domain.kernel.values import ContactKind, Phase
from domain.registry.commands import AnyCommand
from tests.domain.kit import Row, do, on
from tests.domain.rules import RULES, TRYING
from tests.domain.vocabulary import (
    BEGUN,
    IN_DIAGNOSIS,
    PAUSED,
    WHY,
    brought,
    delivered,
    entered,
    judged,
    member,
)

COMPLETION_ASKED = CompletionAsked(what=WHY)
COMPLETION_RECEIVED = CompletionReceived(note=None)
TRYING_OUT = (*BEGUN, entered(Phase.EXPERIMENTATION, 2))


def bringing(kind: str, **more: Any) -> AnyCommand:
    """A member brings something."""
    return do("RecordContribution", stakeholder="amae", kind=kind, what="Un atelier", **more)


WITH_AMAE = (*BEGUN, member("amae"))

COMPLETING = (
    Row(
        "what a file lacks is asked for",
        BEGUN,
        do("AskForCompletion", what="Parce que."),
        (COMPLETION_ASKED,),
    ),
    Row(
        "one completion is asked for at a time",
        (*BEGUN, COMPLETION_ASKED),
        do("AskForCompletion", what="Parce que."),
        "completion_pending",
    ),
    Row(
        "what was asked for comes",
        (*BEGUN, COMPLETION_ASKED),
        do("ReceiveCompletion"),
        (COMPLETION_RECEIVED,),
    ),
    Row(
        "what came may be asked for again",
        (*BEGUN, COMPLETION_ASKED, COMPLETION_RECEIVED),
        do("AskForCompletion", what="Parce que."),
        (COMPLETION_ASKED,),
    ),
    Row(
        "no phase is passed while what was asked for is awaited, where the programme says so",
        (*BEGUN, on("2026-06-01", COMPLETION_ASKED)),
        do("AdvancePhase", to="diagnosis"),
        "completion_awaited",
        naming={"since": "2026-06-01"},
        rulebook=RULES.model_copy(update={"completion_holds": ("phase",)}),
    ),
    Row("nothing comes that was not asked for", BEGUN, do("ReceiveCompletion"), "no_completion"),
    Row(
        "nothing comes before it was asked for",
        (*BEGUN, on("2026-06-01", COMPLETION_ASKED)),
        do("ReceiveCompletion", effective_at="2026-05-31"),
        "before_previous_step",
    ),
    Row(
        "a sleeping file is not asked for anything",
        (*BEGUN, PAUSED),
        do("AskForCompletion", what="Parce que."),
        "file_paused",
    ),
    Row(
        "what was asked for may come while the file sleeps",
        (*BEGUN, COMPLETION_ASKED, PAUSED),
        do("ReceiveCompletion"),
        (COMPLETION_RECEIVED,),
    ),
)

CONTRIBUTIONS = (
    Row(
        "a member brings an amount in cash",
        WITH_AMAE,
        bringing("cash", amount_cents=150_000),
        (brought("cash", 150_000),),
    ),
    Row(
        "cash is not counted in hours",
        WITH_AMAE,
        bringing("cash", amount_cents=150_000, hours=3),
        "cash_is_an_amount",
    ),
    Row("cash without an amount is nothing", WITH_AMAE, bringing("cash"), "cash_is_an_amount"),
    Row(
        "a member brings hours of work",
        WITH_AMAE,
        bringing("in-kind", hours=40),
        (brought("in-kind", None, 40),),
    ),
    Row(
        "what is brought in kind may have a value",
        WITH_AMAE,
        bringing("in-kind", amount_cents=9_900),
        (brought("in-kind", 9_900),),
    ),
    Row(
        "what is brought in kind is so much",
        WITH_AMAE,
        bringing("in-kind"),
        "contribution_of_how_much",
    ),
    Row(
        "who left brings nothing",
        (*WITH_AMAE, StakeholderRetired(stakeholder="amae", reason=WHY)),
        bringing("cash", amount_cents=1),
        "unknown_stakeholder",
        naming={"stakeholder": "amae", "known": ""},
    ),
)

JUDGING = (
    Row(
        "a criterion is judged met",
        BEGUN,
        do("JudgeCriterion", item="territory", criterion="rural", met=True),
        (judged(met=True),),
        rulebook=TRYING,
    ),
    Row(
        "a criterion may be judged anew",
        (*BEGUN, judged(met=True)),
        do("JudgeCriterion", item="territory", criterion="rural", met=False),
        (judged(met=False),),
        rulebook=TRYING,
    ),
    Row(
        "what is not an item of criteria is not judged by them",
        BEGUN,
        do("JudgeCriterion", item="go", criterion="rural", met=True),
        "not_judged_by_criteria",
        naming={"item": "go", "known": "territory"},
        rulebook=TRYING,
    ),
    Row(
        "the criteria of another gate are not judged",
        TRYING_OUT,
        do("JudgeCriterion", item="territory", criterion="rural", met=True),
        "not_judged_by_criteria",
        naming={"known": ""},
        rulebook=TRYING,
    ),
    Row(
        "a criterion is one of those of its item",
        BEGUN,
        do("JudgeCriterion", item="territory", criterion="urban", met=True),
        "unknown_criterion",
        naming={"criterion": "urban", "item": "territory", "known": "rural, inhabited"},
        rulebook=TRYING,
    ),
)

DUTIES = (
    Row(
        "a contact may be an occasion that counts",
        BEGUN,
        do("RecordContact", kind="meeting", occasion="session"),
        (ContactRecorded(kind=ContactKind.MEETING, stakeholders=(), occasion="session", note=None),),
        rulebook=TRYING,
    ),
    Row(
        "an occasion is one of those that the programme counts",
        BEGUN,
        do("RecordContact", kind="meeting", occasion="party"),
        "unknown_occasion",
        naming={"occasion": "party", "known": "session, seminar"},
        rulebook=TRYING,
    ),
    Row(
        "a deliverable that is due again and again is delivered in any phase",
        BEGUN,
        do("DeliverDeliverable", deliverable="logbook"),
        (delivered("logbook"),),
        rulebook=TRYING,
    ),
    Row(
        "what no gate and no deadline asks for is not delivered",
        IN_DIAGNOSIS[:2],
        do("DeliverDeliverable", deliverable="portrait"),
        "unknown_deliverable",
        naming={"known": "logbook"},
        rulebook=TRYING,
    ),
)

ROWS = (*COMPLETING, *CONTRIBUTIONS, *JUDGING, *DUTIES)
