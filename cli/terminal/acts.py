"""What the service will do by itself, for people."""

from collections.abc import Sequence

from cli.terminal.drawing import headed, write_table
from cli.terminal.output import console
from language import say, t
from mail.ways import line_giving
from queries.acts import ActAhead
from wording.punctuation import labelled


def draw_acts(acts: Sequence[ActAhead]) -> None:
    """A line for each; nothing where the rulebook lets the service do nothing."""
    if acts:
        console().print(headed(t("Ce que le service fera de lui-même", "What the service will do by itself")))
        rows = [(say(one.name), _said(one)) for one in acts]
        write_table((), rows, below=[_line(one) for one in acts])


def _said(act: ActAhead) -> str:
    if act.answer is None or act.invites is None:
        return say(act.said)
    return f"{say(act.said)} {labelled(say(act.invites), '').rstrip()}"


def _line(act: ActAhead) -> list[str]:
    """What to type, on a line of its own."""
    return [f"escale {line_giving(act.answer.name, act.answer.fields)}"] if act.answer else []
