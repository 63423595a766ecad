"""What names in a sheet stand for: files, people, regions, programmes, and the fixed values that rules know."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from domain.cooperations.commands.past import RecordPastFunding, RecordPastReview
from domain.cooperations.state import Cooperation
from domain.fundings.state import Funding
from domain.kernel.address import mailbox_of
from domain.kernel.folded import folded
from domain.kernel.ids import cooperation_stream, funding_stream
from domain.kernel.text import Bilingual
from domain.kernel.values import Language
from domain.rulebook import Rulebook, names_of
from projections.fundings import FundingFilter
from projections.portfolio_pages import PortfolioFilter
from queries.choosing.regions import regions_to_choose
from queries.lists import whole
from queries.visit import Visit, reached
from wording.codes import CODES
from wording.importing.columns import ACTS, EVERYWHERE, LANGUAGES
from wording.regions import region_words
from wording.roles import ROLES

Named = Mapping[str, str]
"""Values by what they are called, folded; in both languages."""
AMBIGUOUS = ""
"""Stands for a name that several have."""
EVERY_REGION = "*"


@dataclass(frozen=True)
class Lists:
    """Values by list and name, what to show of each list, and the files that rows speak of."""

    values: Mapping[str, Named]
    shown: Mapping[str, Sequence[Bilingual]]
    cooperations: Mapping[str, Cooperation]
    fundings: Mapping[str, Funding]
    rulebooks: Mapping[str, Rulebook]
    """In force, by programme."""
    addresses: Mapping[str, str]
    """People by the mailbox of an address in the sheet."""
    rulebook: Callable[[str | None], Rulebook | None]
    """By its id."""

    def find(self, name: str, text: str) -> str | None:
        """The value of a name in a list; AMBIGUOUS where several have it, None where none has."""
        return self.values.get(name, {}).get(folded(text))

    def stakeholder(self, cooperation: str, text: str) -> str | None:
        """A stakeholder of a cooperation by its name, or its short name."""
        file = self.cooperations.get(cooperation)
        known = {folded(one.name): key for key, one in file.stakeholders.items()} if file else {}
        known |= {folded(key): key for key in file.stakeholders} if file else {}
        return known.get(folded(text))

    def key_of(self, rulebook: Rulebook | None, kind: str, text: str) -> str | None:
        """A key of a rulebook, of a kind, by what it is called there."""
        named = names_of(rulebook, kind) if rulebook else {}
        asked = folded(text)
        return next(
            (key for key, one in named.items() if asked in {folded(key), folded(one.fr), folded(one.en)}),
            None,
        )

    def person(self, text: str) -> str | None:
        """Somebody by their address, or by their name."""
        if mailbox := mailbox_of(text):
            return self.addresses.get(mailbox)
        return self.find("person", text)


async def lists_of(visit: Visit, addresses: Iterable[str], names: Iterable[str]) -> Lists:
    """What names stand for, to this person now. ``names``: of cooperations in the sheet. Raises Failure.

    Files that they do not read in full are not there.
    """
    async with reached():
        models = visit.service.read_models
        lines = await whole(visit, models.portfolio, PortfolioFilter())
        of_money = await whole(visit, models.fundings, FundingFilter())
        people = await visit.names()
    named = _named((line.file, (line.name, line.name)) for line in lines if line.whole)
    named |= {folded(line.file): line.file for line in lines if line.whole}
    wanted = {key for one in names if (key := named.get(folded(one)))}
    async with reached():
        states = await visit.states([cooperation_stream(one) for one in sorted(wanted)])
        fundings = await visit.states(
            [funding_stream(one.funding) for one in of_money if one.cooperation in wanted]
        )
        known = await visit.service.addresses.first_holders(visit.organisation, visit.people, addresses)
    shown, values = _lists_of_organisation(visit)
    values |= {"cooperation": named, "person": _named((one, (said, said)) for one, said in people.items())}
    rulebooks = visit.service.rulebooks
    current = (rulebooks.current(visit.people, one.programme) for one in rulebooks.versions(visit.people))
    return Lists(
        values=values,
        shown=shown,
        cooperations={one.id: one for one in states.values() if isinstance(one, Cooperation)},
        fundings={one.id: one for one in fundings.values() if isinstance(one, Funding)},
        rulebooks={one.programme: one for one in current if one},
        addresses=known,
        rulebook=visit.rulebook,
    )


def shown_lists(visit: Visit) -> Mapping[str, Sequence[Bilingual]]:
    """What a template offers to choose from."""
    return _lists_of_organisation(visit)[0]


def _lists_of_organisation(visit: Visit) -> tuple[dict[str, Sequence[Bilingual]], dict[str, Named]]:
    rulebooks = list(visit.service.rulebooks.versions(visit.people))
    regions = {
        one: region_words(one, visit.people.regions) for one in regions_to_choose(visit.people, rulebooks)
    }
    listed: dict[str, Mapping[str, Bilingual]] = {
        "region": regions,
        "region-or-all": {EVERY_REGION: EVERYWHERE, **regions},
        "programme": {one.programme: (one.name.fr, one.name.en) for one in rulebooks},
        "call": {
            call.call: (call.name.fr, call.name.en)
            for one in rulebooks
            if one.calls
            for call in one.calls.calls
        },
        "role": {role.value: said for role, said in ROLES.items()},
        "language": {Language.FRENCH.value: LANGUAGES[0], Language.ENGLISH.value: LANGUAGES[1]},
        "act": ACTS,
        "verdict": _some("review", get_args(RecordPastReview.model_fields["outcome"].annotation)),
        "past-decision": _some("funding", get_args(RecordPastFunding.model_fields["outcome"].annotation)),
        **{name: CODES[name] for name in _FIXED},
    }
    return (
        {name: list(one.values()) for name, one in listed.items()},
        {name: {folded(key): key for key in one} | _named(one.items()) for name, one in listed.items()},
    )


_FIXED = ("contact", "sector", "contribution", "cooperation-type", "economic-model", "origin")


def _some(of: str, codes: Iterable[str]) -> Mapping[str, Bilingual]:
    return {one: CODES[of][one] for one in codes}


def _named(values: Iterable[tuple[str, Bilingual]]) -> dict[str, str]:
    """By name; what several are called stands for none of them."""
    found: dict[str, str] = {}
    for key, said in values:
        for name in {folded(one) for one in said}:
            found[name] = key if found.get(name, key) == key else AMBIGUOUS
    return found
