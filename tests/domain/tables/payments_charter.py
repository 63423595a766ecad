"""What a funding hears of the charter of its cooperation: signed, corrected, never signed."""

from domain.fundings.events.payments import CharterHeard
from tests.domain.below import ASKED, BELOW
from tests.domain.kit import Row, do, on
from tests.domain.tables.collective import PAIR
from tests.domain.vocabulary import corrected, drafted, signed

DRAFTED = (*PAIR, *ASKED, drafted())
DRAFT = len(DRAFTED)
SIGNED = (*DRAFTED, on("2026-03-01", signed(DRAFT)))
SIGN = do("SignCharter", signatories=["amae", "egraine"], effective_at="2026-03-01")

ROWS = (
    Row(
        "fundings hear that the charter is signed",
        DRAFTED,
        SIGN,
        (signed(DRAFT), CharterHeard(signed="2026-03-01")),
        beside=BELOW,
    ),
    Row(
        "a charter renewed has been signed since the first time",
        (*SIGNED, drafted()),
        SIGN,
        (signed(DRAFT + 2),),
        beside=BELOW,
    ),
    Row(
        "fundings hear that the charter was signed on another day",
        SIGNED,
        do("CorrectEntry", entry=DRAFT + 1, happened_at="2026-02-15"),
        (corrected(DRAFT + 1, "2026-02-15"), CharterHeard(signed="2026-02-15")),
        beside=BELOW,
    ),
    Row(
        "fundings hear that the charter never was signed",
        SIGNED,
        do("CorrectEntry", entry=DRAFT + 1, void=True),
        (corrected(DRAFT + 1), CharterHeard(signed=None)),
        beside=BELOW,
    ),
)
