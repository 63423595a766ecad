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
        write_table((), [(say(one.name), _said(one)) for one in acts])


def _said(act: ActAhead) -> str:
    if act.answer is None or act.invites is None:
        return say(act.said)
    line = line_giving(act.answer.name, act.answer.fields)
    return f"{say(act.said)} {labelled(say(act.invites), f'`escale {line}`')}"
