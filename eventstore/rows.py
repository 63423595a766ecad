"""Database rows as the values of the contract."""

import asyncpg

from domain.kernel.ledger import Head, Known, LedgerKind, NumberedRefusal, Outcome, StoredEvent


def to_event(row: asyncpg.Record) -> StoredEvent:
    """An event of ``ledger.events``."""
    return StoredEvent(
        row["position"], row["stream"], row["entry"], row["recorded_at"], row["body"], row["hash"]
    )


def to_outcome(row: asyncpg.Record) -> Outcome:
    """An outcome of ``ledger.outcomes``."""
    return Outcome(
        command_id=row["command_id"],
        actor=row["actor"],
        recorded_at=row["recorded_at"],
        stream=row["stream"],
        first_position=row["first_position"],
        last_position=row["last_position"],
        refusal=row["refusal"],
    )


def to_refusal(row: asyncpg.Record) -> NumberedRefusal:
    """An outcome that is a refusal."""
    return NumberedRefusal(row["refusal_number"], to_outcome(row), row["at_position"])


def to_known(row: asyncpg.Record) -> Known:
    """An outcome with what recognises its command."""
    return Known(to_outcome(row), row["digest"], row["key"])


def to_head(row: asyncpg.Record) -> Head:
    """A row of ``ledger.heads``."""
    return Head(
        row["organisation"], LedgerKind(row["kind"]), row["position"], row["hash"], row["recorded_at"]
    )
