"""Tampering with what lies beside history: private texts, letters, read models."""

from tests.verification.tampering import HERE, Change
from verification.findings import Code

_VISIT = f"{HERE} AND command_id = 'visit'"


def _exchanged(*columns: str) -> str:
    pairs = ", ".join(f"{column} = other.{column}" for column in columns)
    return f"""UPDATE vault.secrets AS s SET {pairs} FROM vault.secrets AS other
        WHERE s.{HERE} AND other.{HERE}
            AND (s.command_id, other.command_id) IN (('visit', 'call'), ('call', 'visit'))"""


TEXTS = {
    "another word": Change(
        f"UPDATE vault.secrets SET value = replace(value, 'Toit', 'Toits') WHERE {_VISIT}", Code.TEXT_ALTERED
    ),
    "another key": Change(f"UPDATE vault.secrets SET key = sha256('x') WHERE {_VISIT}", Code.TEXT_ALTERED),
    "two values exchanged": Change(_exchanged("value"), Code.TEXTS_EXCHANGED),
    "two values exchanged with their keys": Change(_exchanged("value", "key"), Code.TEXTS_EXCHANGED),
    "gone without an erasure": Change(f"DELETE FROM vault.secrets WHERE {_VISIT}", Code.TEXT_MISSING),
    "an erased one back": Change(
        "INSERT INTO vault.secrets SELECT organisation, id, command_id, subject, 'Léo', sha256('x') FROM vault.erased "
        f"WHERE {HERE}",
        Code.TEXT_BACK,
    ),
    "an erasure forgotten": Change(f"DELETE FROM vault.erased WHERE {HERE}", Code.TEXT_MISSING),
    "of no event": Change(
        "INSERT INTO vault.secrets VALUES ('exercice', 'stray', 'visit', NULL, 'Un mot', sha256('x'))",
        Code.TEXT_OF_NO_EVENT,
    ),
    "of no command": Change(
        "INSERT INTO vault.secrets VALUES ('exercice', 'stray', 'nobody', NULL, 'Un mot', sha256('x'))",
        Code.TEXT_OF_NO_EVENT,
    ),
    "of another command": Change(
        f"UPDATE vault.secrets SET command_id = 'call' WHERE {_VISIT}", Code.TEXT_MOVED
    ),
    "of another person": Change(
        f"UPDATE vault.secrets SET subject = 'p-x' WHERE {HERE} AND command_id = 'zoe'", Code.TEXT_MOVED
    ),
    "of nobody": Change(
        f"UPDATE vault.secrets SET subject = NULL WHERE {HERE} AND command_id = 'zoe'", Code.TEXT_MOVED
    ),
}


def _moved(to: str, at: str, reported: str = "reported") -> str:
    return f"UPDATE mail.outbox SET state = '{to}', reported = {reported} WHERE {HERE} AND state = '{at}'"


LETTERS = {
    "a letter gone": Change(
        f"DELETE FROM mail.outbox WHERE {HERE} AND state = 'queued'", Code.LETTER_MISSING
    ),
    "a letter without a claim": Change(
        f"""INSERT INTO mail.outbox (organisation, id, file, occurrence, recipient, subject, content, created_at)
        SELECT organisation, 'stray', file, occurrence, recipient, subject, content, created_at
        FROM mail.outbox WHERE {HERE} AND state = 'queued'""",
        Code.LETTER_UNCLAIMED,
    ),
    "sent, then queued": Change(_moved("queued", "sent"), Code.LETTER_STATE),
    "sent, then queued and not told": Change(_moved("queued", "sent", "false"), Code.LETTER_STATE),
    "sent, then sending": Change(_moved("sending", "sent"), Code.LETTER_STATE),
    "sent, then failed as if told": Change(_moved("failed", "sent", "true"), Code.LETTER_STATE),
    "in doubt, then queued": Change(_moved("queued", "unknown"), Code.LETTER_STATE),
    "in doubt, then sent": Change(_moved("sent", "unknown"), Code.LETTER_STATE),
    "queued, then sent as if told": Change(_moved("sent", "queued", "true"), Code.LETTER_STATE),
    "to somebody else": Change(
        f"UPDATE mail.outbox SET recipient = 'p-x' WHERE {HERE} AND state = 'queued'", Code.LETTER_DIFFERS
    ),
    "about something else": Change(
        f"UPDATE mail.outbox SET occurrence = 'term/e1' WHERE {HERE} AND state = 'queued'",
        Code.LETTER_DIFFERS,
    ),
    "of another file": Change(
        f"UPDATE mail.outbox SET file = 'z' WHERE {HERE} AND state = 'queued'", Code.LETTER_DIFFERS
    ),
    "emptied": Change(
        f"UPDATE mail.outbox SET content = '' WHERE {HERE} AND state = 'queued'", Code.LETTER_EMPTIED
    ),
}

READ_MODELS = {
    "a row gone": Change(
        f"DELETE FROM read_models.portfolio WHERE {HERE} AND file = 'noailles'", Code.ROW_MISSING
    ),
    "a row edited": Change(
        f"UPDATE read_models.portfolio SET managers = '{{p-x}}' WHERE {HERE} AND file = 'noailles'",
        Code.ROW_DIFFERS,
    ),
    "a row of no file": Change(
        f"""INSERT INTO read_models.portfolio SELECT (jsonb_populate_record(line, '{{"file": "stray"}}')).*
        FROM read_models.portfolio AS line WHERE {HERE} AND file = 'noailles'""",
        Code.ROW_UNWANTED,
    ),
    "an entry told otherwise": Change(
        f"UPDATE read_models.timeline SET details = jsonb_set(details, '{{name}}', '\"Autre\"') "
        f"WHERE {HERE} AND file = 'noailles' AND entry = 1",
        Code.ROW_DIFFERS,
    ),
    "a grant that nobody gave": Change(
        f"""INSERT INTO read_models.grants
        SELECT organisation, 'stray', person, 'administrator', region, since, until, revoked_at, 9
        FROM read_models.grants WHERE {HERE} AND id = 'role'""",
        Code.ROW_UNWANTED,
    ),
    "a checkpoint ahead": Change(
        f"UPDATE read_models.checkpoints SET position = 900 WHERE {HERE} AND model = 'tasks'",
        Code.CHECKPOINT_AHEAD,
        900,
    ),
    "a checkpoint of another history": Change(
        f"UPDATE read_models.checkpoints SET hash = sha256('x') WHERE {HERE} AND model = 'tasks'",
        Code.CHECKPOINT_DIFFERS,
    ),
    "a follower ahead": Change(
        "INSERT INTO follower.checkpoint VALUES ('exercice', 'follower', 900, now())",
        Code.CHECKPOINT_AHEAD,
        900,
    ),
}
