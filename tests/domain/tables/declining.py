"""Applications refused with reasons, what a refused file still takes, and how it comes back."""

from tests.domain.kit import Row, do, on
from tests.domain.rules import CALLING, CALLING_ONCE
from tests.domain.vocabulary import (
    ABANDONMENT_ASKED,
    BEGUN,
    DECLINED,
    HANDED_OVER,
    IN_CAPITALISATION,
    RESUBMITTED,
    applied,
    contact,
    selected,
)

APPLIED = applied()
REFUSED = (*APPLIED, on("2026-06-01", DECLINED))
DECLINING = {"points": ["no_residents", "no_place"], "reasons": "Parce que.", "would_change": "Parce que."}
ANSWERING = {"answers": {"no_place": "Parce que.", "no_residents": "Parce que."}}

REFUSING = (
    Row(
        "an application is refused with reasons and with what would change them",
        APPLIED,
        do("DeclineApplication", **DECLINING),
        (DECLINED,),
        rulebook=CALLING,
    ),
    Row(
        "a reason given twice is one reason",
        (*APPLIED, selected("shortlisted")),
        do("DeclineApplication", **DECLINING | {"points": ["no_residents", "no_place", "no_residents"]}),
        (DECLINED,),
        rulebook=CALLING,
    ),
    Row(
        "what has reached the last stage is not refused any more",
        (*applied("vite"), selected("supported")),
        do("DeclineApplication", **DECLINING),
        "last_stage",
        rulebook=CALLING,
    ),
    Row(
        "a file that answers no call is not refused",
        BEGUN,
        do("DeclineApplication", **DECLINING),
        "no_application",
        rulebook=CALLING_ONCE,
    ),
    Row(
        "what is refused is not refused again",
        REFUSED,
        do("DeclineApplication", **DECLINING),
        "application_declined",
        naming={"known": "no_residents, no_place"},
        rulebook=CALLING,
    ),
    Row(
        "what is refused is not selected",
        REFUSED,
        do("SelectApplication", stage="shortlisted"),
        "application_declined",
        rulebook=CALLING,
    ),
    Row(
        "what is refused takes no step",
        REFUSED,
        do("AdvancePhase", to="diagnosis"),
        "application_declined",
        rulebook=CALLING,
    ),
    Row(
        "what is refused sleeps already",
        REFUSED,
        do("PauseCooperation"),
        "application_declined",
        rulebook=CALLING,
    ),
    Row(
        "what is refused is not completed",
        (*APPLIED, *IN_CAPITALISATION[2:], DECLINED),
        do("CloseCooperation", outcome="completed"),
        "application_declined",
        rulebook=CALLING,
    ),
    Row(
        "what is refused may be handed over to a local body",
        REFUSED,
        do("CloseCooperation", outcome="handed-over", handed_to="La ville"),
        (HANDED_OVER,),
        rulebook=CALLING,
    ),
    Row(
        "what is refused may be abandoned",
        REFUSED,
        do("RequestAbandonment"),
        (ABANDONMENT_ASKED,),
        rulebook=CALLING,
    ),
    Row(
        "facts are recorded of what is refused",
        REFUSED,
        do("RecordContact", kind="phone"),
        (contact(),),
        rulebook=CALLING,
    ),
)

RETURNING = (
    Row(
        "who answers every reason is received anew",
        REFUSED,
        do("ResubmitApplication", **ANSWERING),
        (RESUBMITTED,),
        rulebook=CALLING,
    ),
    Row(
        "no reason is left unanswered",
        REFUSED,
        do("ResubmitApplication", answers={"no_place": "Parce que."}),
        "answers_other_points",
        naming={"answered": "no_place", "known": "no_residents, no_place"},
        rulebook=CALLING,
    ),
    Row(
        "no other reason is answered",
        REFUSED,
        do("ResubmitApplication", answers=ANSWERING["answers"] | {"no_money": "Parce que."}),
        "answers_other_points",
        rulebook=CALLING,
    ),
    Row(
        "who was not refused need not come back",
        APPLIED,
        do("ResubmitApplication", **ANSWERING),
        "not_declined",
        rulebook=CALLING,
    ),
    Row(
        "who answered no call cannot come back to it",
        BEGUN,
        do("ResubmitApplication", **ANSWERING),
        "no_application",
        rulebook=CALLING_ONCE,
    ),
    Row(
        "where the programme takes nothing again, nobody comes back",
        REFUSED,
        do("ResubmitApplication", **ANSWERING),
        "no_resubmission",
        naming={"programme": "essai"},
        rulebook=CALLING_ONCE,
    ),
    Row(
        "nobody comes back to a call that has closed",
        (*applied("printemps"), DECLINED),
        do("ResubmitApplication", **ANSWERING, effective_at="2026-06-01"),
        "call_closed",
        naming={"call": "printemps", "known": "toujours, vite"},
        rulebook=CALLING,
    ),
    Row(
        "on the last day of a call one may still come back",
        (*applied("printemps"), DECLINED),
        do("ResubmitApplication", **ANSWERING, effective_at="2026-05-31"),
        (RESUBMITTED,),
        rulebook=CALLING,
    ),
    Row(
        "who came back begins again at the first stage",
        (*APPLIED, selected("shortlisted"), DECLINED, RESUBMITTED),
        do("SelectApplication", stage="heard"),
        "not_the_next_stage",
        naming={"stage": "received", "following": "shortlisted"},
        rulebook=CALLING,
    ),
    Row(
        "nobody comes back while the abandonment is asked",
        (*REFUSED, on("2026-06-02", ABANDONMENT_ASKED)),
        do("ResubmitApplication", **ANSWERING),
        "abandonment_pending",
        rulebook=CALLING,
    ),
)

ROWS = (*REFUSING, *RETURNING)
