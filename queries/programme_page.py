"""A version of a programme as its page shows it: its versions, what stands where under it, and what is to come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.kernel.calendar import plus
from domain.kernel.text import Bilingual
from domain.rulebook import Rulebook
from domain.rulebook.calls import RECEIVED
from language import Text
from projections.envelopes import EnvelopeFilter, EnvelopeLine
from projections.portfolio_pages import PortfolioFilter, StageCounted
from projections.to_come import ComingLine
from queries.envelopes import list_envelopes
from queries.lists import caught_up
from queries.programmes import ProgrammeVersion, list_programmes
from queries.rulebook_origins import RulebookOrigin, rulebook_origins
from queries.visit import Visit, reached
from wording.naming import Naming

AHEAD = "P90D"
"""How far ahead reminders and acts are shown."""
MOST_COMING = 100


@dataclass(frozen=True, slots=True)
class Stand:
    """How many files have come somewhere, and how many percent that is of the most that stand in one row."""

    key: str
    name: Text
    files: int
    percent: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many files of a call have reached each of its stages."""

    call: str
    name: Text
    stages: Sequence[Stand]


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """A version in full. Numbers count the files that the person may read."""

    rulebook: Rulebook
    versions: Sequence[ProgrammeVersion]
    """Of its programme, the last first."""
    origins: Mapping[str, RulebookOrigin]
    funnels: Sequence[Funnel]
    phases: Sequence[Stand]
    """Open files under this version, by phase."""
    envelopes: Sequence[tuple[EnvelopeLine, Text]]
    """With what they are called."""
    coming: Sequence[ComingLine]
    """Reminders and acts of the programme, whatever its version."""
    behind: int

    @property
    def this(self) -> ProgrammeVersion:
        """The version itself."""
        return next(one for one in self.versions if one.rulebook.id == self.rulebook.id)

    @property
    def earlier_files(self) -> int:
        """How many open files run under earlier versions."""
        return sum(one.open_files for one in self.versions if one.rulebook.version < self.rulebook.version)


async def programme_page(visit: Visit, rulebook: Rulebook) -> ProgrammePage:
    """All that is shown of a version. Raises Failure, also for want of a role."""
    visit.needs_a_role()
    programme = rulebook.programme
    async with reached():
        behind = await caught_up(visit)
        models, whose = visit.service.read_models, (visit.organisation, visit.scope)
        counted = await models.portfolio_counts(*whose, PortfolioFilter(open=True, rulebook=rulebook.id))
        staged = await models.stage_counts(*whose, PortfolioFilter(programme=programme))
        until = plus(visit.now.astimezone(visit.zone), AHEAD, exact=True).at
        coming = await models.to_come(*whose, programme, until, MOST_COMING)
    files = {
        phase.value: sum(one.files for one in counted if one.phase == phase) for phase in rulebook.phases
    }
    named = {phase.value: (rule.name.fr, rule.name.en) for phase, rule in rulebook.phases.items()}
    envelopes = (await list_envelopes(visit, EnvelopeFilter(programme=programme))).rows
    return ProgrammePage(
        rulebook=rulebook,
        versions=tuple(reversed(await list_programmes(visit, programme))),
        origins=await rulebook_origins(visit),
        funnels=_funnels(rulebook, staged),
        phases=_stands(named, files),
        envelopes=[
            (one, Text(*Naming(visit.rulebook(one.rulebook)).one("envelope", one.envelope)))
            for one in envelopes
        ],
        coming=coming,
        behind=behind,
    )


def _funnels(rulebook: Rulebook, counted: Sequence[StageCounted]) -> Sequence[Funnel]:
    """By call, those that nobody applied to left out: whoever stands at a stage has come through those before it."""
    if rulebook.calls is None:
        return ()
    naming = Naming(rulebook)
    stages = (RECEIVED, *(one.stage for one in rulebook.calls.funnel))
    found = []
    for call in dict.fromkeys(one.call for one in counted):
        stand = {one.stage: one.files for one in counted if one.call == call}
        reached_ = {
            stage: sum(files for at, files in stand.items() if number == 0 or at in stages[number:])
            for number, stage in enumerate(stages)
        }
        names = {stage: naming.one("stage", stage) for stage in stages}
        found.append(Funnel(call, Text(*naming.one("call", call)), _stands(names, reached_)))
    return found


def _stands(names: Mapping[str, Bilingual], files: Mapping[str, int]) -> Sequence[Stand]:
    most = max((*files.values(), 1))
    return [Stand(key, Text(*names[key]), number, 100 * number // most) for key, number in files.items()]
