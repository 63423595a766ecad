"""Recording what happened: contacts, deliverables, gate items, learning."""

from domain.cooperations.events.file import StakeholderRetired
from domain.cooperations.events.past import PastFundingRecorded, PastReviewRecorded
from domain.cooperations.events.record import (
    ContactRecorded,
    EvaluationRecorded,
    LessonRecorded,
    ProblemRecorded,
    QuickWinRecorded,
    SolutionRecorded,
)
from domain.kernel.values import ContactKind, Phase
from tests.domain.kit import Row, do
from tests.domain.rules import BARE
from tests.domain.vocabulary import (
    BEGUN,
    IN_DIAGNOSIS,
    WHY,
    contact,
    corrected,
    declared,
    delivered,
    entered,
    evaluated,
    member,
    problem,
    waived,
)

WITH_PROBLEM = (*BEGUN, problem())
GONE = (*BEGUN, member("amae"), StakeholderRetired(stakeholder="amae", reason=WHY))

ROWS = (
    Row(
        "a visit names whom it concerned, also those who have left",
        GONE,
        do("RecordContact", kind="visit", stakeholders=["amae"]),
        (ContactRecorded(kind=ContactKind.VISIT, stakeholders=("amae",), note=None),),
    ),
    Row(
        "a contact may be back-dated",
        BEGUN,
        do("RecordContact", kind="phone", effective_at="2025"),
        (contact(),),
    ),
    Row(
        "a contact names members only",
        GONE,
        do("RecordContact", kind="meeting", stakeholders=["ville"]),
        "unknown_stakeholder",
        naming={"stakeholder": "ville", "known": "amae"},
    ),
    Row(
        "no contact lies in the future",
        BEGUN,
        do("RecordContact", kind="phone", effective_at="2026-11-23T09:00:01Z"),
        "in_future",
    ),
    Row(
        "what is known to this month only is not in the future",
        BEGUN,
        do("RecordContact", kind="phone", effective_at="2026-11"),
        (contact(),),
    ),
    Row("a contact of this very instant is recorded", BEGUN, do("RecordContact", kind="phone"), (contact(),)),
    Row(
        "a deliverable that the phase asks for comes",
        IN_DIAGNOSIS,
        do("DeliverDeliverable", deliverable="portrait"),
        (delivered("portrait"),),
    ),
    Row(
        "a better version may follow",
        (*IN_DIAGNOSIS, delivered("portrait")),
        do("DeliverDeliverable", deliverable="portrait"),
        (delivered("portrait"),),
    ),
    Row(
        "a deliverable of another phase is not asked for",
        BEGUN,
        do("DeliverDeliverable", deliverable="portrait"),
        "unknown_deliverable",
        naming={"known": ""},
    ),
    Row(
        "a gate item that is not a deliverable is not delivered",
        IN_DIAGNOSIS,
        do("DeliverDeliverable", deliverable="charter"),
        "unknown_deliverable",
        naming={"known": "portrait"},
    ),
    Row(
        "an item is declared on evidence",
        (*BEGUN, contact()),
        do("DeclareGateItem", item="go", evidence=[3]),
        (declared("go", 3),),
    ),
    Row(
        "what follows from the record is not declared",
        BEGUN,
        do("DeclareGateItem", item="circle"),
        "not_declarable",
        naming={"item": "circle", "known": "go"},
    ),
    Row(
        "evidence is an entry of the file",
        BEGUN,
        do("DeclareGateItem", item="go", evidence=[2, 3]),
        "unknown_entry",
        naming={"entry": "3", "last": "2"},
    ),
    Row(
        "what never happened is no evidence",
        (*BEGUN, contact(), corrected(3)),
        do("DeclareGateItem", item="go", evidence=[3]),
        "unknown_entry",
        naming={"entry": "3"},
    ),
    Row("an item that is missing may be waived", BEGUN, do("WaiveGateItem", item="go"), (waived("go"),)),
    Row(
        "an item of another gate is not waived",
        BEGUN,
        do("WaiveGateItem", item="portrait"),
        "unknown_item",
        naming={"known": "go, circle"},
    ),
    Row(
        "an item that holds is not waived",
        (*BEGUN, declared("go")),
        do("WaiveGateItem", item="go"),
        "item_held",
        naming={"item": "go"},
    ),
    Row(
        "a waiver holds for its pass only",
        (*BEGUN, waived("go"), entered(Phase.DIAGNOSIS, 2), entered(Phase.EXPLORATION, 3, "back")),
        do("WaiveGateItem", item="go"),
        (waived("go"),),
    ),
    Row(
        "a quick win is recorded",
        BEGUN,
        do("RecordQuickWin", title="Une fête"),
        (QuickWinRecorded(title="Une fête", note=None),),
    ),
    Row(
        "a review of the past is told, and nothing is asked",
        BEGUN,
        do("RecordPastReview", title="Entrée en phase 2", whom="Jury", outcome="favourable"),
        (PastReviewRecorded(title="Entrée en phase 2", whom="Jury", outcome="favourable", note=None),),
    ),
    Row(
        "a funding of the past is told, and no envelope moves",
        BEGUN,
        do("RecordPastFunding", title="Amorçage", funder="Fonds", outcome="granted", granted_cents=5_000),
        (
            PastFundingRecorded(
                title="Amorçage",
                funder="Fonds",
                outcome="granted",
                asked_cents=None,
                granted_cents=5_000,
                paid_cents=None,
                until=None,
                note=None,
            ),
        ),
    ),
    Row(
        "a lesson is recorded",
        BEGUN,
        do("RecordLesson", title="Prendre le temps"),
        (LessonRecorded(title="Prendre le temps", note=None),),
    ),
    Row(
        "a problem is recorded",
        BEGUN,
        do("RecordProblem", title="Les gens partent"),
        (ProblemRecorded(title="Les gens partent", note=None),),
    ),
    Row(
        "a solution points at its problem",
        WITH_PROBLEM,
        do("RecordSolution", problem=3, title="Un tuilage", solved=True),
        (SolutionRecorded(problem=3, title="Un tuilage", solved=True, note=None),),
    ),
    Row(
        "a solution needs a problem",
        WITH_PROBLEM,
        do("RecordSolution", problem=2, title="Un tuilage", solved=False),
        "unknown_problem",
        naming={"entry": "2", "known": "3"},
    ),
    Row(
        "a problem that never was has no solution",
        (*WITH_PROBLEM, corrected(3)),
        do("RecordSolution", problem=3, title="Un tuilage", solved=False),
        "unknown_problem",
        naming={"known": ""},
    ),
    Row(
        "an evaluation grades the whole grid",
        BEGUN,
        do("RecordEvaluation", grid={"story": 2, "pleasure": 3}),
        (EvaluationRecorded(grid={"story": 2, "pleasure": 3}, note=None),),
    ),
    Row(
        "an evaluation leaves nothing out",
        BEGUN,
        do("RecordEvaluation", grid={"story": 2}),
        "other_grid",
        naming={"known": "story, pleasure"},
    ),
    Row(
        "an evaluation adds nothing",
        BEGUN,
        do("RecordEvaluation", grid={"story": 2, "pleasure": 3, "noise": 0}),
        "other_grid",
    ),
    Row(
        "a programme without a grid is not evaluated on one",
        BEGUN,
        do("RecordEvaluation", grid={"story": 2}),
        "no_grid",
        naming={"programme": "nu"},
        rulebook=BARE,
    ),
    Row(
        "one evaluation may follow another",
        (*BEGUN, evaluated()),
        do("RecordEvaluation", grid={"story": 2, "pleasure": 3}),
        (evaluated(),),
    ),
)
