"""What the filters of lists offer to choose from, by name: only what stands in files that the person may read."""

from collections.abc import Iterable, Mapping, Sequence

from language import Text, text_of
from projections.portfolio_values import PortfolioValues
from queries.visit import Visit, reached
from wording.codes import CODES
from wording.naming import Naming
from wording.rulebook.versions import version_words

Choice = tuple[str, Text]
"""A value and what it is called."""


async def values_of(visit: Visit) -> PortfolioValues:
    """What stands in the columns of the cooperations that the person may read. Raises Failure."""
    async with reached():
        return await visit.service.read_models.portfolio_values(visit.organisation, visit.scope)


def region_choices(visit: Visit, values: PortfolioValues) -> Sequence[Choice]:
    """Regions by name."""
    return _in_order((one, region_name(visit, one)) for one in values.regions)


def programme_choices(visit: Visit, values: PortfolioValues) -> Sequence[Choice]:
    """Programmes, as the last of their rulebooks that files run under calls them."""
    named = {one.partition("@")[0]: programme_name(visit, one) for one in values.rulebooks}
    return _in_order(named.items())


def version_choices(visit: Visit, values: PortfolioValues) -> Sequence[Choice]:
    """The versions of programmes that cooperations run under."""
    return _in_order((one, version_words(programme_name(visit, one), one)) for one in values.rulebooks)


def phase_choices(visit: Visit, values: PortfolioValues, programme: str | None) -> Sequence[Choice]:
    """The four phases in their order: in the words of a programme where one is asked for, else in those of all."""
    rulebooks = [one for one in values.rulebooks if one.partition("@")[0] == programme]
    naming = Naming(visit.rulebook(rulebooks[-1]) if rulebooks else None)
    return [(one, Text(*naming.said("phase", one))) for one in CODES["phase"]]


def manager_choices(values: PortfolioValues, names: Mapping[str, str]) -> Sequence[Choice]:
    """Those in charge who have a name here."""
    return _in_order((one, Text(names[one], names[one])) for one in values.managers if one in names)


def call_choices(visit: Visit, values: PortfolioValues) -> Sequence[Choice]:
    """The calls that cooperations applied to."""
    return _in_order((call, _said(visit, values, "call", call)) for call in {one for one, _ in values.stages})


def stage_choices(visit: Visit, values: PortfolioValues, call: str | None) -> Sequence[Choice]:
    """How far they have come in a call; in any, if none is named."""
    stages = dict.fromkeys(stage for of, stage in values.stages if call in (None, of))
    return [(one, _said(visit, values, "stage", one)) for one in stages]


def region_name(visit: Visit, region: str) -> Text:
    """What a region is called."""
    return Text(*Naming(regions=visit.people.regions).said("region", region))


def programme_name(visit: Visit, rulebook: str) -> Text:
    """What the programme of a rulebook is called."""
    found = visit.rulebook(rulebook)
    programme = rulebook.partition("@")[0]
    return text_of(found.name) if found else Text(programme, programme)


def _said(visit: Visit, values: PortfolioValues, kind: str, key: str) -> Text:
    """A key of rulebooks by the name that one of them gives it."""
    for rulebook in reversed(values.rulebooks):
        named = Naming(visit.rulebook(rulebook)).said(kind, key)
        if named[0] != key.replace("_", " "):
            return Text(*named)
    return Text(*Naming().said(kind, key))


def _in_order(choices: Iterable[Choice]) -> Sequence[Choice]:
    return sorted(choices, key=lambda one: one[1].fr.casefold())
