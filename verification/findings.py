"""What a check may find, each kind under a code; words for them stand in ``wording/verification.py``."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

SHOWN = 20
"""Findings of one kind that are kept one by one; of what is beyond there is a count."""


class Code(StrEnum):
    """The kinds of findings. Those of the chain carry the codes of ``eventstore.verify.Break``."""

    POSITION_MISSING = "position_missing"
    HASH_DIFFERS = "hash_differs"
    TIME_GOES_BACK = "time_goes_back"
    NOT_JSON = "not_json"
    KEY_TWICE = "key_twice"
    NOT_CANONICAL = "not_canonical"
    CONTENT_DIFFERS = "content_differs"
    ENTRY_OUT_OF_ORDER = "entry_out_of_order"
    TAIL_MISSING = "tail_missing"
    HEAD_DIFFERS = "head_differs"

    POSITION_OUTSIDE = "position_outside"
    POSITION_TWICE = "position_twice"
    SECOND_HEAD = "second_head"
    HEAD_MISSING = "head_missing"

    LEDGER_EMPTY = "ledger_empty"
    FOUNDING_MISSING = "founding_missing"
    OTHER_KIND = "other_kind"
    CLOCK_MISSING = "clock_missing"
    CLOCK_UNWANTED = "clock_unwanted"

    EVENT_UNREADABLE = "event_unreadable"

    OUTCOME_MISSING = "outcome_missing"
    OUTCOME_TWICE = "outcome_twice"
    OUTCOME_DIFFERS = "outcome_differs"
    OUTCOME_REFUSED = "outcome_refused"
    OUTCOME_WITHOUT_EVENTS = "outcome_without_events"
    OUTCOME_UNREADABLE = "outcome_unreadable"
    REFUSAL_MISSING = "refusal_missing"
    REFUSAL_UNNUMBERED = "refusal_unnumbered"
    COMMAND_KEY_MISSING = "command_key_missing"
    COMMAND_KEY_UNWANTED = "command_key_unwanted"

    TEXT_ALTERED = "text_altered"
    TEXTS_EXCHANGED = "texts_exchanged"
    TEXT_MISSING = "text_missing"
    TEXT_BACK = "text_back"
    TEXT_MOVED = "text_moved"
    TEXT_OF_NO_EVENT = "text_of_no_event"

    LETTER_MISSING = "letter_missing"
    LETTER_UNCLAIMED = "letter_unclaimed"
    LETTER_DIFFERS = "letter_differs"
    LETTER_STATE = "letter_state"
    LETTER_EMPTIED = "letter_emptied"

    CHECKPOINT_AHEAD = "checkpoint_ahead"
    CHECKPOINT_DIFFERS = "checkpoint_differs"
    ROW_DIFFERS = "row_differs"
    ROW_MISSING = "row_missing"
    ROW_UNWANTED = "row_unwanted"
    ROWS_NOT_FOLDED = "rows_not_folded"

    ANCHOR_BEYOND = "anchor_beyond"
    ANCHOR_DIFFERS = "anchor_differs"

    MIGRATIONS_MISSING = "migrations_missing"
    MIGRATIONS_UNKNOWN = "migrations_unknown"
    MIGRATION_CHANGED = "migration_changed"
    GUARD_MISSING = "guard_missing"
    GUARD_CHANGED = "guard_changed"
    GUARD_UNWANTED = "guard_unwanted"

    NOT_CHECKED = "not_checked"


NO_GROUND = frozenset(
    {
        Code.POSITION_MISSING,
        Code.POSITION_TWICE,
        Code.HASH_DIFFERS,
        Code.TIME_GOES_BACK,
        Code.NOT_JSON,
        Code.KEY_TWICE,
        Code.NOT_CANONICAL,
        Code.CONTENT_DIFFERS,
        Code.ENTRY_OUT_OF_ORDER,
        Code.TAIL_MISSING,
        Code.HEAD_DIFFERS,
        Code.SECOND_HEAD,
        Code.EVENT_UNREADABLE,
    }
)
"""What makes a ledger no ground to fold read models from."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was promised: what, at which position if at one, and the particulars."""

    code: Code
    position: int | None = None
    params: Mapping[str, str | int] = field(default_factory=dict)


class Findings:
    """What was found, in the order of finding; of each kind the first ``SHOWN``, and how many there are."""

    def __init__(self) -> None:
        self.kept: list[Finding] = []
        self.counts: Counter[Code] = Counter()

    def add(self, found: Iterable[Finding]) -> None:
        """Keep what is new."""
        for one in found:
            self.counts[one.code] += 1
            if self.counts[one.code] <= SHOWN:
                self.kept.append(one)

    @property
    def no_ground(self) -> bool:
        """Whether nothing should be folded from a ledger of which this was found."""
        return any(one.code in NO_GROUND or _unread(one) for one in self.kept)

    @property
    def beyond(self) -> Mapping[Code, int]:
        """How many more there are of each kind than are kept."""
        return {code: count - SHOWN for code, count in self.counts.items() if count > SHOWN}


def _unread(finding: Finding) -> bool:
    return finding.code is Code.NOT_CHECKED and finding.params.get("subject") in (
        "chain",
        "events",
        "positions",
    )
