"""One of each event about what the lifecycle does by itself, as golden samples have them."""

from datetime import date

from domain.files.act_events import ActAnnounced, ActEvent, ActHeldBack, ActPerformed, ActRefused, ActReleased
from domain.fundings.events.bodies import DecisionAsked
from domain.kernel.prose import Prose
from domain.kernel.values import Role

_WHY = Prose(text="Le jury ne siège qu’en mars.")

ACTS: tuple[ActEvent | DecisionAsked, ...] = (
    ActAnnounced(act="go_on", occurrence="go_on/p1"),
    ActPerformed(
        act="opinion",
        occurrence="opinion/p1",
        does="open-review",
        late=True,
        subject="choix-du-territoire-0a1b2c3d4e",
        because=(3, 5),
    ),
    ActRefused(
        act="opinion",
        occurrence="opinion/p1",
        code="nobody_sits",
        params={"panel": "jury", "region": "occitanie"},
    ),
    ActHeldBack(act="opinion", until=date(2027, 3, 1), reason=_WHY),
    ActReleased(act="opinion", reason=_WHY),
    DecisionAsked(dossier=1, bodies=(Role.BOARD,)),
)
