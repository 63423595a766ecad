"""What fits the fields of commands about a funding."""

from collections.abc import Callable, Iterator, Mapping

from domain.cooperations.state import Cooperation
from domain.fundings.amending import change_of, signatories
from domain.fundings.commands.payments import (
    AcceptReport,
    ApproveTranche,
    ConfirmPayment,
    FailPayment,
    OrderPayment,
    RequestTranche,
    ReturnReport,
    ReturnTranche,
    SubmitReport,
)
from domain.fundings.commands.requests import (
    ConfirmCoFunding,
    DecideAmendment,
    DecideFunding,
    ExtendFundingDeadline,
    MeetCondition,
    ProposeAmendment,
    RequestFunding,
    ResubmitFunding,
    ReviseFunding,
    SignAgreement,
    SignAmendment,
    WithdrawAmendment,
)
from domain.fundings.deadlines import deadlines
from domain.fundings.state import Amendment, Funding, ReportState
from domain.kernel.command import Command
from domain.kernel.ids import cooperation_stream
from domain.rulebook import Instrument, Rulebook
from queries.choosing.circumstances import Circumstances, Fitting


def _funding(asked: Circumstances) -> Iterator[tuple[Funding, Rulebook]]:
    if isinstance(asked.file, Funding) and asked.rulebook:
        yield asked.file, asked.rulebook


def _instruments(asked: Circumstances) -> Iterator[str]:
    """Of the cooperation's rules; of a funding its own, which stays."""
    for funding, _ in _funding(asked):
        yield funding.instrument
        return
    yield from (one.instrument for one in (asked.rulebook.instruments if asked.rulebook else ()))


def _instrument(asked: Circumstances) -> Iterator[Instrument]:
    request = asked.known.get("request", {})
    named = asked.known.get("request.instrument") or request.get("instrument")
    for key in [named] if named else list(_instruments(asked))[:1]:
        found = asked.rulebook.instrument(key) if asked.rulebook else None
        yield from (found,) if found else ()


def _beneficiaries(asked: Circumstances) -> Iterator[str]:
    for instrument in _instrument(asked):
        yield from (one.kind for one in instrument.beneficiaries)


def _expenses(asked: Circumstances) -> Iterator[str]:
    for instrument in _instrument(asked):
        yield from (one.expense for one in instrument.expenses)


def _shares(asked: Circumstances) -> Iterator[str]:
    for instrument in _instrument(asked):
        yield from instrument.shares


def _maturities(asked: Circumstances) -> Iterator[str]:
    return iter(asked.rulebook.maturity if asked.rulebook else ())


def _stakeholders(asked: Circumstances) -> Iterator[str]:
    """Those of the cooperation, which is the file, or what a funding is asked for."""
    of = asked.file.cooperation if isinstance(asked.file, Funding) else asked.known.get("cooperation")
    file = asked.file if isinstance(asked.file, Cooperation) else None
    cooperation = file or asked.setting.read(Cooperation, cooperation_stream, of)
    members = cooperation.stakeholders if cooperation else {}
    return (key for key, one in members.items() if not one.retired)


def _supports(asked: Circumstances) -> Iterator[str]:
    for instrument in _instrument(asked):
        yield from instrument.fast_track.supports if instrument.fast_track else ()


_REQUEST: Mapping[str, tuple[str, Fitting]] = {
    "request.instrument": ("instrument", _instruments),
    "request.beneficiary.kind": ("beneficiary", _beneficiaries),
    "request.plan.expense": ("expense", _expenses),
    "request.shares": ("share", _shares),
    "request.maturity": ("maturity", _maturities),
    "request.carrier": ("own", _stakeholders),
    "request.passed_on.to": ("own", _stakeholders),
    "request.fast_track": ("support", _supports),
}


def _points(asked: Circumstances) -> Iterator[str]:
    for funding, _ in _funding(asked):
        yield from funding.declined


def _concluded(asked: Circumstances) -> Iterator[str]:
    """Reviews that have answered about the request, or about the amendment that is named; the last first."""
    for funding, _ in _funding(asked):
        about = asked.known.get("amendment")
        if about is None:
            yield from (key for key, one in _answered(funding) if one is None)
        else:
            yield from (key for key, one in _answered(funding) if one == about)


def _answered(funding: Funding) -> Iterator[tuple[str, str | None]]:
    seen = reversed(list(funding.reviews.items()))
    return ((key, one.amendment) for key, one in seen if one.answered is not None)


def _unsigned(asked: Circumstances) -> Iterator[str]:
    for funding, _ in _funding(asked):
        agreement = funding.agreement
        parties = [one.party for one in agreement.parties] if agreement else []
        yield from (one for one in parties if agreement and one not in agreement.signed)


def _unmet(asked: Circumstances) -> Iterator[str]:
    for funding, _ in _funding(asked):
        yield from (key for key, one in funding.conditions.items() if one.met is None)


def _unconfirmed(asked: Circumstances) -> Iterator[str]:
    for funding, _ in _funding(asked):
        sources = (one.source for one in funding.request.co_funding)
        yield from (one for one in sources if one not in funding.confirmed)


def _amendments(*stages: str) -> Callable[[Circumstances], Iterator[str]]:
    def fitting(asked: Circumstances) -> Iterator[str]:
        return (one.amendment for one in _at(asked, *stages))

    return fitting


def _at(asked: Circumstances, *stages: str) -> Iterator[Amendment]:
    for funding, _ in _funding(asked):
        yield from (one for one in funding.amendments.values() if one.stage in stages)


def _unsigned_of_amendment(asked: Circumstances) -> Iterator[str]:
    named = asked.known.get("amendment")
    for funding, _ in _funding(asked):
        for one in _at(asked, "granted"):
            if named in (None, one.amendment):
                parties = signatories(funding, change_of(one))
                yield from (party for party in parties if party not in one.signed)


def _deadlines(asked: Circumstances) -> Iterator[str]:
    for funding, rulebook in _funding(asked):
        yield from dict.fromkeys(one.key for one in deadlines(funding, rulebook))


def _subjects(asked: Circumstances) -> Iterator[str]:
    """What the deadlines of that key are about, where there are several."""
    for funding, rulebook in _funding(asked):
        alike = [one for one in deadlines(funding, rulebook) if one.key == asked.known.get("deadline")]
        if len(alike) > 1:
            yield from (one.subject for one in alike if one.subject)


def _tranches(*stages: str) -> Callable[[Circumstances], Iterator[str]]:
    def fitting(asked: Circumstances) -> Iterator[str]:
        for funding, _ in _funding(asked):
            tranches = funding.tranches.values()
            yield from (one.tranche for one in tranches if one.stage in stages and one.cents)

    return fitting


def _payments(*stages: str) -> Callable[[Circumstances], Iterator[int]]:
    def fitting(asked: Circumstances) -> Iterator[int]:
        for funding, _ in _funding(asked):
            yield from (one.number for one in funding.payments.values() if one.stage in stages)

    return fitting


def _paid_or_on_their_way(asked: Circumstances) -> Iterator[int]:
    """What may still go wrong; of what was paid, only that it came back."""
    outcome = asked.known.get("outcome")
    stages = ["issued", "paid"] if outcome == "returned" else ["ordered", "issued"]
    return iter(_payments(*(stages if outcome else ("ordered", "issued", "paid")))(asked))


def _reports(*stages: str) -> Callable[[Circumstances], Iterator[str]]:
    def fitting(asked: Circumstances) -> Iterator[str]:
        for funding, rulebook in _funding(asked):
            instrument = rulebook.instrument(funding.instrument)
            for one in instrument.reports if instrument and funding.granted else ():
                if funding.reports.get(one.report, ReportState(one.report)).stage in stages:
                    yield one.report

    return fitting


IN_FUNDINGS: Mapping[type[Command], Mapping[str, tuple[str, Fitting]]] = {
    RequestFunding: _REQUEST,
    ReviseFunding: _REQUEST,
    ResubmitFunding: {**_REQUEST, "answers": ("point", _points)},
    DecideFunding: {"review": ("review", _concluded)},
    SignAgreement: {"party": ("own", _unsigned)},
    MeetCondition: {"condition": ("own", _unmet)},
    ConfirmCoFunding: {"source": ("own", _unconfirmed)},
    DecideAmendment: {
        "amendment": ("id", _amendments("proposed")),
        "review": ("review", _concluded),
    },
    SignAmendment: {"amendment": ("id", _amendments("granted")), "party": ("own", _unsigned_of_amendment)},
    WithdrawAmendment: {"amendment": ("id", _amendments("proposed", "granted"))},
    ProposeAmendment: {"plan.expense": ("expense", _expenses)},
    ExtendFundingDeadline: {"deadline": ("deadline", _deadlines), "subject": ("subject", _subjects)},
    RequestTranche: {"tranche": ("tranche", _tranches("planned"))},
    ApproveTranche: {"tranche": ("tranche", _tranches("requested"))},
    ReturnTranche: {"tranche": ("tranche", _tranches("requested", "approved"))},
    OrderPayment: {"tranche": ("tranche", _tranches("approved"))},
    ConfirmPayment: {"payment": ("number", _payments("ordered", "issued"))},
    FailPayment: {"payment": ("number", _paid_or_on_their_way)},
    SubmitReport: {"report": ("report", _reports("owed", "returned"))},
    ReturnReport: {"report": ("report", _reports("submitted"))},
    AcceptReport: {"report": ("report", _reports("submitted"))},
}
"""By command and field: of what kind the values are (``wording.naming``), and which fit."""
