"""Files in which the service acts by itself: what it asked for, what it could not do, where it stopped."""

from collections.abc import Mapping

from domain.acts.standings import MOST_IN_A_ROW
from domain.files.act_events import ActAnnounced, ActPerformed, ActRefused
from domain.kernel.ids import SERVICE, funding_stream
from tests.domain.kit import STREAM, on
from tests.domain.paying import FUNDING, awarded
from tests.domain.tables.acts import GO_ON, OPINION, act, acting
from tests.domain.tables.acts_of_fundings import FUNDED
from tests.domain.tasks.scene import Scene
from tests.domain.vocabulary import BEGUN

NEWS = act(
    "news", "ask-for", what="contact", when={"after": "cadence", "every": "P6M"}, within="P1M", ladder="short"
)


def _asked(number: int) -> ActPerformed:
    return ActPerformed(
        act="news",
        occurrence=f"news/p1/n{number}",
        does="ask-for",
        late=False,
        subject=None,
        because=(),
    )


def _refused(key: str, occurrence: str) -> ActRefused:
    params = {"panel": "whole_jury", "region": "occitanie"}
    return ActRefused(act=key, occurrence=occurrence, code="nobody_sits", params=params)


_ANNOUNCED = on("2026-10-01", ActAnnounced(act="go_on", occurrence="go_on/p1"))
_MANY = [on("2026-10-01", _asked(number), SERVICE) for number in range(1, MOST_IN_A_ROW + 1)]

ACTS: Mapping[str, Scene] = {
    "news that the service asked for": Scene(
        STREAM, (*BEGUN, on("2026-10-01", _asked(1), SERVICE)), acting(NEWS)
    ),
    "an opinion to ask for by hand": Scene(
        STREAM, (*BEGUN, on("2026-10-01", _refused("opinion", "opinion/p1"))), acting(OPINION)
    ),
    "a phase to leave by hand": Scene(
        STREAM, (*BEGUN, on("2026-10-01", _refused("go_on", "go_on/p1"))), acting(GO_ON)
    ),
    "a phase that will be left": Scene(STREAM, (*BEGUN, _ANNOUNCED), acting(GO_ON)),
    "a tranche to ask for by hand": Scene(
        funding_stream(FUNDING),
        (*awarded(), on("2026-10-01", _refused("draw", "draw/t-advance"))),
        FUNDED,
    ),
    "a service that stopped": Scene(STREAM, (*BEGUN, *_MANY), acting(NEWS)),
}
"""By what waits in it."""
