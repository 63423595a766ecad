"""What may be chosen that no file tells: regions, envelopes, parties of the same form, readable files."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from itertools import product
from zoneinfo import ZoneInfo

from domain.envelopes.bounds import TOTAL, envelope_id
from domain.kernel.ids import funding_stream, id_of, review_stream
from language import Text, text_of
from projections.envelopes import EnvelopeFilter
from projections.portfolio_pages import PortfolioFilter
from projections.searching import looked_for
from queries.choosing.regions import regions_to_choose
from queries.envelopes import list_envelopes
from queries.forms import form
from queries.forms.about import About
from queries.forms.choice import Choice, named
from queries.forms.derived import slug_of
from queries.forms.names import SOUGHT, numbers_of, row
from queries.lists import Part
from queries.municipalities import INSEE_CODE, municipalities, municipality
from queries.payments import payable
from queries.portfolio import list_portfolio
from queries.readable import readable
from queries.visit import reached
from wording.form_choices import ALL_REGIONS, ZONES, payment_line_words
from wording.regions import region_words

Choosing = Callable[[About], Awaitable[Sequence[Choice]]]

EVERYWHERE = "*"
"""Stands for all regions: chosen, never what an empty field means."""


async def _regions(about: About) -> Sequence[Choice]:
    """The regions that there are, by name."""
    people = about.visit.people
    known = regions_to_choose(people, about.visit.service.rulebooks.versions(people))
    return [Choice(one, Text(*region_words(one, people.regions))) for one in known]


async def _regions_of_roles(about: About) -> Sequence[Choice]:
    return [*await _regions(about), Choice(EVERYWHERE, ALL_REGIONS)]


async def _zones(_about: About) -> Sequence[Choice]:
    return [Choice(key, words) for key, words in ZONES.items() if ZoneInfo(key)]


async def _parties_here(about: About) -> Sequence[Choice]:
    """The parties that the same form names."""
    rows = [row("parties", one) for one in numbers_of(about.texts, "parties")]
    written = [(about.one(f"{one}.party"), about.one(f"{one}.name")) for one in rows]
    return [named(key or slug_of(name), name) for key, name in written if name]


async def _new_envelopes(about: About) -> Sequence[Choice]:
    """Those that the instruments may have, from last year to the year after next, and as a whole."""
    shelf, people, now = about.visit.service.rulebooks, about.visit.people, about.visit.now
    years = [str(now.year + later) for later in (0, 1, 2, -1)]
    current = [one for programme in shelf.programmes(people) if (one := shelf.current(people, programme))]
    return [
        Choice(
            envelope_id(book.programme, one.instrument, year),
            Text(f"{one.name.fr}, {year}", f"{one.name.en}, {year}"),
            text_of(book.name),
        )
        for book in current
        for one, year in product(book.instruments, (*years, TOTAL))
        if one.kind != "label"
    ]


async def _receiving(about: About) -> Sequence[Choice]:
    """The same instrument in other years."""
    given = about.one("envelope")
    stem = given.rpartition("/")[0]
    found = await _new_envelopes(about)
    return [one for one in found if one.value.startswith(f"{stem}/") and one.value != given]


def _cooperations(field: str) -> Choosing:
    """Open cooperations, by the words looked for, with the one that is chosen already."""

    async def choices(about: About) -> Sequence[Choice]:
        words, either = looked_for(about.one(f"{SOUGHT}{field}"), about.names)
        where = PortfolioFilter(open=True, words=words, words_or_people=either)
        found = await list_portfolio(about.visit, where, Part(limit=form.MOST_LISTED))
        listed = {one.file: f"{one.name}, {one.territory}" for one in found.rows}
        chosen = about.one(field)
        if chosen and chosen not in listed:
            async with reached():
                file = await about.visit.cooperation(chosen)
            listed |= {chosen: file.name} if file and about.visit.may_read(file) else {}
        return [named(key, name) for key, name in listed.items()]

    return choices


async def _municipalities(about: About) -> Sequence[Choice]:
    """Those that are chosen, then those found by the words looked for. A code out of use is told as it is."""
    field = "territory.insee_codes"
    typed = about.one(f"{SOUGHT}{field}").strip().upper()
    chosen = [one.strip() for one in about.texts.get(field, ()) if one.strip()]
    found = municipalities(typed, form.MOST_LISTED)
    named_so = {one.code: f"{one.name} ({one.department})" for one in found}
    for code in [*chosen, *([typed] if INSEE_CODE.fullmatch(typed) else [])]:
        one = municipality(code)
        named_so.setdefault(code, f"{one.name} ({one.department})" if one else code)
    first = sorted(named_so.items(), key=lambda one: one[0] not in chosen)
    return [named(code, name) for code, name in first]


async def _reviews(about: About) -> Sequence[Choice]:
    return await _files(about, review_stream(""))


async def _fundings(about: About) -> Sequence[Choice]:
    return await _files(about, funding_stream(""))


async def _files(about: About, prefix: str) -> Sequence[Choice]:
    visit = about.visit
    async with reached():
        streams = (await visit.service.ledger.streams(visit.organisation, prefix))[: form.MOST_LISTED]
        theirs = await readable(visit, streams)
    return [named(id_of(one), id_of(one)) for one in streams if one in theirs]


async def _envelopes(about: About) -> Sequence[Choice]:
    found = await list_envelopes(about.visit, EnvelopeFilter())
    return [Choice(one.envelope, about.called("envelope", one.envelope)) for one in found.rows]


async def _payable(about: About) -> Sequence[Choice]:
    return [
        Choice(f"{one.funding}/{one.payment}", payment_line_words(one.beneficiary, one.payment, one.cents))
        for one in await payable(about.visit)
    ]


OF_COMMANDS: Mapping[str, Choosing] = {
    "GrantRole.region": _regions_of_roles,
    "OpenCooperation.region": _regions,
    "FoundOrganisation.zone": _zones,
    "PrepareAgreement.contributions.party": _parties_here,
    "OpenEnvelope.envelope": _new_envelopes,
    "CarryOver.to": _receiving,
    "OpenCooperation.territory.insee_codes": _municipalities,
    "EditSheet.territory.insee_codes": _municipalities,
    "AwaitFile.awaited": _cooperations("awaited"),
    "IssuePaymentFile.payments": _payable,
}
"""By command and path of the field."""

SEARCHED = frozenset({"awaited", "cooperation", "territory.insee_codes"})
"""Fields of whose choices there may be more than are listed."""
ONLY_SEARCHED = frozenset({"territory.insee_codes"})
"""Of these, those that list nothing before something is looked for."""

OF_SUBJECTS: Mapping[str, Choosing] = {
    "cooperation": _cooperations("cooperation"),
    "review": _reviews,
    "funding": _fundings,
    "envelope": _envelopes,
}
"""What a command is about, where its form is not opened on the page of that."""
