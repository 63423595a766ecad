"""``programme show``: a rulebook in plain words."""

from dataclasses import asdict

from cli.programmes.diff import identity
from cli.programmes.named import rulebook_known
from cli.terminal.drawing import headed
from cli.terminal.exit_codes import ExitCode
from cli.terminal.output import console, write_json
from language import say
from wording.rulebook.difference import GROUPS
from wording.rulebook.telling import told


def show(name: str, organisation: str, *, as_json: bool) -> ExitCode:
    """Tell a rulebook, a file or an id. Raises Failure."""
    rulebook = rulebook_known(name, organisation)
    lines = told(rulebook)
    if as_json:
        write_json(identity(rulebook) | {"lines": [asdict(one) for one in lines]})
        return ExitCode.RECORDED
    out = console()
    out.print(headed(f"{say(rulebook.name)} ({rulebook.id})"))
    for group, names in GROUPS.items():
        within = [one for one in lines if one.group == group]
        if within:
            out.print(headed(say(names)))
        for one in within:
            out.print(f"{'  ' * one.depth}• {say(one)}", markup=False)
    return ExitCode.RECORDED
