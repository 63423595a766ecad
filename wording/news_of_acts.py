"""Telling what the service does by itself, in a line each."""

from domain.files.act_events import ActAnnounced, ActHeldBack, ActPerformed, ActRefused, ActReleased
from domain.kernel.event import Event
from domain.kernel.refusal import Refusal
from domain.rulebook import Rulebook
from language import say
from wording import headings
from wording.events import EVENTS
from wording.naming import THE_SERVICE, Naming
from wording.punctuation import labelled
from wording.refusals import explain
from wording.values import word

OF_ACTS = (ActAnnounced, ActPerformed, ActRefused, ActHeldBack, ActReleased)


def of_act(event: Event, rulebook: Rulebook | None) -> str | None:
    """What became of an act; None for what is none."""
    if not isinstance(event, OF_ACTS):
        return None
    naming = Naming(rulebook)
    name = say(naming.key("act", event.act))
    match event:
        case ActPerformed(does=does):
            deed = f"{name} ({word(does, 'deed')})"
            return labelled(f"⚙ {say(THE_SERVICE)}", deed)
        case ActRefused(code=code, params=params):
            why = say(explain(Refusal(code, params), naming).message)
            return labelled(f"⚙ {say(headings.BY_HAND)}", f"{name}. {why}")
    return labelled(f"⚙ {say(EVENTS[event.type])}", name)
