"""What became of messages, and what people decide about those in doubt."""

from domain.files.events import DeliveryReported, DeliverySettled
from domain.registry.commands import AnyCommand
from tests.domain.kit import Row, do
from tests.domain.tables.reminders import PENDING
from tests.domain.vocabulary import HANDED_OVER, MESSAGE, WHY

SENT = (*PENDING, DeliveryReported(message=MESSAGE, delivery="sent", code="250"))
CAME_BACK = DeliveryReported(message=MESSAGE, delivery="failed", code="5.1.1")
DOUBTFUL = (*PENDING, DeliveryReported(message=MESSAGE, delivery="unknown", code=None))


def _report(delivery: str, message: str = MESSAGE, code: str = "250") -> AnyCommand:
    return do("ReportDelivery", actor="escale", message=message, delivery=delivery, code=code)


def _settle(decision: str, message: str = MESSAGE) -> AnyCommand:
    return do("SettleDelivery", message=message, decision=decision)


ROWS = (
    *(
        Row(
            f"a message on its way is reported {delivery}",
            PENDING,
            _report(delivery),
            (DeliveryReported(message=MESSAGE, delivery=delivery, code="250"),),
        )
        for delivery in ("sent", "unknown", "failed", "withdrawn")
    ),
    Row(
        "what became of a message is reported once",
        DOUBTFUL,
        _report("sent"),
        "delivery_known",
        {"delivery": "unknown"},
    ),
    *(
        Row(f"a message that {told} comes back", before, _report("failed", code="5.1.1"), (CAME_BACK,))
        for told, before in (
            ("was sent", SENT),
            ("is in doubt", DOUBTFUL),
            (
                "arrived, somebody says,",
                (*DOUBTFUL, DeliverySettled(message=MESSAGE, decision="arrived", reason=WHY)),
            ),
        )
    ),
    *(
        Row(
            f"a message comes back once, and not when {told}",
            (*before, *after),
            _report("failed", code="5.1.1"),
            "delivery_known",
            {"delivery": delivery},
        )
        for told, before, after, delivery in (
            ("it has already", SENT, (CAME_BACK,), "failed"),
            (
                "it was withdrawn",
                PENDING,
                (DeliveryReported(message=MESSAGE, delivery="withdrawn", code=None),),
                "withdrawn",
            ),
            (
                "it was let be",
                DOUBTFUL,
                (DeliverySettled(message=MESSAGE, decision="drop", reason=WHY),),
                "dropped",
            ),
        )
    ),
    *(
        Row(f"what was sent does not become {delivery}", SENT, _report(delivery), "delivery_known")
        for delivery in ("sent", "unknown", "withdrawn")
    ),
    Row(
        "a person decides about a message that came back",
        (*SENT, CAME_BACK),
        _settle("resend"),
        (DeliverySettled(message=MESSAGE, decision="resend", reason=WHY),),
    ),
    Row(
        "what became of a message is reported on a closed file too",
        (*PENDING, HANDED_OVER),
        _report("withdrawn"),
        (DeliveryReported(message=MESSAGE, delivery="withdrawn", code="250"),),
    ),
    Row(
        "nothing is reported of no message",
        PENDING,
        _report("sent", "f" * 32),
        "unknown_message",
        {"message": "f" * 32},
    ),
    *(
        Row(
            f"a person decides about a doubtful message: {decision}",
            DOUBTFUL,
            _settle(decision),
            (DeliverySettled(message=MESSAGE, decision=decision, reason=WHY),),
        )
        for decision in ("arrived", "resend", "drop")
    ),
    Row(
        "nobody decides about a message that is on its way",
        PENDING,
        _settle("resend"),
        "not_in_doubt",
        {"delivery": "queued"},
    ),
    Row(
        "nobody decides twice",
        (*DOUBTFUL, DeliverySettled(message=MESSAGE, decision="drop", reason=WHY)),
        _settle("resend"),
        "not_in_doubt",
        {"delivery": "dropped"},
    ),
    Row(
        "a message sent again is reported again",
        (*DOUBTFUL, DeliverySettled(message=MESSAGE, decision="resend", reason=WHY)),
        _report("sent"),
        (DeliveryReported(message=MESSAGE, delivery="sent", code="250"),),
    ),
    Row("nobody decides about no message", PENDING, _settle("drop", "f" * 32), "unknown_message"),
    Row(
        "a decision about a message is not taken in the future",
        DOUBTFUL,
        do("SettleDelivery", message=MESSAGE, decision="drop", effective_at="2027"),
        "in_future",
    ),
)
