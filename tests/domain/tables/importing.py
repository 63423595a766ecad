"""Imports: a file's whole past at once, each act judged by the rules as it comes, all or nothing."""

from typing import Any

from domain.cooperations.events.file import CooperationImported
from domain.cooperations.events.record import GateItemDeclared
from domain.files.entries import GateItemHeld
from domain.kernel.prose import Prose
from domain.kernel.values import Phase
from domain.registry.commands import AnyCommand
from tests.domain.kit import FILE, Row, do
from tests.domain.rules import rulebook
from tests.domain.sample_people import ADMINISTRATOR
from tests.domain.vocabulary import BEGUN, SHEET, contact, entered

NAME = {"fr": "Point", "en": "Item"}
OPENING = {"type": "OpenCooperation", "effective_at": "2025", **SHEET}
CONTACT = {"type": "RecordContact", "effective_at": "2025-06", "kind": "phone"}
LESSON = {"type": "RecordLesson", "effective_at": "2025-07", "title": "Prendre le temps"}


def bringing(*acts: dict[str, Any]) -> AnyCommand:
    """An import of these acts."""
    named = [
        {"command_id": f"i/{number}", "actor": ADMINISTRATOR, "cooperation": FILE, **act}
        for number, act in enumerate(acts, start=1)
    ]
    return do("ImportCooperation", actor=ADMINISTRATOR, acts=named)


def refused(act: int, kind: str, code: str) -> dict[str, str]:
    """What the refusal of an import names."""
    return {"act": str(act), "act_type": kind, "refusal": code}


PANELLED = rulebook(
    phases={
        "exploration": {
            "name": {"fr": "Exploration", "en": "Exploration"},
            "gate": [
                {"item": "opinion", "name": NAME, "needs": {"rule": "review", "review": "jury"}},
                {"item": "grant", "name": NAME, "needs": {"rule": "funding", "instrument": "grant"}},
            ],
        },
        "diagnosis": {"name": {"fr": "Diagnostic", "en": "Diagnosis"}},
    },
    deadlines=[],
)
DECLARED = [
    {"type": "DeclareGateItem", "effective_at": "2025-06", "item": one, "note": "Au procès-verbal."}
    for one in ("opinion", "grant")
]

ROWS = (
    Row(
        "what a panel and a funder answered before is declared by who brings the past",
        (),
        bringing(OPENING, *DECLARED, {"type": "AdvancePhase", "effective_at": "2025-08", "to": "diagnosis"}),
        (
            *BEGUN,
            *(
                GateItemDeclared(item=one, evidence=(), note=Prose(text="Au procès-verbal."))
                for one in ("opinion", "grant")
            ),
            entered(
                Phase.DIAGNOSIS,
                2,
                "advanced",
                gate=(
                    GateItemHeld(item="opinion", held="met", entries=(3,)),
                    GateItemHeld(item="grant", held="met", entries=(4,)),
                ),
            ),
            CooperationImported(entries=5, at="2026-11-23T09:00:00Z"),
        ),
        rulebook=PANELLED,
    ),
    Row(
        "nobody else declares what a panel is to answer",
        BEGUN,
        do("DeclareGateItem", item="opinion"),
        "not_declarable",
        rulebook=PANELLED,
    ),
    Row(
        "the past comes in order, then that it was imported",
        (),
        bringing(OPENING, CONTACT),
        (*BEGUN, contact(), CooperationImported(entries=3, at="2026-11-23T09:00:00Z")),
    ),
    Row("what is here is not imported over", BEGUN, bringing(OPENING), "already_open"),
    Row("a life begins with its opening", (), bringing(CONTACT), "import_opens_first"),
    Row(
        "one import, one file",
        (),
        bringing(OPENING, CONTACT | {"cooperation": "autre"}),
        "import_of_one_file",
        naming={"act": "2"},
    ),
    Row(
        "the past has dates",
        (),
        bringing(OPENING, {key: value for key, value in CONTACT.items() if key != "effective_at"}),
        "import_undated",
        naming={"act": "2"},
    ),
    Row(
        "an act that the rules refuse stops the import and is named",
        (),
        bringing(OPENING, CONTACT, {"type": "AdvancePhase", "effective_at": "2025-08", "to": "diagnosis"}),
        "act_refused",
        naming={**refused(3, "AdvancePhase", "gate_incomplete"), "missing": "go, circle"},
    ),
    Row(
        "a refusal that has a type of its own keeps it",
        (),
        bringing(
            OPENING,
            {"type": "CorrectEntry", "effective_at": "2025-08", "entry": 1, "void": True, "reason": "Non."},
        ),
        "act_refused",
        naming={**refused(2, "CorrectEntry", "not_a_fact"), "type": "CooperationOpened"},
    ),
    Row(
        "a past does not hold the future",
        (),
        bringing(OPENING, LESSON | {"effective_at": "2027"}),
        "act_refused",
        naming=refused(2, "RecordLesson", "in_future"),
    ),
    Row(
        "what would write in other files is not imported",
        (),
        bringing(OPENING, {"type": "AwaitFile", "effective_at": "2025-06", "awaited": "nord"}),
        "await_after_import",
        naming={"act": "2", "awaited": "nord"},
    ),
    Row(
        "a file opens once in an import too",
        (),
        bringing(OPENING, OPENING),
        "act_refused",
        naming=refused(2, "OpenCooperation", "already_open"),
    ),
)
