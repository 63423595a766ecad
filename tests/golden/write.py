"""Write the samples that are missing; what was written once is never written again.

``python -m tests.golden.write`` after a new type or version of an event; then commit what it wrote.
"""

from collections.abc import Mapping
from pathlib import Path

from domain.bank.events import AccountEvent, PaymentReferenceTaken
from domain.envelopes.events import EnvelopeEvent
from domain.fundings.events.any import FundingEvent
from domain.fundings.events.payments import PaymentFileIssued
from domain.kernel.recorded import Recorded
from domain.registry.codec import encode
from domain.registry.events import AnyEvent
from domain.reviews.events import ReviewEvent
from tests.golden.occasions import OCCASIONS

SAMPLES = Path(__file__).parent / "samples"


STREAMS: Mapping[str, object] = {
    "review:travail-2026": ReviewEvent,
    "funding:graines": FundingEvent,
    "envelope:acte/acte_grant/2026": EnvelopeEvent,
    "account:78467169500087": AccountEvent,
    "payment-file:virements-2027-01": PaymentFileIssued,
    "payment-reference:VIR-2027-0001": PaymentReferenceTaken,
}


def stream_of(event: AnyEvent) -> str:
    """The stream in which the event would stand."""
    for stream, kinds in STREAMS.items():
        if isinstance(event, kinds):  # type: ignore[arg-type] # a union of classes
            return stream
    return "cooperation:noailles"


def recorded(event: AnyEvent, entry: int) -> Recorded:
    """The event as it would stand in a ledger."""
    ours = event.type in {
        "OrganisationFounded",
        "PersonRegistered",
        "PersonChanged",
        "RoleGranted",
        "RoleRevoked",
        "FilesHandedOver",
        "RulebookPublished",
        "RulebookAdopted",
        "OutageRecorded",
    }
    return Recorded(
        event=event,
        stream="organisation" if ours else stream_of(event),
        entry=entry,
        effective_at="2023-12" if entry % 2 else "2026-11-23T09:00:00Z",
        actor="p-0123456789ab",
        command_id=f"sample/{event.type}",
        cause="remind/noailles/portrait/p2/x1/escalation",
        correlation=f"sample/{event.type}",
        rulebook=None if ours else "tec@1",
    )


def sample_of(kind: str, version: int) -> Path:
    """Where the sample of a type's version lies."""
    return SAMPLES / f"{kind}.v{version}.json"


def main() -> None:
    """Write what is missing."""
    for entry, event in enumerate(OCCASIONS, start=1):
        path = sample_of(event.type, event.version)
        if not path.exists():
            body = encode(recorded(event, entry), 0, lambda: bytes(range(32))).new.body
            path.write_bytes(body)


if __name__ == "__main__":
    main()
