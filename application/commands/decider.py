"""One decision: whether the actor may, under which rulebook, and what the rules make of the command."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from application.ports import RulebookDiffers, Rulebooks
from domain.cooperations.commands.acts import ImportCooperation
from domain.cooperations.commands.file import OpenCooperation
from domain.cooperations.commands.lifecycle import MigrateCooperation
from domain.cooperations.commands.record import CorrectEntry
from domain.cooperations.events.file import CooperationOpened, RulebookChanged
from domain.cooperations.state import Cooperation
from domain.decide.access import may
from domain.decide.decide import decide, streams_beside
from domain.envelopes.commands import EnvelopeCommand
from domain.envelopes.events import EnvelopeOpened
from domain.files.events import DeliveryReported, DeliverySettled
from domain.files.file import KeptFile
from domain.files.setting import Happening, Setting, State
from domain.fundings.commands.requests import RequestFunding
from domain.fundings.events.requests import FundingRequested
from domain.kernel.command import Command
from domain.kernel.ids import ORGANISATION_STREAM, cooperation_stream
from domain.kernel.moments import write_instant
from domain.kernel.refusal import Refusal
from domain.organisation.commands import GrantRole, PublishRulebook, RegisterPerson
from domain.people.events import RulebookAdopted
from domain.people.state import Organisation
from domain.registry.commands import AnyCommand
from domain.reminders.commands import ReportDelivery, SettleDelivery
from domain.reviews.commands import OpenReview
from domain.reviews.events import ReviewOpened
from domain.rulebook import Rulebook

RulebookEvent = CooperationOpened | ReviewOpened | FundingRequested | EnvelopeOpened | RulebookChanged
"""The events that say under which rulebook a file runs from then on."""

ReportingEvent = DeliveryReported | DeliverySettled
"""What happened to a message, under whatever rules."""


class Decider:
    """Judges commands on given states, whoever keeps these: the ledger's, or those of a rehearsal."""

    def __init__(self, rulebooks: Rulebooks) -> None:
        self._rulebooks = rulebooks

    def decide(
        self, command: AnyCommand, states: Mapping[str, State], now: datetime, holder: str | None = None
    ) -> tuple[Happening, ...] | Refusal:
        """What the command gives. ``states`` holds the streams read, the organisation's among them.

        ``holder``: who has the address already that the command brings.
        """
        subject = states.get(command.stream)
        try:
            setting = replace(self.setting(command, states, now), holder=holder)
        except RulebookDiffers as differs:
            return differs.refusal
        return may(command, subject, setting) or decide(command, subject, setting)

    def adopted(
        self, decision: Sequence[Happening], states: Mapping[str, State], now: datetime
    ) -> tuple[Happening, ...] | Refusal:
        """What a decision adopts: the shipped rulebooks that the ledger has not known yet, each with its digest.

        A refusal if one that it rests on is not the one that the ledger knows.
        """
        organisation = organisation_in(states)
        try:
            shipped = [self.known(organisation, one) for one in rulebooks_under(decision, states)]
        except RulebookDiffers as differs:
            return differs.refusal
        new = [one for one in shipped if one and not is_known_to(organisation, one)]
        return tuple(
            Happening(
                ORGANISATION_STREAM,
                RulebookAdopted(rulebook=one.id, digest=one.digest),
                write_instant(now),
            )
            for one in new
        )

    def allows(self, command: AnyCommand, states: Mapping[str, State], now: datetime) -> bool:
        """Whether its actor may give the command, whatever the rules then make of it; not under rules that differ."""
        try:
            setting = self.setting(command, states, now)
        except RulebookDiffers:
            return False
        return may(command, states.get(command.stream), setting) is None

    def worded_by(self, command: AnyCommand, states: Mapping[str, State]) -> str | None:
        """The id of the rulebook whose names a refusal takes; None without one that the ledger knows as it is."""
        try:
            rulebook = self.rulebook(command, states)
        except RulebookDiffers:
            return None
        return rulebook.id if rulebook else None

    def beside(self, command: AnyCommand, states: Mapping[str, State], now: datetime) -> Sequence[str]:
        """The streams that the decision rests on besides those that are always read, as far as ``states`` tell."""
        try:
            setting = self.setting(command, states, now)
        except RulebookDiffers:  # said when it is decided
            return ()
        return streams_beside(command, setting)

    def setting(self, command: AnyCommand, states: Mapping[str, State], now: datetime) -> Setting:
        """On what a command is decided. Raises RulebookDiffers."""
        organisation, subject = organisation_in(states), states.get(command.stream)
        file = subject if isinstance(subject, Cooperation) else None
        rulebook = self.rulebook(command, states)
        targets = {one: known for one in _named(command, file) if (known := self.known(organisation, one))}
        if isinstance(command, GrantRole | RegisterPerson):
            targets |= self._gone_by(organisation)
        return Setting(organisation, rulebook, now, states, targets)

    def _gone_by(self, organisation: Organisation) -> dict[str, Rulebook]:
        """The shipped rulebooks that something was decided under: they say whom a manager may seat.

        One that differs says nothing, for people are made known whatever ships.
        """
        found = {}
        for one in organisation.adopted:
            with suppress(RulebookDiffers):
                if known := self.known(organisation, one):
                    found[one] = known
        return found

    def rulebook(self, command: Command, states: Mapping[str, State]) -> Rulebook | None:
        """The file's rulebook, the one that it would open under, or the one in force where one is published.

        Raises RulebookDiffers.
        """
        organisation, subject = organisation_in(states), states.get(command.stream)
        if isinstance(command, ReportDelivery | SettleDelivery):
            return None  # what became of a message is no matter of rules
        if isinstance(subject, KeptFile):
            return self.known(organisation, subject.rulebook)
        opening = command.acts[0] if isinstance(command, ImportCooperation) else command
        match opening:
            case OpenCooperation(programme=programme):
                return self._rulebooks.current(organisation, programme)
            case PublishRulebook(rulebook=published):
                return self._rulebooks.current(organisation, published.programme)
            case OpenReview(cooperation=key) | RequestFunding(cooperation=key):
                asked = states.get(cooperation_stream(key))
                return self.known(organisation, asked.rulebook) if isinstance(asked, Cooperation) else None
            case EnvelopeCommand(envelope=envelope):
                return self._rulebooks.current(organisation, envelope.partition("/")[0])
        return None

    def current(self, organisation: Organisation, programme: str) -> Rulebook | None:
        """The rulebook in force for a programme; None for an unknown one."""
        return self._rulebooks.current(organisation, programme)

    def known(self, organisation: Organisation, rulebook: str) -> Rulebook | None:
        """The rulebook of an id; None if nobody has it. Raises RulebookDiffers."""
        try:
            return self._rulebooks.get(organisation, rulebook)
        except KeyError:
            return None


def rulebooks_under(decision: Sequence[Happening], states: Mapping[str, State]) -> list[str]:
    """The rulebooks that a decision rests on: those of the files that it writes in, and those that these move to."""
    found: dict[str, None] = {}
    for one in decision:
        state, event = states.get(one.stream), one.event
        if isinstance(event, ReportingEvent):
            continue
        if isinstance(event, RulebookEvent):
            found[event.rulebook] = None
        elif isinstance(state, KeptFile):
            found[state.rulebook] = None
    return list(found)


def is_known_to(organisation: Organisation, rulebook: Rulebook) -> bool:
    """Whether the ledger knows the content of a rulebook."""
    return rulebook.id in organisation.rulebooks or rulebook.id in organisation.adopted


def organisation_in(states: Mapping[str, State]) -> Organisation:
    """The organisation among the states; an empty one before its founding."""
    state = states.get(ORGANISATION_STREAM)
    return state if isinstance(state, Organisation) else Organisation()


def _named(command: Command, file: Cooperation | None) -> Iterator[str]:
    """The rulebooks that a command speaks of: where a file goes, what is published, what past decisions rest on."""
    if isinstance(command, CorrectEntry) and file:
        yield from (left for _, left in file.left_rulebooks)
    if isinstance(command, PublishRulebook):
        yield command.rulebook.id
    for act in command.acts if isinstance(command, ImportCooperation) else (command,):
        if isinstance(act, MigrateCooperation):
            yield act.to
