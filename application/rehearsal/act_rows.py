"""The rows of a rehearsal that tell what the service did by itself: announced, done, or refused and left to people."""

from datetime import date, datetime

from application.rehearsal.life import Life
from application.rehearsal.row import Recipient, Row
from domain.acts.prescribed import act_of
from domain.deadlines.act_clocks import announcement
from domain.files.act_events import ActAnnounced, ActPerformed, ActRefused
from domain.files.file import KeptFile
from domain.files.planned_act import PlannedAct
from domain.kernel.ids import stream_of
from domain.kernel.recorded import Recorded
from domain.kernel.refusal import Refusal
from domain.rulebook.course import AnyAct
from language import Text
from wording.moves import AWAY
from wording.naming import Naming
from wording.refusals import explain
from wording.rulebook.acts import waited_for

ActTold = ActAnnounced | ActPerformed | ActRefused
"""What the service tells of its acts."""


def act_row(life: Life, told: Recorded, event: ActTold, file: str) -> Row:
    """What was announced, done or refused; what brought it about, and for an announced one until when it waits."""
    rulebook, at = life.rulebook_of(file), life.local(told.recorded_at)
    state = life.world.states.get(stream_of(file))
    act = act_of(event.act, state, rulebook) if isinstance(state, KeptFile) else None
    why = [Text(*waited_for(act, rulebook))] if act else []
    if isinstance(event, ActRefused):
        naming = Naming(rulebook, zone=life.calendar.tz)
        why.append(Text(*explain(Refusal(event.code, event.params), naming).message))
    if isinstance(event, ActPerformed) and event.late:
        why.append(AWAY)
    return Row(
        at,
        "act",
        name=act.name if act else None,
        file=file,
        about=life.subject_of(file),
        occurrence=event.occurrence,
        due_on=_until(life, act, file, event, at) if act and isinstance(event, ActAnnounced) else None,
        to=(Recipient("managers"),) if isinstance(event, ActRefused) else (),
        why=tuple(why),
        late=isinstance(event, ActPerformed) and event.late,
        event=event,
    )


def _until(life: Life, act: AnyAct, file: str, event: ActAnnounced, at: datetime) -> date | None:
    """The day on which the time to hold it back ends, as it stood when it was announced."""
    seen = life.dues.seen.get((file, announcement(PlannedAct(act, event.occurrence))))
    return seen.at(at).due.day if seen else None
