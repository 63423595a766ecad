"""What would follow from a command, judged by the rules themselves before anything is recorded."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from application.commands.answer import RefusalAnswer
from application.commands.refusals import answered
from domain.bank.state import Account
from domain.cooperations.commands.lifecycle import AdvancePhase, CloseCooperation
from domain.cooperations.gate import gate
from domain.envelopes.state import Envelope
from domain.files.setting import Happening, State
from domain.fundings.events.requests import EligibilityAssessed
from domain.kernel.refusal import Refusal
from domain.registry.commands import AnyCommand
from language import Text
from queries.forms.about import About
from queries.visit import reached
from wording.events import EVENTS
from wording.findings import finding_words
from wording.following import account_words, also_words, balance_words, gate_words


@dataclass(frozen=True, slots=True)
class Following:
    """What would follow, in sentences; or why the rules would not have it."""

    sentences: Sequence[Text] = ()
    refusal: RefusalAnswer | None = None


async def following(known: About, command: AnyCommand) -> Following:
    """What a command would do now. Raises Failure."""
    visit = known.visit
    async with reached():
        decided, states = await visit.service.one_way_in.foreseen(visit.organisation, command)
    if isinstance(decided, Refusal):
        return Following(refusal=answered(command.command_id, decided, "refused", known.naming).refusal)
    return Following(
        [
            *_gate(known, command),
            *_found(known, decided),
            *_balances(known, command, states),
            *_beside(command, decided),
        ]
    )


def _gate(known: About, command: AnyCommand) -> Iterator[Text]:
    """How each item of the gate holds that would be passed."""
    file, rulebook = known.cooperation, known.rulebook
    if isinstance(command, AdvancePhase | CloseCooperation) and file and rulebook:
        for one in gate(file, rulebook, known.visit.now):
            yield gate_words(one.name, one.held)


def _found(known: About, decided: Sequence[Happening]) -> Iterator[Text]:
    """What each rule of eligibility finds."""
    for one in decided:
        if isinstance(one.event, EligibilityAssessed):
            yield from (Text(*finding_words(each, known.rulebook)) for each in one.event.findings)


def _balances(known: About, command: AnyCommand, states: Mapping[str, State]) -> Iterator[Text]:
    """What is left in each envelope that it rests on, and which bank details are paid to."""
    for state in states.values():
        if isinstance(state, Envelope):
            yield balance_words(known.called("envelope", state.id), state.balance)
        if isinstance(state, Account) and state.holds and command.type == "OrderPayment":
            held = state.versions[state.holds]
            by = known.called("person", held.confirmed_by or held.proposed_by)
            yield account_words(known.called("account", state.id), held.number, by)


def _beside(command: AnyCommand, decided: Sequence[Happening]) -> Iterator[Text]:
    """What else would be recorded, in other files."""
    others = Counter(one.event.type for one in decided if one.stream != command.stream)
    for kind, count in others.items():
        yield also_words(EVENTS[kind], count)
