"""What runs, where, and what is behind; as much of it as can be told with parts away."""

import asyncio
from datetime import datetime
from typing import Any, NoReturn

from application.lives.follower import NAME as FOLLOWER
from application.lives.sweep import LEDGER_BEHIND
from bootstrap import Service, temporal_address
from cli.terminal.drawing import headed
from cli.terminal.ending import ended
from cli.terminal.exit_codes import ExitCode
from cli.terminal.output import console, write_json
from cli.terminal.session import opened
from cli.terminal.settings import settings
from cli.upkeep.status_setback import draw_setback
from cli.upkeep.status_stack import draw_stack, seen_stack
from config import SettingsContradict
from domain.kernel.ledger import LedgerUnavailable
from domain.kernel.moments import write_instant
from language import say, t
from leaving import leave
from queries.refused import Failure
from queries.visit import reached
from stack.temporal import given_address
from wording import headings
from wording.values import word

CONNECT_SECONDS = 1.0
"""How long Temporal may take to accept a connection."""


def status(*, as_json: bool) -> NoReturn:
    """Tell of the stack and of every ledger, and leave at once; exit code 3 when the database is out of reach.

    Raises SettingsContradict.
    """
    leave(ended(asyncio.run(_status(as_json=as_json))))


async def _status(*, as_json: bool) -> ExitCode:
    found: dict[str, Any] = {"stack": seen_stack(), "temporal": await _temporal()}
    try:
        async with opened() as service:
            async with reached():
                organisations = await service.ledger.organisations()
                found["organisations"] = [await _organisation(service, one) for one in organisations]
                found["database"] = "reachable"
            if found["temporal"]["reachable"]:
                await _add_ended_lives(service, found["organisations"])
    except Failure:
        found |= {"database": "away", "organisations": None}
    if as_json:
        write_json(found)
    else:
        _draw(found)
    return ExitCode.RECORDED if found["database"] == "reachable" else ExitCode.UNKNOWN


async def _add_ended_lives(service: Service, organisations: list[dict[str, Any]]) -> None:
    from cli.upkeep.status_lives import lives_ended  # noqa: PLC0415 - loads Temporal, which is slow

    ended = await lives_ended(service, [one["organisation"] for one in organisations])
    for one in organisations:
        one["ended_workflows"] = ended[one["organisation"]] if ended is not None else None


async def _temporal() -> dict[str, Any]:
    try:
        address = temporal_address(settings(), given_address())
    except (LedgerUnavailable, SettingsContradict):
        address = ""
    return {"address": address or None, "reachable": await _answers(address) if address else False}


async def _answers(address: str) -> bool:
    host, _, port = address.rpartition(":")
    try:
        async with asyncio.timeout(CONNECT_SECONDS):
            _, writer = await asyncio.open_connection(host, int(port))
    except (OSError, ValueError):
        return False
    writer.close()
    return True


async def _organisation(service: Service, organisation: str) -> dict[str, Any]:
    head = await service.ledger.head(organisation)
    follower = await service.follower_store.checkpoint(organisation, FOLLOWER)
    beat = await service.follower_store.beat(organisation, FOLLOWER)
    models = await service.read_models.progress(organisation)
    setbacks = await service.setbacks.standing(organisation)
    reasons = await service.follower_store.reasons(organisation)
    clock = await service.clock_store.read(organisation)
    return {
        "organisation": organisation,
        "kind": head.kind.value,
        "simulation": write_instant(clock.now) if clock else None,
        "clock_target": write_instant(clock.target) if clock else None,
        "head": head.position,
        "went_back": [
            {"noticed_at": one.noticed_at, "known": one.known_position, "found": one.found_position}
            for one in setbacks
        ],
        "ledger_behind": [file for file, reason in reasons.items() if reason == LEDGER_BEHIND],
        "follower": {"position": follower, "behind": head.position - follower},
        "worker_last_beat": beat,
        "read_models": [
            {
                "model": one.model,
                "position": one.position,
                "behind": one.behind,
                "stopped_at": one.stopped_at,
                "ahead": not one.borne_out,
            }
            for one in models
        ],
        "owed_wakes": dict(await service.follower_store.owed(organisation)),
        "ended_workflows": None,
        "mail": dict(await service.outbox.counts(organisation)),
    }


def _draw(found: dict[str, Any]) -> None:
    out = console()
    draw_stack(out, found["stack"])
    temporal = found["temporal"]
    answers = say(headings.ANSWERS) if temporal["reachable"] else say(headings.DOES_NOT_ANSWER)
    out.print(f"Temporal : {temporal['address'] or '–'} {answers}", markup=False)
    reachable = found["database"] == "reachable"
    answers = say(headings.ANSWERS) if reachable else say(headings.DOES_NOT_ANSWER)
    out.print(t(f"Base de données : {answers}", f"Database: {answers}"))
    for one in found["organisations"] or ():
        draw_organisation(one)


def draw_organisation(one: dict[str, Any]) -> None:
    """An organisation's ledger, what follows it and what is behind, for people."""
    out = console()
    kind = word(one["kind"], "ledger")
    if one["simulation"]:
        shown = datetime.fromisoformat(one["simulation"])
        kind += t(", horloge ", ", clock ") + f"{shown:%Y-%m-%d %H:%M} (UTC)"
    out.print(headed(f"{one['organisation']} ({kind})"))
    draw_setback(out, one)
    behind = one["follower"]["behind"]
    out.print(t(f"registre {one['head']}, suiveur −{behind}", f"ledger {one['head']}, follower −{behind}"))
    beat = one["worker_last_beat"]
    last = f"{beat:%Y-%m-%d %H:%M:%S}" if beat else t("jamais", "never")
    out.print(t(f"dernier signe de l’ouvrier : {last} (UTC)", f"worker’s last sign: {last} (UTC)"))
    for model in one["read_models"]:
        if model["stopped_at"]:
            at = model["stopped_at"]
            out.print(
                t(f"vue {model['model']} arrêtée en {at}", f"read model {model['model']} stopped at {at}")
            )
        elif model["behind"]:
            out.print(
                t(
                    f"vue {model['model']} −{model['behind']}",
                    f"read model {model['model']} −{model['behind']}",
                )
            )
    if owed := one["owed_wakes"]:
        names = ", ".join(owed)
        out.print(t(f"réveils dus : {names}", f"wakes owed: {names}"), markup=False)
    if ended := one["ended_workflows"]:
        names = ", ".join(ended)
        out.print(
            t(
                f"⚠ vies closes à la main ou en échec : {names} ; `escale recover` les reprend",
                f"⚠ lives ended by hand or failed: {names}; `escale recover` begins them anew",
            ),
            markup=False,
        )
    counts = ", ".join(f"{word(state, 'delivery')} {number}" for state, number in one["mail"].items()) or "–"
    out.print(t(f"courrier : {counts}", f"mail: {counts}"))
