"""What runs, where, and what is behind; as much of it as can be told with parts away."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC
from typing import Any, NoReturn

from application.ports import WorksFor
from bootstrap import Service
from cli.terminal.drawing import headed
from cli.terminal.ending import ended
from cli.terminal.exit_codes import ExitCode
from cli.terminal.output import console, write_json
from cli.terminal.session import opened
from cli.upkeep.status_setback import draw_setback
from cli.upkeep.status_stack import draw_stack, draw_temporal, seen_stack, seen_temporal
from language import say, t
from leaving import leave
from queries.refused import Failure
from queries.status import OrganisationStatus, list_status
from wording import headings
from wording.values import word


def status(*, as_json: bool) -> NoReturn:
    """Tell of the stack and of every ledger, and leave at once; exit code 3 when the database is out of reach.

    Raises SettingsContradict.
    """
    leave(ended(asyncio.run(_status(as_json=as_json))))


async def _status(*, as_json: bool) -> ExitCode:
    stack, temporal = seen_stack(), await seen_temporal()
    organisations: Sequence[OrganisationStatus] | None
    try:
        async with opened() as service:
            organisations = await list_status(service)
            if temporal["reachable"]:
                organisations = await _as_temporal_tells(service, organisations)
    except Failure:
        organisations = None
    if as_json:
        write_json(_as_json(stack, temporal, organisations))
    else:
        _draw(stack, temporal, organisations)
    return ExitCode.UNKNOWN if organisations is None else ExitCode.RECORDED


async def _as_temporal_tells(
    service: Service, organisations: Sequence[OrganisationStatus]
) -> Sequence[OrganisationStatus]:
    from cli.upkeep.status_lives import told_by_temporal  # noqa: PLC0415 - loads Temporal, which is slow

    told = await told_by_temporal(service, [one.organisation for one in organisations])
    if told is None:
        return organisations
    return [replace(one, by_temporal=told[one.organisation]) for one in organisations]


def _as_json(
    stack: dict[str, Any] | None,
    temporal: dict[str, Any],
    organisations: Sequence[OrganisationStatus] | None,
) -> dict[str, Any]:
    told: dict[str, Any] = {"stack": stack, "temporal": temporal}
    if organisations is None:
        return told | {"database": "away", "organisations": None}
    return told | {"organisations": [one.as_json() for one in organisations], "database": "reachable"}


def _draw(
    stack: dict[str, Any] | None,
    temporal: dict[str, Any],
    organisations: Sequence[OrganisationStatus] | None,
) -> None:
    out = console()
    draw_stack(out, stack)
    draw_temporal(out, temporal)
    answers = say(headings.DOES_NOT_ANSWER if organisations is None else headings.ANSWERS)
    out.print(t(f"Base de données : {answers}", f"Database: {answers}"))
    for one in organisations or ():
        draw_organisation(one)


def draw_organisation(one: OrganisationStatus) -> None:
    """An organisation's ledger, what follows it and what is behind, for people."""
    out = console()
    kind = word(one.kind, "ledger")
    if one.clock:
        kind += t(", horloge ", ", clock ") + f"{one.clock.now.astimezone(UTC):%Y-%m-%d %H:%M} (UTC)"
    out.print(headed(f"{one.organisation} ({kind})"))
    draw_setback(out, one)
    behind = one.follower.behind
    out.print(t(f"registre {one.head}, suiveur −{behind}", f"ledger {one.head}, follower −{behind}"))
    beat = one.worker_last_beat
    last = f"{beat:%Y-%m-%d %H:%M:%S}" if beat else t("jamais", "never")
    out.print(t(f"dernier signe de l’ouvrier : {last} (UTC)", f"worker’s last sign: {last} (UTC)"))
    if one.by_temporal:
        out.print(_who_follows(one.by_temporal.works_for), markup=False)
    for model in one.read_models:
        if model.stopped_at:
            at = model.stopped_at
            out.print(t(f"vue {model.model} arrêtée en {at}", f"read model {model.model} stopped at {at}"))
        elif model.behind:
            out.print(t(f"vue {model.model} −{model.behind}", f"read model {model.model} −{model.behind}"))
    if owed := one.owed_wakes:
        names = ", ".join(owed)
        out.print(t(f"réveils dus : {names}", f"wakes owed: {names}"), markup=False)
    if one.by_temporal and (ended := one.by_temporal.ended):
        names = ", ".join(ended)
        out.print(
            t(
                f"⚠ vies closes à la main ou en échec : {names} ; `escale recover` les reprend",
                f"⚠ lives ended by hand or failed: {names}; `escale recover` begins them anew",
            ),
            markup=False,
        )
    counts = ", ".join(f"{word(state, 'delivery')} {number}" for state, number in one.mail.items()) or "–"
    out.print(t(f"courrier : {counts}", f"mail: {counts}"))


def _who_follows(works_for: WorksFor | None) -> str:
    if works_for is None:
        return t("aucun ouvrier ne le suit en ce moment", "no worker follows it at present")
    since = f"{works_for.since.astimezone(UTC):%Y-%m-%d %H:%M:%S} (UTC)"
    return t(
        f"suivi par l’ouvrier {works_for.worker} depuis {since}",
        f"followed by worker {works_for.worker} since {since}",
    )
