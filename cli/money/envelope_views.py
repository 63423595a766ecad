"""Envelopes as people and programs read them: a list, and one in full."""

from collections.abc import Mapping
from typing import Any

from cli.terminal.drawing import headed, note_simulation, write_facts, write_table
from cli.terminal.output import console, write_json
from cli.terminal.session import visiting
from language import say, t
from projections.envelopes import EnvelopeFilter, EnvelopeLine
from queries import in_json
from queries.as_of import Then
from queries.envelopes import EnvelopeInFull, envelope_in_full, list_envelopes, list_envelopes_then
from wording import headings
from wording.amounts import euros
from wording.details import called
from wording.events import EVENTS
from wording.local_hours import when


async def many(then: Then, person: str, organisation: str, *, as_json: bool) -> None:
    """All envelopes, by programme and instrument, the latest year first."""
    where = EnvelopeFilter()
    async with visiting(organisation, person) as visit:
        found = await (list_envelopes_then(visit, where, then) if then else list_envelopes(visit, where))
    if as_json:
        write_json(in_json.rows(visit, found, then))
        return
    note_simulation(visit, found.behind)
    heads = (
        t("enveloppe", "envelope"),
        say(headings.ALLOTTED),
        say(headings.SET_ASIDE),
        say(headings.PAID),
        t("disponible", "free"),
        t("nb", "no."),
        t("dans l’année", "in the year"),
    )
    write_table(heads, [_row(one) for one in found.rows], amounts={1, 2, 3, 4, 6})


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


def _title(envelope: EnvelopeInFull) -> str:
    line = envelope.line
    track = t(" (circuit accéléré)", " (fast track)") if line.fast_track else ""
    return f"{say(envelope.instrument)}{track} — {_year(line.year)}"


def _year(year: str) -> str:
    return t("en tout", "in all") if year == "total" else year


def _fundings(line: EnvelopeLine) -> str:
    return f"{line.fundings}/{line.fundings_per_year}" if line.fundings_per_year else str(line.fundings)


def _paid(line: EnvelopeLine) -> str:
    paid = euros(line.paid_cents)
    return paid if line.payments_cents is None else f"{paid} / {euros(line.payments_cents)}"


async def one(name: str, then: Then, person: str, organisation: str, *, as_json: bool) -> None:
    """An envelope in full."""
    async with visiting(organisation, person) as visit:
        envelope = await envelope_in_full(visit, name, then)
    if as_json:
        write_json(in_json.whole(visit, envelope.as_json(), then))
        return
    note_simulation(visit)
    _draw(envelope)


def _draw(envelope: EnvelopeInFull) -> None:
    line = envelope.line
    console().print(headed(_title(envelope)))
    write_facts(
        [
            (t("enveloppe", "envelope"), line.envelope),
            (say(headings.ALLOTTED), euros(line.allotted_cents)),
            (say(headings.SET_ASIDE), euros(line.reserved_cents)),
            (say(headings.PAID), euros(line.consumed_cents)),
            (t("disponible", "free"), euros(line.balance_cents)),
            (t("aides accordées", "fundings granted"), _fundings(line)),
            (t("payé dans l’année", "paid in the year"), _paid(line)),
        ]
    )
    console().print(headed(say(headings.WHAT_FUNDINGS_HAVE)))
    heads = (t("financement", "funding"), say(headings.SET_ASIDE), say(headings.PAID))
    others = t("d’autres régions", "of other regions")
    shares = [
        (one.funding or others, euros(one.reserved_cents), euros(one.consumed_cents))
        for one in envelope.shares
    ]
    write_table(heads, shares, amounts={1, 2})
    console().print(headed(t("Mouvements", "Movements")))
    rows = [
        (
            when(one.at),
            say(EVENTS[one.event.type]),
            _moved(one.as_json()),
            called(one.actor, envelope.names),
        )
        for one in envelope.movements
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
