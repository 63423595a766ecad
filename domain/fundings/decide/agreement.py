"""The agreement: laid down, signed by each party; what the decision and the plan promised, shown to be so."""

from domain.files.setting import Decision
from domain.fundings.commands.requests import ConfirmCoFunding, MeetCondition, PrepareAgreement, SignAgreement
from domain.fundings.decide.context import Context
from domain.fundings.decide.guards import at_stage, due_too_late
from domain.fundings.eligibility import failing, within_lasting
from domain.fundings.events.requests import (
    AgreementPrepared,
    AgreementSigned,
    CoFundingConfirmed,
    ConditionMet,
)
from domain.fundings.request import Party
from domain.fundings.terms_of_grant import ineligible, named_twice
from domain.kernel.refusal import Refusal, refuse


def prepare_agreement(command: PrepareAgreement, context: Context) -> Decision:
    """Lay down what the parties are to sign, in place of an agreement that not all have signed."""
    funding = context.funding
    if refusal := at_stage(funding, "granted") or unfit_parties(command.parties):
        return refusal
    if funding.in_force:
        return refuse("agreement_in_force")
    if command.until < command.since:
        return refuse("term_reversed")
    if broken := failing(within_lasting(command.since, command.until, context.instrument)):
        return ineligible(broken)
    known = tuple(one.party for one in command.parties)
    if foreign := next((one.party for one in command.contributions if one.party not in known), None):
        return refuse("unknown_party", party=foreign, known=known)
    if refusal := due_too_late(funding, command.since, command.until):
        return refusal
    return (
        AgreementPrepared(
            parties=command.parties,
            since=command.since,
            until=command.until,
            contributions=command.contributions,
            clauses=command.clauses,
            document=command.document,
        ),
    )


def sign_agreement(command: SignAgreement, context: Context) -> Decision:
    """Record a party's signature; with the last one the agreement is in force."""
    agreement = context.funding.agreement
    if refusal := at_stage(context.funding, "granted"):
        return refusal
    if agreement is None:
        return refuse("no_agreement")
    if refusal := unfit_parties(agreement.parties):
        return refusal
    parties = tuple(one.party for one in agreement.parties)
    if refusal := cannot_sign(command.party, parties, tuple(agreement.signed)):
        return refusal
    complete = set(parties) == {*agreement.signed, command.party}
    return (AgreementSigned(party=command.party, complete=complete),)


def cannot_sign(party: str, parties: tuple[str, ...], signed: tuple[str, ...]) -> Refusal | None:
    """Only a party signs, and once."""
    if party not in parties:
        return refuse("unknown_party", party=party, known=parties)
    return refuse("party_signed", party=party) if party in signed else None


def unfit_parties(parties: tuple[Party, ...]) -> Refusal | None:
    """Each party is named once, under one name; and the funder agrees with somebody: two at least."""
    twice = named_twice([one.party for one in parties])
    if twice is None and (name := named_twice([one.name.casefold() for one in parties])):
        twice = next(one.party for one in reversed(parties) if one.name.casefold() == name)
    if twice:
        return refuse("party_twice", party=twice)
    return refuse("agreed_with_nobody", party=parties[0].party) if len(parties) == 1 else None


def meet_condition(command: MeetCondition, context: Context) -> Decision:
    """Record that a condition of the decision is met, once; late is better than never."""
    if refusal := at_stage(context.funding, "granted"):
        return refusal
    conditions = context.funding.conditions
    if command.condition not in conditions:
        return refuse("unknown_condition", condition=command.condition, known=tuple(conditions))
    if conditions[command.condition].met is not None:
        return refuse("condition_met", condition=command.condition)
    return (ConditionMet(condition=command.condition, document=command.document, note=command.note),)


def confirm_co_funding(command: ConfirmCoFunding, context: Context) -> Decision:
    """Record that somebody whom the plan names as co-funder confirms it, once."""
    if refusal := at_stage(context.funding, "requested", "deferred", "granted"):
        return refusal
    known = tuple(one.source for one in context.funding.request.co_funding)
    if command.source not in known:
        return refuse("unknown_source", source=command.source, known=known)
    if command.source in context.funding.confirmed:
        return refuse("source_confirmed", source=command.source)
    return (CoFundingConfirmed(source=command.source, document=command.document),)
