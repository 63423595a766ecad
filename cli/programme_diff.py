"""``programme diff``: what differs between two rulebooks, in plain words."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from application.rulebook_reading import RulebookInvalid, read_rulebook
from bootstrap import published_rulebooks
from cli.drawing import headed
from cli.failures import ExitCode, Failure, invalid
from cli.language import locale, t
from cli.output import console, write_json
from cli.programme_check import rulebook_content
from cli.visit import visiting
from domain.rulebook import Rulebook
from domain.rulebook.difference import GROUPS, Change, differences
from domain.state import Organisation
from stack.texts import Text

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
    """The rulebook of a file, or of an id: those that ship need no store, unless an organisation is named."""
    if Path(name).exists() or not _ID.fullmatch(name):
        return _read(Path(name))
    if not organisation:
        try:
            return published_rulebooks().get(Organisation(), name)
        except KeyError:
            pass
    return asyncio.run(_published(name, organisation))


async def _published(name: str, organisation: str) -> Rulebook:
    async with visiting(organisation, "", anybody=True) as visit:
        try:
            return visit.service.rulebooks.get(visit.people, name)
        except KeyError:
            raise _unknown(name) from None


def _read(path: Path) -> Rulebook:
    try:
        return read_rulebook(rulebook_content(path))
    except RulebookInvalid as error:
        first = error.findings[0]
        where_fr, where_en = (
            f"{path}, ligne {first.line}, colonne {first.column}",
            f"{path}, line {first.line}, column {first.column}",
        )
        raise invalid(
            "rulebook-not-readable",
            Text(f"{where_fr} : {first.message.fr}", f"{where_en}: {first.message.en}"),
            Text(
                "`escale programme check` montre toutes les erreurs.",
                "`escale programme check` shows every mistake.",
            ),
        ) from None


def _unknown(name: str) -> Failure:
    return invalid(
        "unknown-rulebook",
        Text(f"aucun règlement {name} n’est publié", f"no rulebook {name} is published"),
        Text("`escale programme list` les montre.", "`escale programme list` shows them."),
    )
