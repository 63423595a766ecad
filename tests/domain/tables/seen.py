"""What others decided since somebody looked at a file is told before their act is recorded."""

from domain.kernel.ids import SERVICE
from domain.kernel.values import Phase
from tests.domain import paying
from tests.domain.kit import NOW, Row, do, on
from tests.domain.sample_people import MANAGER, SECOND_MANAGER
from tests.domain.tables.phases import met
from tests.domain.vocabulary import (
    BEGUN,
    PAUSED,
    RESUMED,
    contact,
    corrected,
    declared,
    entered,
    member,
    quick_win,
    reminded,
)

READY = (*BEGUN, member("amae"), member("egraine"), declared("go"))
"""Five entries; the gate holds."""
ADVANCED = (entered(Phase.DIAGNOSIS, 2, gate=(met("go", 5), met("circle", 3, 4))),)
COLLEAGUE = SECOND_MANAGER

ROWS = (
    Row(
        "a correction of somebody else since what was seen is told first",
        (*READY, contact(), on("2026-03-01", corrected(6, "2026-02-01"), COLLEAGUE)),
        do("AdvancePhase", to="diagnosis", seen=6),
        "changed_since",
        naming={"entries": "7", "what": "EntryCorrected", "authors": COLLEAGUE},
    ),
    Row(
        "seen, it stands in the way no more",
        (*READY, contact(), on("2026-03-01", corrected(6, "2026-02-01"), COLLEAGUE)),
        do("AdvancePhase", to="diagnosis", seen=7),
        ADVANCED,
    ),
    Row(
        "who does not say what was seen is told nothing",
        (*READY, contact(), on("2026-03-01", corrected(6, "2026-02-01"), COLLEAGUE)),
        do("AdvancePhase", to="diagnosis"),
        ADVANCED,
    ),
    Row(
        "what one did oneself is no news",
        (*READY, contact(), on("2026-03-01", corrected(6, "2026-02-01"), MANAGER)),
        do("AdvancePhase", to="diagnosis", seen=6),
        ADVANCED,
    ),
    Row(
        "nor what one did under another id of the same address",
        (*READY, contact(), on("2026-03-01", corrected(6, "2026-02-01"), COLLEAGUE)),
        do("AdvancePhase", to="diagnosis", seen=6),
        ADVANCED,
        twins={COLLEAGUE: MANAGER},
    ),
    Row(
        "contacts, quick wins and reminders are no news",
        (
            *READY,
            on("2026-03-01", contact(), COLLEAGUE),
            on("2026-03-02", quick_win(), COLLEAGUE),
            on("2026-03-03", reminded("silent/1", "first"), SERVICE),
        ),
        do("AdvancePhase", to="diagnosis", seen=5),
        ADVANCED,
    ),
    Row(
        "a step of the service is news as a step of anybody",
        (*READY, on("2026-03-01", PAUSED, SERVICE), on("2026-03-02", RESUMED, COLLEAGUE)),
        do("AdvancePhase", to="diagnosis", seen=5),
        "changed_since",
        naming={
            "entries": "6, 7",
            "what": "CooperationPaused, CooperationResumed",
            "authors": f"{SERVICE}, {COLLEAGUE}",
        },
    ),
    Row(
        "whatever else would be refused is said once the news is read",
        (*READY, on("2026-03-01", PAUSED, COLLEAGUE)),
        do("AdvancePhase", to="diagnosis", seen=5),
        "changed_since",
    ),
    Row(
        "a note rests on what was seen as a step does",
        (*READY, on("2026-03-01", PAUSED, COLLEAGUE)),
        do("RecordContact", kind="visit", seen=5),
        "changed_since",
    ),
    Row(
        "what begins in a cooperation rests on what was seen of that",
        (),
        do("RequestFunding", funding="nouveau", request=paying.request().model_dump(mode="json"), seen=2),
        "changed_since",
        beside={"cooperation:rives": (*BEGUN, on("2026-03-01", PAUSED, COLLEAGUE))},
        now=NOW,
    ),
)
"""The rules."""
