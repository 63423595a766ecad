"""What may have happened around the tests' funding up to its closing: rules, requests, people, panels."""

from datetime import date
from typing import Any

from domain.cooperations.events.file import StakeholderRetired
from domain.cooperations.events.told import FundingAnswered, FundingAsked
from domain.fundings.eligibility import assess
from domain.fundings.events.requests import EligibilityAssessed, FundingDeclined, FundingGranted
from domain.fundings.request import CoFunding, ExpenseLine, FundingRequest, PassedOn
from domain.kernel.event import Event
from domain.kernel.ids import envelope_stream, review_stream
from domain.kernel.moments import PARIS
from domain.kernel.values import Role, Territory
from domain.registry.commands import AnyCommand
from domain.reviews.events import Invited, ReviewConcluded, ReviewHeard, ReviewOpened, VoteCounts
from domain.rulebook.base import defined
from tests.domain.kit import FILE, STREAM, Given, On, Row, do, on
from tests.domain.paying import (
    BOARD,
    ENVELOPE,
    FINAL,
    FUNDING,
    STEPS,
    funded,
    grant,
    instrument,
    opened,
    request,
    requested,
)
from tests.domain.sample_people import ELECTED, IN_ROLE, MANAGER, REGION
from tests.domain.vocabulary import BEGUN, WHY, member, signed

COMMISSION, STEERING = IN_ROLE[Role.REGIONAL_COMMISSION], IN_ROLE[Role.STEERING_COMMITTEE]
JURY = IN_ROLE[Role.JURY]
REVIEW = "avis"
IN_REVIEW = review_stream(REVIEW)
THIS_YEAR = ENVELOPE


def _names(key: str) -> dict[str, str]:
    return {"fr": f"{key} (nom)", "en": f"{key} (name)"}


def _panel(key: str, mode: str) -> dict[str, Any]:
    seat, chair = [{"role": "jury"}], "elected-representative"
    bounds = {"within": "P30D", "ladder": "short", "chair": chair}
    return {"panel": key, "name": _names(key), "mode": mode, "members": seat, **bounds}


_TRANCHES = [
    {"tranche": "advance", "name": _names("advance"), "share": 50, "when": []},
    {"tranche": "balance", "name": _names("balance"), "share": 50, "when": ["report-accepted"]},
]
_FAST = {
    "envelope_cents": 5_000_000,
    "fewer_than_employees": 10,
    "supports": ["investment"],
    "circuit": [{"by": ["steering-committee"]}],
}
_PANELS = [_panel("deciders", "decisive"), _panel("advisers", "advisory")]

FUNDS = funded(
    instrument(
        "grant",
        least_cents=1_500_000,
        most_cents=6_000_000,
        cap={"ordinary": 50, "raised": 60, "raised_in": ["QPV"]},
        beneficiaries=[
            {"kind": "association", "name": _names("association")},
            {"kind": "epci", "name": _names("epci"), "more_than_inhabitants": 15_000, "maturity": ["seed"]},
        ],
        expenses=[{"expense": "running", "name": _names("running"), "maturity": ["seed"]}],
        circuit=[{"up_to_cents": 2_000_000, "by": ["regional-commission"]}, {"by": ["board"]}],
        tranches=_TRANCHES,
        reports=[FINAL],
        steps=STEPS,
        fast_track=_FAST,
    ),
    instrument("plain", steps={"decision": {"within": "P3M", "ladder": "short", "pause": "ignore"}}),
    instrument("recognition", kind="label"),
    instrument("matched", matching={"authority": 1, "companies": 1}),
    instrument("brief", lasting=["P6M", "P12M"]),
    instrument("carried", circuit=[]),
    instrument("by_jury", circuit=[{"by": ["deciders"]}]),
    instrument("by_either", circuit=[{"by": ["board", "advisers", "deciders"]}]),
    maturity={"seed": _names("seed"), "grown": _names("grown")},
    panels=_PANELS,
    reviews=[
        {"review": f"by_{one['panel']}", "name": _names("r"), "panel": one["panel"], "about": "funding"}
        for one in _PANELS
    ],
)
"""One instrument with every rule of eligibility, and others with one thing of their own."""

RUNNING = ExpenseLine(expense="running", label="Fonctionnement", cents=5_000_000)
CITY = CoFunding(source="ville", name="Ville", origin="public", cents=3_000_000)


def wanted(key: str = "grant", cents: int = 2_000_000, **more: Any) -> FundingRequest:
    """A request with a plan that balances: 50 000 €, of which the city pays what is not asked for."""
    city = CITY.model_copy(update={"cents": RUNNING.cents - cents})
    siret: dict[str, Any] = {
        "beneficiary": request().beneficiary.model_copy(update={"identifier": "73282932000074"})
    }
    plan: dict[str, Any] = {"plan": (RUNNING,), "co_funding": (city,), "maturity": "seed"}
    return request(key, cents, **{**siret, **plan, **more})


def label(**more: Any) -> FundingRequest:
    """A label is asked for."""
    return wanted("recognition", 0, plan=(), co_funding=(), **more)


COLLECTIVE = (*BEGUN, member("amae"), member("egraine"), member("gone"))
COOPERATION: Given = (*COLLECTIVE, StakeholderRetired(stakeholder="gone", reason=WHY))
"""A cooperation with two members, and one who left."""


def knowing(asked: FundingRequest, *more: Event | On) -> dict[str, Given]:
    """The cooperation, which knows of the request, and this year's envelope of the instrument, with 120 000 €."""
    heard = FundingAsked(funding=FUNDING, instrument=asked.instrument)
    envelope = envelope_stream(f"essai/{asked.instrument}/2026")
    return {STREAM: (*COOPERATION, heard, *more), envelope: (opened(),)}


def judged(asked: FundingRequest, dossier: int = 1, day: date = date(2026, 1, 5)) -> EligibilityAssessed:
    """What the rules say of it."""
    rule = defined(FUNDS.instrument(asked.instrument))
    findings = assess(asked, rule, ((f"{day}", Territory(name="Ici")),), day, PARIS)
    return EligibilityAssessed(dossier=dossier, as_of=day, findings=findings)


def asked_and_judged(asked: FundingRequest) -> tuple[Event, ...]:
    """Entries 1 and 2: asked for by the manager, and judged."""
    return requested(asked), judged(asked)


ASKED = asked_and_judged(wanted())


def granting(asked: FundingRequest | None = None, **more: Any) -> tuple[Event | On, ...]:
    """Entries 1 to 3: all of it granted by the board on 2 February 2026."""
    known = asked or wanted()
    return (*asked_and_judged(known), on("2026-02-02", grant(known, FUNDS, **more), BOARD))


GRANTED = granting()


def answered(stage: Any, cents: int | None = None, key: str = "grant") -> FundingAnswered:
    """The cooperation hears of it."""
    return FundingAnswered(funding=FUNDING, instrument=key, stage=stage, amount_cents=cents)


def granted_as(body: Any = Role.REGIONAL_COMMISSION, **more: Any) -> FundingGranted:
    """The grant of the tests' request."""
    return grant(wanted(), FUNDS, **{"body": body, **more})


NAMED = granted_as(Role.BOARD, amount_cents=0, allocations=(), schedule=())
"""A label was granted: nothing is set aside, nothing is paid."""
LABELLED: Given = (*asked_and_judged(label()), on("2026-02-02", NAMED, BOARD))


def declined(decision: Any = "refused", body: Any = Role.REGIONAL_COMMISSION, **more: Any) -> FundingDeclined:
    """It was refused or deferred for one reason."""
    known: dict[str, Any] = {"dossier": 1, "review": None, "points": ("no_residents",)}
    return FundingDeclined(decision=decision, body=body, reasons=WHY, would_change=WHY, **{**known, **more})


DECLINED: Given = (*ASKED, on("2026-02-02", declined(), COMMISSION))

WHY_NOT = {"points": ["no_residents"], "reasons": "Parce que.", "would_change": "Parce que."}
"""What a refusal says."""


def decide(decision: str = "granted", actor: str = COMMISSION, **more: Any) -> AnyCommand:
    """Somebody decides."""
    said = {} if decision == "granted" else WHY_NOT
    return do("DecideFunding", funding=FUNDING, actor=actor, decision=decision, **{**said, **more})


def ask(asked: FundingRequest, **more: Any) -> AnyCommand:
    """The manager asks."""
    return do("RequestFunding", funding=FUNDING, request=asked.model_dump(mode="json"), **more)


def row(rule: str, given: Given, when: AnyCommand, then: tuple[Event, ...] | str, **more: Any) -> Row:
    """A rule about the tests' funding, beside its cooperation and an opened envelope."""
    return Row(rule, given, when, then, **{"rulebook": FUNDS, "beside": knowing(wanted()), **more})


def review(
    panel: str = "deciders", outcome: Any = None, *, rests_on: int = 2, **more: Any
) -> tuple[Event | On, ...]:
    """A panel was asked about the funding, and concluded, if it did."""
    known: dict[str, Any] = {"funding": FUNDING, "amendment": None, **more}
    asked = ReviewOpened(
        cooperation=FILE,
        name="Rives en commun",
        region=REGION,
        managers=(MANAGER, ELECTED),
        rulebook=FUNDS.id,
        pass_number=1,
        question=f"by_{panel}",
        panel=panel,
        members=(Invited(person=JURY, role=Role.JURY),),
        documents=(),
        rests_on=rests_on,
        note=None,
        resubmits=None,
        answers={},
        **known,
    )
    return (asked, concluded(outcome)) if outcome else (asked,)


def no_more_asked(amendment: str | None = None) -> ReviewHeard:
    """The funding heard that the panel is asked no more."""
    return ReviewHeard(
        review="avis", question="by_deciders", panel="deciders", amendment=amendment, outcome="cancelled"
    )


def concluded(outcome: Any) -> ReviewConcluded:
    """One member gave that answer, and it was the panel’s."""
    counts = VoteCounts(
        effective=1,
        present=1,
        expressed=1,
        favourable=int(outcome != "unfavourable"),
        with_conditions=0,
        unfavourable=int(outcome == "unfavourable"),
        abstentions=0,
        silent=0,
        recused=0,
        quorum=1,
    )
    return ReviewConcluded(
        outcome=outcome,
        by="majority",
        dossier=1,
        counts=counts,
        opinions=(),
        points=(),
        reasons=None,
        would_change=None,
    )


CARRIED: dict[str, Any] = {"carrier": "amae", "passed_on": (PassedOn(to="egraine", cents=500_000),)}
CHARTERED: Given = (*COOPERATION, on("2026-01-06", signed(3)))
