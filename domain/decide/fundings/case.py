"""What a decision about tranches, payments or reports is taken on."""

from dataclasses import dataclass

from domain.decide.setting import Setting
from domain.fundings.state import Funding, Payment, TrancheState
from domain.moments import earliest, latest
from domain.refusals import Refusal, refuse
from domain.rulebook import Instrument, Rulebook


@dataclass(frozen=True, slots=True)
class Case:
    """A granted funding, its instrument, and the moment at which the command takes effect."""

    funding: Funding
    instrument: Instrument
    rulebook: Rulebook
    setting: Setting
    at: str

    def tranche(self, key: str, *stages: str) -> TrancheState | Refusal:
        """The tranche, if it is at one of these stages."""
        known = self.funding.tranches.get(key)
        if known is None:
            return refuse("unknown_tranche", tranche=key, known=tuple(self.funding.tranches))
        if known.stage not in stages:
            return refuse("tranche_stage", tranche=key, stage=known.stage, wanted=stages)
        return known

    def payment(self, number: int, *stages: str) -> Payment | Refusal:
        """The payment, if it is at one of these stages."""
        known = self.funding.payments.get(number)
        if known is None:
            return refuse("unknown_payment", payment=number, known=tuple(self.funding.payments))
        if known.stage not in stages:
            return refuse("payment_stage", payment=number, stage=known.stage, wanted=stages)
        return self.not_before(known.entry) or known

    def not_before(self, entry: int) -> Refusal | None:
        """Nothing takes effect before what it follows."""
        previous = self.funding.entries[entry].at
        if latest(self.at) < earliest(previous):
            return refuse("before_previous_step", at=self.at, previous=previous)
        return None
