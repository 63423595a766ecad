"""The end of a run whose output may be lost: what is known is told where it still can be."""

import errno

from cli.terminal import recorded
from cli.terminal.exit_codes import ExitCode
from cli.terminal.output import tell
from cli.terminal.outputs import messages_lost, output_lost
from language import say, t
from queries.refused import reason


def ended(code: int) -> int:
    """The exit code of a run that would end with ``code``: another one if all is done but nobody could read of it.

    A reader who has gone has seen enough of what only reads; whoever recorded something is told so.
    """
    lost = output_lost()
    if lost and (recorded.is_anything_recorded() or lost.errno != errno.EPIPE):
        why = say(reason(lost))
        tell(t(f"La sortie n’a pas pu être écrite : {why}.", f"Output lost: {why}.") + say(recorded.told()))
    elif not (messages_lost() and recorded.is_anything_recorded()):
        return code
    return ExitCode.OUTPUT_LOST if code == ExitCode.RECORDED else code
