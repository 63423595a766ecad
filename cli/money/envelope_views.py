"""Envelopes as people and programs read them: a list, and one in full. Fundings of other regions are a sum."""

from collections.abc import Iterator, Mapping
from datetime import MAXYEAR
from typing import Any

from cli.terminal.drawing import headed, note_simulation, write_facts, write_table
from cli.terminal.output import console, write_json
from cli.terminal.session import visiting
from domain.envelopes.events import CarriedOver, CarryOverReceived, EnvelopeOpened, EnvelopeToppedUp
from domain.envelopes.shares import Share, shares
from domain.envelopes.state import Envelope
from domain.kernel.ids import envelope_stream, funding_stream
from domain.rulebook import names_in
from language import Text, say, t
from projections.envelopes import EnvelopeFilter, EnvelopeLine, envelope_line
from queries.as_of import Then
from queries.lists import caught_up, whole, write_rows
from queries.readable import readable
from queries.refused import Failure, FailureKind
from queries.visit import Visit, reached, simulated
from wording.amounts import euros
from wording.details import called
from wording.events import EVENTS
from wording.local_hours import when

_MOVEMENTS = (EnvelopeOpened, EnvelopeToppedUp, CarriedOver, CarryOverReceived)
"""What changes how much there is; what fundings take is told by funding."""


async def many(then: Then, person: str, organisation: str, *, as_json: bool) -> None:
    """All envelopes, by programme and instrument, the latest year first."""
    async with visiting(organisation, person) as visit:
        visit.needs_a_role()
        async with reached():
            behind = await caught_up(visit)
        lines = await _then(visit, then) if then else await _now(visit)
    if as_json:
        write_rows(visit, behind, lines, then.as_json())
        return
    note_simulation(visit, behind)
    heads = (
        t("enveloppe", "envelope"),
        t("doté", "allotted"),
        t("réservé", "set aside"),
        t("payé", "paid"),
        t("disponible", "free"),
        t("nb", "no."),
        t("dans l’année", "in the year"),
    )
    write_table(heads, [_row(one) for one in lines], amounts={1, 2, 3, 4, 6})


async def _now(visit: Visit) -> list[EnvelopeLine]:
    async with reached():
        return await whole(visit, visit.service.read_models.envelopes, EnvelopeFilter())


async def _then(visit: Visit, then: Then) -> list[EnvelopeLine]:
    past = [one async for one in then.states(visit, "envelope")]
    return sorted((envelope_line(one) for one in past if isinstance(one, Envelope)), key=_in_order)


def _in_order(line: EnvelopeLine) -> tuple[str, str, bool, int]:
    """By programme and instrument, the latest year first."""
    year = -int(line.year) if line.year.isdigit() else -MAXYEAR
    return line.programme, line.instrument, line.fast_track, year


def _row(line: EnvelopeLine) -> tuple[str, ...]:
    return (
        line.envelope,
        euros(line.allotted_cents),
        euros(line.reserved_cents),
        euros(line.consumed_cents),
        euros(line.balance_cents),
        _fundings(line),
        _paid(line),
    )


def _instrument(visit: Visit, line: EnvelopeLine) -> str:
    rulebook = visit.rulebook(line.rulebook)
    known = names_in(rulebook).get(line.instrument) if rulebook else None
    name = say(known) if known else line.instrument
    return name + (t(" (circuit accéléré)", " (fast track)") if line.fast_track else "")


def _year(year: str) -> str:
    return t("en tout", "in all") if year == "total" else year


def _fundings(line: EnvelopeLine) -> str:
    return f"{line.fundings}/{line.fundings_per_year}" if line.fundings_per_year else str(line.fundings)


def _paid(line: EnvelopeLine) -> str:
    paid = euros(line.paid_cents)
    return paid if line.payments_cents is None else f"{paid} / {euros(line.payments_cents)}"


async def one(name: str, then: Then, person: str, organisation: str, *, as_json: bool) -> None:
    """An envelope in full, folded from the ledger itself."""
    stream = envelope_stream(name.removeprefix(envelope_stream("")))
    async with visiting(organisation, person) as visit, reached():
        visit.needs_a_role()
        envelope = (await visit.service.files.fresh(visit.organisation, [stream]))[stream]
        if not isinstance(envelope, Envelope):
            raise _unknown(name)
        past, history = await then.stream(visit, stream)
        envelope = past if isinstance(past, Envelope) else envelope
        parts = shares(history)
        theirs = await readable(visit, (funding_stream(one) for one in parts))
        names = await visit.names()
    line = envelope_line(envelope)
    content = line.model_dump(mode="json") | {
        "shares": list(_shares(parts, theirs)),
        "movements": [
            {"at": one.effective_at, "actor": one.actor, "type": one.event.type}
            | one.event.model_dump(mode="json", exclude={"type", "note", "reason", "rulebook"})
            for one in history
            if isinstance(one.event, _MOVEMENTS)
        ],
    }
    if as_json:
        write_json(simulated(visit) | then.as_json() | content)
        return
    note_simulation(visit)
    _draw(visit, line, content, names)


def _shares(parts: Mapping[str, Share], theirs: frozenset[str]) -> Iterator[dict[str, Any]]:
    """What each funding has of it; those that the person may not read are one sum, without a name."""
    reserved = consumed = others = 0
    for funding, share in parts.items():
        if funding_stream(funding) in theirs:
            yield {"funding": funding, "reserved_cents": share.reserved, "consumed_cents": share.consumed}
        else:
            others, reserved, consumed = others + 1, reserved + share.reserved, consumed + share.consumed
    if others:
        yield {"funding": None, "reserved_cents": reserved, "consumed_cents": consumed}


def _draw(visit: Visit, line: EnvelopeLine, content: Mapping[str, Any], names: Mapping[str, str]) -> None:
    console().print(headed(f"{_instrument(visit, line)} — {_year(line.year)}"))
    write_facts(
        [
            (t("enveloppe", "envelope"), line.envelope),
            (t("doté", "allotted"), euros(line.allotted_cents)),
            (t("réservé", "set aside"), euros(line.reserved_cents)),
            (t("payé", "paid"), euros(line.consumed_cents)),
            (t("disponible", "free"), euros(line.balance_cents)),
            (t("aides accordées", "fundings granted"), _fundings(line)),
            (t("payé dans l’année", "paid in the year"), _paid(line)),
        ]
    )
    console().print(headed(t("Ce qu’en ont les financements", "What fundings have of it")))
    heads = (t("financement", "funding"), t("réservé", "set aside"), t("payé", "paid"))
    others = t("d’autres régions", "of other regions")
    shares = [
        (one["funding"] or others, euros(one["reserved_cents"]), euros(one["consumed_cents"]))
        for one in content["shares"]
    ]
    write_table(heads, shares, amounts={1, 2})
    console().print(headed(t("Mouvements", "Movements")))
    rows = [
        (
            when(one["at"]),
            say(EVENTS[one["type"]]),
            _moved(one),
            called(one["actor"], names),
        )
        for one in content["movements"]
    ]
    write_table((t("le", "on"), t("quoi", "what"), t("combien", "how much"), t("qui", "who")), rows)


def _moved(movement: Mapping[str, Any]) -> str:
    """How much of what came, or went where."""
    said = []
    if cents := movement.get("commitments_cents"):
        said.append(t("à engager ", "to commit ") + euros(cents))
    if cents := movement.get("payments_cents"):
        said.append(t("à payer ", "to pay ") + euros(cents))
    if cents := movement.get("cents"):
        said.append(euros(cents))
    if to := movement.get("to"):
        said.append(f"→ {to}")
    if source := movement.get("source"):
        said.append(f"← {source}")
    return ", ".join(said) or "–"


def _unknown(name: str) -> Failure:
    return Failure(
        FailureKind.REFUSED,
        "unknown-envelope",
        Text(f"Aucune enveloppe {name!r}.", f"No envelope {name!r}."),
        Text("`escale envelopes` montre celles qu’il y a.", "`escale envelopes` shows those that there are."),
    )
