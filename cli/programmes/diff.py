"""``programme diff``: what differs between two rulebooks, in plain words."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from cli.programmes.named import rulebook_known
from cli.terminal.drawing import headed
from cli.terminal.exit_codes import ExitCode
from cli.terminal.output import console, write_json
from domain.rulebook import Rulebook
from language import say, t
from wording.rulebook.difference import GROUPS, Change, differences


def diff(old: str, new: str, organisation: str, *, as_json: bool) -> ExitCode:
    """Compare two rulebooks, each a file or an id such as ``tec@1``. Raises Failure."""
    before, after = (rulebook_known(one, organisation) for one in (old, new))
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
            out.print(headed(say(names)))
            for one in within:
                out.print(f"• {say(one)}", markup=False)


def changes_json(changes: Sequence[Change]) -> list[dict[str, Any]]:
    """The changes for programs."""
    return [asdict(one) for one in changes]


def identity(rulebook: Rulebook) -> dict[str, str]:
    """Which rulebook it is, beyond doubt."""
    return {"rulebook": rulebook.id, "digest": rulebook.digest}
