"""``programme show``: a rulebook in plain words."""

from dataclasses import asdict

from cli.drawing import headed
from cli.failures import ExitCode
from cli.language import locale, t
from cli.output import console, write_json
from cli.programme_diff import identity
from cli.rulebook_named import rulebook_known
from domain.rulebook.difference import GROUPS
from domain.rulebook.telling import told


def show(name: str, organisation: str, *, as_json: bool) -> ExitCode:
    """Tell a rulebook, a file or an id. Raises Failure."""
    rulebook = rulebook_known(name, organisation)
    lines = told(rulebook)
    if as_json:
        write_json(identity(rulebook) | {"lines": [asdict(one) for one in lines]})
        return ExitCode.RECORDED
    out = console()
    out.print(headed(f"{getattr(rulebook.name, locale())} ({rulebook.id})"))
    for group, names in GROUPS.items():
        within = [one for one in lines if one.group == group]
        if within:
            out.print(headed(t(*names)))
        for one in within:
            out.print(f"{'  ' * one.depth}• {getattr(one, locale())}", markup=False)
    return ExitCode.RECORDED
