"""What would follow from a command, judged by the rules themselves before anything is recorded."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from application.commands.answer import RefusalAnswer
from application.commands.refusals import answered
from domain.bank.state import Account
from domain.cooperations.commands.lifecycle import AdvancePhase, CloseCooperation
from domain.cooperations.gate import gate
from domain.cooperations.state import Cooperation
from domain.files.setting import Happening, State
from domain.fundings.commands.requests import RequestFunding, ResubmitFunding, ReviseFunding
from domain.fundings.events.requests import EligibilityAssessed
from domain.kernel.moments import earliest
from domain.kernel.refusal import Refusal
from domain.people.events import RoleGranted
from domain.people.state import Grant
from domain.registry.commands import AnyCommand
from domain.registry.reading_scope import reading_scope
from language import Text
from queries.findings import findings_told
from queries.forms.about import About
from queries.forms.money_foreseen import Foreseen, money_foreseen
from queries.migration import moved_words
from queries.visit import reached
from wording.events import EVENTS
from wording.findings import FindingTold
from wording.following import account_words, also_words, gate_words, reading_words

_REQUESTING = (RequestFunding, ReviseFunding, ResubmitFunding)
"""Commands that say what is asked for."""


@dataclass(frozen=True, slots=True)
class Following:
    """What would follow, in sentences; or why the rules would not have it."""

    sentences: Sequence[Text] = ()
    assessed: EligibilityAssessed | None = None
    """What each rule of eligibility finds."""
    findings: Sequence[FindingTold] = ()
    """The same beside the figures of the request."""
    money: Foreseen = field(default_factory=Foreseen)
    """What becomes of envelopes, of the sums of a funding, of its schedule."""
    refusal: RefusalAnswer | None = None


async def following(known: About, command: AnyCommand) -> Following:
    """What a command would do now. Raises Failure."""
    visit = known.visit
    async with reached():
        decided, states = await visit.service.one_way_in.foreseen(visit.organisation, command)
        moved = await moved_words(visit, command)
    if isinstance(decided, Refusal):
        return Following(refusal=answered(command.command_id, decided, "refused", known.naming).refusal)
    assessed = next((one.event for one in decided if isinstance(one.event, EligibilityAssessed)), None)
    return Following(
        assessed=assessed,
        findings=_findings(known, command, assessed, states) if assessed else (),
        money=money_foreseen(known, command, decided, states),
        sentences=[
            *_gate(known, command),
            *_bank_details(known, command, states),
            *await _reading(known, decided),
            *_beside(command, decided),
            *moved,
        ],
    )


def _findings(
    known: About, command: AnyCommand, assessed: EligibilityAssessed, states: Mapping[str, State]
) -> Sequence[FindingTold]:
    """What each rule finds, with the zonings of the cooperation that asks."""
    cooperation = next((one for one in states.values() if isinstance(one, Cooperation)), None)
    instrument = command.request.instrument if isinstance(command, _REQUESTING) else ""
    return findings_told(assessed.findings, known.rulebook, instrument, cooperation, assessed.as_of)


def _gate(known: About, command: AnyCommand) -> Iterator[Text]:
    """How each item of the gate holds that would be passed."""
    file, rulebook = known.cooperation, known.rulebook
    if isinstance(command, AdvancePhase | CloseCooperation) and file and rulebook:
        for one in gate(file, rulebook, known.visit.now):
            yield gate_words(one.name, one.held)


def _bank_details(known: About, command: AnyCommand, states: Mapping[str, State]) -> Iterator[Text]:
    """Which bank details are paid to, and who checked them."""
    for state in states.values():
        if isinstance(state, Account) and state.holds and command.type == "OrderPayment":
            held = state.versions[state.holds]
            by = known.called("person", held.confirmed_by or held.proposed_by)
            yield account_words(known.called("account", state.id), held.number, by)


async def _reading(known: About, decided: Sequence[Happening]) -> Sequence[Text]:
    """How many files somebody reads once they are given a role, and how many they read without it."""
    visit, people = known.visit, known.visit.people
    event = next((one.event for one in decided if isinstance(one.event, RoleGranted)), None)
    if event is None:
        return ()
    grant = Grant(event.grant, event.person, event.role, event.region, event.since, event.until)
    then = replace(people, grants={**people.grants, grant.id: grant})
    begins = max(visit.now, earliest(event.since.isoformat(), visit.zone))
    scopes = reading_scope(people, event.person, begins), reading_scope(then, event.person, begins)
    async with reached():
        counted = [
            await visit.service.read_models.portfolio_counts(visit.organisation, one) for one in scopes
        ]
    before, after = (sum(one.files for one in found) for found in counted)
    return [reading_words(before, after)]


def _beside(command: AnyCommand, decided: Sequence[Happening]) -> Iterator[Text]:
    """What else would be recorded, in other files."""
    others = Counter(one.event.type for one in decided if one.stream != command.stream)
    for kind, count in others.items():
        yield also_words(EVENTS[kind], count)
