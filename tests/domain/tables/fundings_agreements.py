"""Agreements laid down and signed; conditions met, co-funding confirmed, citizens' contributions counted."""

from datetime import date
from typing import Any

from domain.fundings.events.requests import (
    AgreementSigned,
    CitizenContributionRecorded,
    CoFundingConfirmed,
    ConditionMet,
)
from domain.fundings.request import Pledge
from domain.reviews.proposal import Condition
from tests.domain.granting import ASKED, DECLINED, GRANTED, granting, row, wanted
from tests.domain.kit import Row, do
from tests.domain.paying import FUNDING
from tests.domain.signing import LAID_DOWN, PARTIES, SIGNED, laid_down

_PLEDGE = Pledge(party="amae", form="in-kind", cents=150_000, label="Un atelier")
_CONDITION = Condition(condition="charter", label="Charte signée", due=date(2026, 6, 30))
CONDITIONAL = granting(conditions=(_CONDITION,))


def prepare(rule: str, then: Any, given: Any = GRANTED, **changes: Any) -> Row:
    """An agreement is laid down."""
    naming = changes.pop("naming", {})
    said = {**laid_down().model_dump(mode="json", exclude={"type", "version"}), **changes}
    return row(rule, given, do("PrepareAgreement", funding=FUNDING, **said), then, naming=naming)


def sign(rule: str, given: Any, party: str, then: Any, **more: Any) -> Row:
    """A party signs."""
    return row(rule, given, do("SignAgreement", funding=FUNDING, party=party, **more), then)


_PREPARED = (
    prepare("an agreement is laid down", (laid_down(),)),
    prepare(
        "an agreement says what each party brings",
        (laid_down(contributions=(_PLEDGE,)),),
        contributions=[_PLEDGE.model_dump(mode="json")],
    ),
    prepare("an agreement that not all have signed is replaced", (laid_down(),), (*LAID_DOWN, SIGNED[-2])),
    prepare("what all have signed is amended", "agreement_in_force", SIGNED),
    prepare("nothing is agreed on before the decision", "stage_forbids", ASKED),
    prepare("an agreement ends before it begins", "term_reversed", until="2025-12-31"),
    prepare("a party is named once", "party_twice", parties=[{"party": "amae", "name": "AMAE"}] * 2),
    prepare(
        "a party has one name, and a name one party",
        "party_twice",
        parties=[{"party": "amae", "name": "AMAE"}, {"party": "amae-2", "name": "Amae"}],
    ),
    prepare(
        "the funder does not agree with itself",
        "agreed_with_nobody",
        parties=[{"party": "region", "name": "Région"}],
        naming={"party": "region"},
    ),
    sign(
        "what one party alone was to sign is laid down anew",
        (*GRANTED, laid_down(parties=PARTIES[:1])),
        "region",
        "agreed_with_nobody",
    ),
    prepare(
        "only parties bring something",
        "unknown_party",
        contributions=[_PLEDGE.model_copy(update={"party": "ville"}).model_dump(mode="json")],
    ),
    prepare(
        "an agreement does not end before a condition is due",
        "condition_outside_term",
        CONDITIONAL,
        until="2026-06-29",
    ),
    prepare(
        "an agreement may end on the day on which a condition is due",
        (laid_down(until=date(2026, 6, 30)),),
        CONDITIONAL,
        until="2026-06-30",
    ),
    prepare(
        "an agreement lasts as long as the instrument says",
        "ineligible",
        granting(wanted("brief")),
        naming={"rules": "lasting"},
        until="2026-06-29",
    ),
)

_SIGNED = (
    sign("a party signs", LAID_DOWN, "region", (AgreementSigned(party="region", complete=False),)),
    sign("the last party signs", SIGNED[:-1], "amae", (AgreementSigned(party="amae", complete=True),)),
    sign("a party signs once", SIGNED[:-1], "region", "party_signed"),
    sign("nobody else signs", LAID_DOWN, "ville", "unknown_party"),
    sign("there must be something to sign", GRANTED, "amae", "no_agreement"),
    sign("nothing is signed after a refusal", DECLINED, "amae", "stage_forbids"),
    sign(
        "nothing is signed before it was laid down",
        LAID_DOWN,
        "amae",
        "before_previous_step",
        effective_at="2026-02-01",
    ),
)


def _meet(rule: str, given: Any, then: Any, condition: str = "charter", **more: Any) -> Row:
    return row(rule, given, do("MeetCondition", funding=FUNDING, condition=condition, **more), then)


_MET = ConditionMet(condition="charter", document=None, note=None)
_CONDITIONS = (
    _meet("a condition is met", CONDITIONAL, (_MET,)),
    _meet("a condition was met before it was written down", CONDITIONAL, (_MET,), effective_at="2026-01-06"),
    _meet("a condition is met once", (*CONDITIONAL, _MET), "condition_met"),
    _meet("a condition that the decision does not have", CONDITIONAL, "unknown_condition", "report"),
    _meet("before a decision there are no conditions", ASKED, "stage_forbids"),
)


def _confirm(rule: str, given: Any, then: Any, source: str = "ville") -> Row:
    return row(rule, given, do("ConfirmCoFunding", funding=FUNDING, source=source), then)


_CONFIRMED = CoFundingConfirmed(source="ville", document=None)
_CO_FUNDING = (
    _confirm("a co-funder confirms", GRANTED, (_CONFIRMED,)),
    _confirm("a co-funder may confirm before the decision", ASKED, (_CONFIRMED,)),
    _confirm("a co-funder confirms once", (*GRANTED, _CONFIRMED), "source_confirmed"),
    _confirm("a co-funder whom the plan does not name", GRANTED, "unknown_source", "region"),
    _confirm("nobody confirms what was refused", DECLINED, "stage_forbids"),
)


def _give(rule: str, given: Any, then: Any) -> Row:
    command = do("RecordCitizenContribution", funding=FUNDING, contribution="don-1", cents=5_000)
    return row(rule, given, command, then)


_MATCHED, _GIVEN = granting(wanted("matched")), CitizenContributionRecorded(contribution="don-1", cents=5_000)
_CONTRIBUTIONS = (
    _give("a citizen's contribution is counted", _MATCHED, (_GIVEN,)),
    _give("a contribution is counted once", (*_MATCHED, _GIVEN), "contribution_counted"),
    _give("an instrument that matches nothing counts nothing", GRANTED, "no_matching"),
    _give("nothing is matched before the decision", ASKED, "stage_forbids"),
)

ROWS = (*_PREPARED, *_SIGNED, *_CONDITIONS, *_CO_FUNDING, *_CONTRIBUTIONS)
