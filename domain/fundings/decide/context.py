"""What a decision about a funding is taken on."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from domain.files.setting import Decision, Happening, Setting, effective_at
from domain.fundings import budget
from domain.fundings.commands.any import AnyFundingCommand
from domain.fundings.request import Allocation
from domain.fundings.state import Funding, Payment, TrancheState
from domain.kernel.moments import day_of, earliest, latest
from domain.kernel.refusal import Refusal, refuse
from domain.rulebook import Instrument, Rulebook


@dataclass(frozen=True, slots=True)
class Context:
    """A funding, its instrument and rulebook, and the moment at which the command takes effect."""

    funding: Funding
    instrument: Instrument
    rulebook: Rulebook
    setting: Setting
    at: str

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which the funding's days begin and end."""
        return self.rulebook.zone_of(self.funding.region)

    @property
    def day(self) -> date:
        """The first day on which the command may take effect, where the funding is."""
        return day_of(earliest(self.at, self.zone), self.zone)

    @property
    def today(self) -> date:
        """The present day, where the funding is."""
        return day_of(self.setting.now, self.zone)

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

    def set_aside(self, cents: int) -> tuple[Allocation, ...]:
        """So much, in the envelopes of the year in which the decision takes effect."""
        year = self.day.year
        return budget.plan_allocations(self.instrument, self.rulebook, self.funding.request, cents, year)

    def in_its_stream(self, decision: Decision) -> tuple[Happening, ...] | Refusal:
        """A decision of which the funding's own stream tells all."""
        if isinstance(decision, Refusal):
            return decision
        return tuple(Happening(self.funding.key, event, self.at) for event in decision)

    def not_before(self, entry: int) -> Refusal | None:
        """Nothing takes effect before what it follows."""
        previous = self.funding.entries[entry].at
        if latest(self.at, self.zone) < earliest(previous, self.zone):
            return refuse("before_previous_step", at=self.at, previous=previous)
        return None


def context_at(command: AnyFundingCommand, funding: Funding, setting: Setting) -> Context | None:
    """What a command about a funding is decided on; None where the rulebook or its instrument is not known."""
    rulebook = setting.rulebook
    instrument = rulebook.instrument(funding.instrument) if rulebook else None
    if rulebook is None or instrument is None:
        return None
    return Context(funding, instrument, rulebook, setting, effective_at(command, setting))
