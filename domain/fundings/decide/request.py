"""A request: asked, revised, taken back, asked again; each version judged rule by rule on its own day."""

from zoneinfo import ZoneInfo

from domain.cooperations.events.told import FundingAsked
from domain.cooperations.evolve.collective import charter_since
from domain.cooperations.state import Cooperation
from domain.files.order import answers_otherwise, in_future
from domain.files.setting import Happening, Setting, effective_at
from domain.fundings.commands.requests import RequestFunding, ResubmitFunding, ReviseFunding, WithdrawFunding
from domain.fundings.decide.consequences import answered, dossiers_revised, reviews_fall
from domain.fundings.decide.context import Context
from domain.fundings.decide.guards import at_stage, silent
from domain.fundings.decide.requesting import flaw, normal
from domain.fundings.eligibility import assess
from domain.fundings.events.payments import CharterHeard
from domain.fundings.events.requests import (
    EligibilityAssessed,
    FundingRequested,
    FundingResubmitted,
    FundingRevised,
    FundingWithdrawn,
)
from domain.fundings.request import FundingRequest
from domain.fundings.state import Funding
from domain.kernel.ids import cooperation_stream
from domain.kernel.moments import day_of, earliest, latest
from domain.kernel.refusal import Refusal, refuse
from domain.rulebook import Instrument, Rulebook

Decided = tuple[Happening, ...] | Refusal


def request_funding(command: RequestFunding, funding: Funding | None, setting: Setting) -> Decided:
    """Ask for money under an instrument of the programme; what is not eligible is recorded as such."""
    cooperation, rulebook = (
        setting.read(Cooperation, cooperation_stream, command.cooperation),
        setting.rulebook,
    )
    if funding is not None:
        return refuse("funding_exists", funding=command.funding)
    if cooperation is None:
        return refuse("unknown_cooperation", cooperation=command.cooperation)
    if rulebook is None:
        return refuse("unknown_programme", programme=cooperation.rulebook)
    at, opened = effective_at(command, setting), cooperation.passes[0].entered_at
    zone = rulebook.zone_of(cooperation.region)
    if refusal := in_future(command, setting, zone) or silent(cooperation):
        return refusal
    if latest(at, zone) < earliest(opened, zone):
        return refuse("before_previous_step", at=at, previous=opened)
    instrument = rulebook.instrument(command.request.instrument)
    if instrument is None:
        known = tuple(one.instrument for one in rulebook.instruments)
        return refuse("unknown_instrument", instrument=command.request.instrument, known=known)
    if refusal := flaw(command.request, instrument, rulebook, cooperation):
        return refusal
    return _requested(command, cooperation, rulebook, instrument, at)


def _requested(
    command: RequestFunding, cooperation: Cooperation, rulebook: Rulebook, instrument: Instrument, at: str
) -> tuple[Happening, ...]:
    request, zone = normal(command.request), rulebook.zone_of(cooperation.region)
    asked = FundingRequested(
        cooperation=cooperation.id,
        name=cooperation.name,
        region=cooperation.region,
        managers=cooperation.managers,
        rulebook=rulebook.id,
        pass_number=cooperation.pass_number,
        request=request,
        note=command.note,
    )
    signed = charter_since(cooperation)
    heard = (CharterHeard(signed=signed),) if signed else ()
    own = (asked, _assessed(request, instrument, cooperation, at, zone, dossier=1), *heard)
    told = FundingAsked(funding=command.funding, instrument=instrument.instrument)
    return (
        *(Happening(command.stream, one, at) for one in own),
        Happening(cooperation_stream(cooperation.id), told, at),
    )


def revise_funding(command: ReviseFunding, context: Context) -> Decided:
    """Ask for something else under the same instrument, before it is decided; panels asked have it before them.

    The same may be asked for again where it would be judged otherwise now: the sheet's zonings have changed.
    """
    funding, request = context.funding, normal(command.request)
    if refusal := at_stage(funding, "requested"):
        return refusal
    assessed = _anew(request, context)
    if isinstance(assessed, Refusal):
        return assessed
    if (request, assessed.findings) == (funding.request, funding.findings):
        return refuse("changes_nothing")
    revised = FundingRevised(dossier=assessed.dossier, request=request, reason=command.reason)
    own = (revised, assessed)
    return (
        *(Happening(funding.key, one, context.at) for one in own),
        *dossiers_revised(funding, context.setting, context.at, funding.entry + len(own)),
    )


def withdraw_funding(command: WithdrawFunding, context: Context) -> Decided:
    """Take the request back: nothing is asked of anybody any more."""
    funding = context.funding
    if refusal := at_stage(funding, "requested", "deferred"):
        return refusal
    withdrawn = FundingWithdrawn(cause="taken-back", reason=command.reason)
    return (
        Happening(funding.key, withdrawn, context.at),
        answered(funding, "withdrawn", context.at),
        *reviews_fall(funding, context.setting, context.at, cause="closed"),
    )


def resubmit_funding(command: ResubmitFunding, context: Context) -> Decided:
    """Ask again, with an answer to every point of the refusal or deferral, and to nothing else."""
    funding, request = context.funding, normal(command.request)
    if refusal := at_stage(funding, "refused", "deferred"):
        return refusal
    if refusal := answers_otherwise(command.answers, funding.declined):
        return refusal
    assessed = _anew(request, context)
    if isinstance(assessed, Refusal):
        return assessed
    again = FundingResubmitted(dossier=assessed.dossier, request=request, answers=command.answers)
    return (
        Happening(funding.key, again, context.at),
        Happening(funding.key, assessed, context.at),
        answered(funding, "requested", context.at),
    )


def _anew(request: FundingRequest, context: Context) -> EligibilityAssessed | Refusal:
    """The next version of the dossier, judged on its own day."""
    funding, cooperation = (
        context.funding,
        context.setting.read(Cooperation, cooperation_stream, context.funding.cooperation),
    )
    if cooperation is None:
        return refuse("unknown_cooperation", cooperation=funding.cooperation)
    if request.instrument != funding.instrument:
        return refuse("other_instrument", instrument=request.instrument, known=funding.instrument)
    if refusal := flaw(request, context.instrument, context.rulebook, cooperation):
        return refusal
    return _assessed(
        request, context.instrument, cooperation, context.at, context.zone, dossier=funding.dossier + 1
    )


def _assessed(
    request: FundingRequest,
    instrument: Instrument,
    cooperation: Cooperation,
    at: str,
    zone: ZoneInfo,
    *,
    dossier: int,
) -> EligibilityAssessed:
    day = day_of(earliest(at, zone), zone)
    findings = assess(request, instrument, cooperation.territories, day, zone)
    return EligibilityAssessed(dossier=dossier, as_of=day, findings=findings)
