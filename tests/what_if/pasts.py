"""Files that went through their phases under the tests' rules."""

from domain.cooperations.events.lifecycle import CooperationClosed
from domain.files.events import DeliveryReported, SilenceCounted
from domain.kernel.values import ClosingOutcome, Phase
from tests.domain.kit import Given, on
from tests.domain.vocabulary import (
    BEGUN,
    MESSAGE,
    WHY,
    declared,
    delivered,
    drafted,
    entered,
    evaluated,
    lesson,
    member,
    quick_win,
    reminded,
    signed,
)

DIAGNOSED: Given = (
    *BEGUN,
    on("2026-02-02", member("amae")),
    on("2026-02-02", member("egraine")),
    on("2026-03-02", declared("go")),
    on("2026-03-10", entered(Phase.DIAGNOSIS, 2)),
)
"""Entries 1 to 6: a file whose gate held with two stakeholders."""
EXPERIMENTING: Given = (
    *DIAGNOSED,
    on("2026-05-04", delivered("portrait")),
    on("2026-05-05", drafted()),
    on("2026-05-06", signed(8)),
    on("2026-05-11", entered(Phase.EXPERIMENTATION, 3)),
)
"""Entries 1 to 10."""
COMPLETED: Given = (
    *EXPERIMENTING,
    on("2026-06-01", quick_win()),
    on("2026-06-02", quick_win()),
    on("2026-06-03", evaluated()),
    on("2026-09-01", entered(Phase.CAPITALISATION, 4)),
    on("2026-10-01", delivered("balance")),
    on("2026-10-02", lesson()),
    on(
        "2026-10-05",
        CooperationClosed(outcome=ClosingOutcome.COMPLETED, handed_to=None, gate=(), reason=WHY),
    ),
)
"""Entries 1 to 17."""
SILENCE: Given = (
    *BEGUN,
    on("2026-04-07T08:00:00Z", reminded("go_decision/p1", "due")),
    on("2026-04-07T08:00:05Z", DeliveryReported(message=MESSAGE, delivery="sent", code=None)),
    on(
        "2026-04-09T08:00:00Z",
        SilenceCounted(occurrence="go_decision/p1", deadline="go_decision", counts_as="met", item="go"),
        "escale",
    ),
)
"""Entries 1 to 5: silence counted two days after the reminder had arrived."""
