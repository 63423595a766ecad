"""``programme diff``: what differs between two rulebooks, in plain words."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from cli.drawing import headed
from cli.failures import ExitCode, Failure
from cli.language import locale, t
from cli.output import console, write_json
from cli.rulebook_named import rulebook_named, shipped_or_file
from cli.visit import visiting
from domain.rulebook import Rulebook
from domain.rulebook.difference import GROUPS, Change, differences

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*@[1-9][0-9]{0,5}")


def diff(old: str, new: str, organisation: str, *, as_json: bool) -> ExitCode:
    """Compare two rulebooks, each a file or an id such as ``tec@1``. Raises Failure."""
    before, after = (named(one, organisation) for one in (old, new))
    changes = differences(before, after)
    if as_json:
        write_json({"old": identity(before), "new": identity(after), "changes": changes_json(changes)})
    else:
        draw_changes(changes)
    return ExitCode.RECORDED


def draw_changes(changes: Sequence[Change]) -> None:
    """The changes for people, group by group."""
    out = console()
    if not changes:
        out.print(t("Rien ne change.", "Nothing changes."))
    for group, names in GROUPS.items():
        if within := [one for one in changes if one.group == group]:
            out.print(headed(t(*names)))
            for one in within:
                out.print(f"• {getattr(one, locale())}", markup=False)


def changes_json(changes: Sequence[Change]) -> list[dict[str, Any]]:
    """The changes for programs."""
    return [asdict(one) for one in changes]


def identity(rulebook: Rulebook) -> dict[str, str]:
    """Which rulebook it is, beyond doubt."""
    return {"rulebook": rulebook.id, "digest": rulebook.digest}


def named(name: str, organisation: str) -> Rulebook:
    """A rulebook by its file or id. Those that ship need no store, unless an organisation is named."""
    if organisation:
        return asyncio.run(_published(name, organisation))
    try:
        return shipped_or_file(name)
    except Failure as unknown:
        if unknown.code != "unknown-rulebook":
            raise
        try:
            return asyncio.run(_published(name, organisation))
        except Failure as other:
            raise unknown if other.exit_code is ExitCode.UNKNOWN else other from None


async def _published(name: str, organisation: str) -> Rulebook:
    async with visiting(organisation, "", anybody=True) as visit:
        return rulebook_named(name, visit.service.rulebooks, visit.people)
