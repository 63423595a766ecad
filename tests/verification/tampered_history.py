"""Tampering with history itself: the chain, its positions, its founding, and the outcomes of commands."""

from tests.verification.tampering import HERE, RECHAINED, Change, inserted, rewritten
from verification.findings import Code

CHAIN = {
    "an edited body": Change(rewritten("programme-manager", "administrator", 6), Code.HASH_DIFFERS, 6),
    "an edited body, its copy left": Change(
        rewritten("programme-manager", "administrator", 6, content=False), Code.HASH_DIFFERS, 6
    ),
    "an edited body, rechained, its copy left": Change(
        rewritten("programme-manager", "administrator", 6, content=False) + RECHAINED, Code.CONTENT_DIFFERS, 6
    ),
    "an edited copy": Change(
        f"UPDATE ledger.events SET content = jsonb_set(content, '{{data,role}}', '\"board\"') "
        f"WHERE {HERE} AND position = 6",
        Code.CONTENT_DIFFERS,
        6,
    ),
    "an edited time": Change(
        f"UPDATE ledger.events SET recorded_at = recorded_at + interval '1 ms' WHERE {HERE} AND position = 5",
        Code.HASH_DIFFERS,
        5,
    ),
    "a time that goes back, rechained": Change(
        f"UPDATE ledger.events SET recorded_at = recorded_at - interval '1 day' WHERE {HERE} AND position = 5"
        + RECHAINED,
        Code.TIME_GOES_BACK,
        5,
    ),
    "an edited hash": Change(
        f"UPDATE ledger.events SET hash = sha256('x') WHERE {HERE} AND position = 5", Code.HASH_DIFFERS, 5
    ),
    "another stream": Change(
        f"UPDATE ledger.events SET stream = 'review:z' WHERE {HERE} AND position = 6", Code.CONTENT_DIFFERS, 6
    ),
    "another entry": Change(
        f"UPDATE ledger.events SET entry = 99 WHERE {HERE} AND position = 6", Code.CONTENT_DIFFERS, 6
    ),
    "the same JSON in other bytes": Change(
        rewritten('"actor":', '"actor": ', 6) + RECHAINED, Code.NOT_CANONICAL, 6
    ),
    "a key twice": Change(
        f"""UPDATE ledger.events SET body = convert_to(
            '{{"actor":"p-x",' || substr(convert_from(body, 'UTF8'), 2), 'UTF8') WHERE {HERE} AND position = 6"""
        + RECHAINED,
        Code.KEY_TWICE,
        6,
    ),
    "no JSON": Change(
        f"UPDATE ledger.events SET body = '{{' WHERE {HERE} AND position = 6" + RECHAINED, Code.NOT_JSON, 6
    ),
    "no text": Change(
        f"UPDATE ledger.events SET body = '\\xff' WHERE {HERE} AND position = 6" + RECHAINED, Code.NOT_JSON, 6
    ),
    "an event gone": Change(
        f"DELETE FROM ledger.events WHERE {HERE} AND position = 5", Code.POSITION_MISSING, 5
    ),
    "the first event gone": Change(
        f"DELETE FROM ledger.events WHERE {HERE} AND position = 1", Code.POSITION_MISSING, 1
    ),
    "an event gone, the others moved up and rechained": Change(
        f"""DELETE FROM ledger.events WHERE {HERE} AND position = 5;
        UPDATE ledger.events SET position = -position WHERE {HERE} AND position > 5;
        UPDATE ledger.events SET position = -position - 1 WHERE {HERE} AND position < 0"""
        + RECHAINED,
        Code.ENTRY_OUT_OF_ORDER,
        5,
    ),
    "two events swapped": Change(
        f"""UPDATE ledger.events SET position = -position WHERE {HERE} AND position IN (5, 6);
        UPDATE ledger.events SET position = 11 + position WHERE {HERE} AND position < 0""",
        Code.HASH_DIFFERS,
        5,
    ),
    "the last event gone": Change(
        f"""DELETE FROM ledger.events WHERE {HERE}
        AND position = (SELECT position FROM ledger.heads WHERE {HERE})""",
        Code.TAIL_MISSING,
    ),
    "all events gone": Change(f"DELETE FROM ledger.events WHERE {HERE}", Code.TAIL_MISSING, 1),
    "the head's hash": Change(f"UPDATE ledger.heads SET hash = sha256('x') WHERE {HERE}", Code.HEAD_DIFFERS),
    "the head's time": Change(
        f"UPDATE ledger.heads SET recorded_at = recorded_at + interval '1 s' WHERE {HERE}", Code.HEAD_DIFFERS
    ),
    "an event of a type that nobody knows, rechained": Change(
        rewritten("RoleGranted", "RoleGiven", 6) + RECHAINED, Code.EVENT_UNREADABLE, 6
    ),
    "a version that nobody knows, rechained": Change(
        rewritten('"version":1', '"version":77', 6) + RECHAINED, Code.EVENT_UNREADABLE, 6
    ),
}

POSITIONS = {
    "an event at position 0": Change(inserted("0", "organisation", "77"), Code.POSITION_OUTSIDE, 0),
    "an event at a negative position": Change(
        inserted("-4", "organisation", "77"), Code.POSITION_OUTSIDE, -4
    ),
    "an event beyond the head": Change(inserted("900", "organisation", "77"), Code.POSITION_OUTSIDE, 900),
    "a head set back": Change(
        f"""UPDATE ledger.heads AS h SET position = 7, hash = e.hash, recorded_at = e.recorded_at
        FROM ledger.events AS e WHERE h.{HERE} AND e.{HERE} AND e.position = 7""",
        Code.POSITION_OUTSIDE,
        8,
    ),
    "a row twice": Change(
        "ALTER TABLE ledger.events DROP CONSTRAINT events_pkey;" + inserted("6", "organisation", "77"),
        Code.POSITION_TWICE,
        6,
    ),
    "a second head": Change(
        f"""ALTER TABLE ledger.heads DROP CONSTRAINT heads_pkey CASCADE;
        INSERT INTO ledger.heads SELECT organisation, kind, 2, hash, recorded_at FROM ledger.heads WHERE {HERE}""",
        Code.SECOND_HEAD,
    ),
}

FOUNDING = {
    "another kind": Change(f"UPDATE ledger.heads SET kind = 'real' WHERE {HERE}", Code.OTHER_KIND, 1),
    "a kind that there is not": Change(
        f"UPDATE ledger.heads SET kind = 'play' WHERE {HERE}", Code.OTHER_KIND, 1
    ),
    "no clock": Change(f"DELETE FROM ledger.clocks WHERE {HERE}", Code.CLOCK_MISSING),
    "emptied": Change(
        f"""DELETE FROM ledger.events WHERE {HERE};
        UPDATE ledger.heads SET position = 0, hash = decode(repeat('00', 32), 'hex') WHERE {HERE}""",
        Code.LEDGER_EMPTY,
    ),
    "emptied to the outcomes": Change(
        f"""DELETE FROM ledger.events WHERE {HERE}; DELETE FROM ledger.outcomes WHERE {HERE};
        UPDATE ledger.heads SET position = 0, hash = decode(repeat('00', 32), 'hex') WHERE {HERE}""",
        Code.TEXT_OF_NO_EVENT,
    ),
    "another first event, rechained": Change(
        rewritten("OrganisationFounded", "OrganisationRefounded", 1) + RECHAINED, Code.FOUNDING_MISSING, 1
    ),
}

_ROLE = f"{HERE} AND command_id = 'role'"
OUTCOMES = {
    "an outcome gone": Change(f"DELETE FROM ledger.outcomes WHERE {_ROLE}", Code.OUTCOME_MISSING, 6),
    "another actor": Change(
        f"UPDATE ledger.outcomes SET actor = 'p-x' WHERE {_ROLE}", Code.OUTCOME_DIFFERS, 6
    ),
    "another time": Change(
        f"UPDATE ledger.outcomes SET recorded_at = recorded_at + interval '1 s' WHERE {_ROLE}",
        Code.OUTCOME_DIFFERS,
        6,
    ),
    "another file": Change(
        f"UPDATE ledger.outcomes SET stream = 'cooperation:z' WHERE {_ROLE}", Code.OUTCOME_DIFFERS, 6
    ),
    "a longer span": Change(
        f"UPDATE ledger.outcomes SET last_position = 7 WHERE {_ROLE}", Code.OUTCOME_DIFFERS, 6
    ),
    "a span elsewhere": Change(
        f"UPDATE ledger.outcomes SET first_position = 2, last_position = 2 WHERE {_ROLE}",
        Code.OUTCOME_WITHOUT_EVENTS,
        2,
    ),
    "no span": Change(
        f"UPDATE ledger.outcomes SET first_position = NULL, last_position = NULL WHERE {_ROLE}",
        Code.OUTCOME_WITHOUT_EVENTS,
    ),
    "turned into a refusal": Change(
        f"""UPDATE ledger.outcomes SET first_position = NULL, last_position = NULL,
        refusal = '{{"code":"not_allowed","params":{{}}}}' WHERE {_ROLE}""",
        Code.OUTCOME_REFUSED,
        6,
    ),
    "a refusal turned into a record": Change(
        f"UPDATE ledger.outcomes SET refusal = NULL WHERE {HERE} AND command_id = 'refused'",
        Code.OUTCOME_WITHOUT_EVENTS,
    ),
    "a refusal that says nothing": Change(
        f"UPDATE ledger.outcomes SET refusal = 'no' WHERE {HERE} AND command_id = 'refused'",
        Code.OUTCOME_UNREADABLE,
    ),
    "a refusal gone": Change(
        f"DELETE FROM ledger.outcomes WHERE {HERE} AND command_id = 'refused'", Code.REFUSAL_MISSING
    ),
    "a refusal without its number": Change(
        f"UPDATE ledger.outcomes SET refusal_number = NULL WHERE {HERE} AND command_id = 'refused'",
        Code.REFUSAL_UNNUMBERED,
    ),
    "a refusal beyond the count of them": Change(
        f"UPDATE ledger.heads SET refusals = 0 WHERE {HERE}", Code.REFUSAL_UNNUMBERED
    ),
    "renamed": Change(
        f"UPDATE ledger.outcomes SET command_id = 'roll' WHERE {_ROLE}", Code.OUTCOME_WITHOUT_EVENTS, 6
    ),
    "invented": Change(
        f"""INSERT INTO ledger.outcomes SELECT first_position, last_position, recorded_at, organisation, 'invented',
        actor, stream, digest, refusal FROM ledger.outcomes WHERE {_ROLE}""",
        Code.OUTCOME_WITHOUT_EVENTS,
        6,
    ),
    "twice": Change(
        f"""ALTER TABLE ledger.outcomes DROP CONSTRAINT outcomes_pkey;
        INSERT INTO ledger.outcomes SELECT * FROM ledger.outcomes WHERE {_ROLE}""",
        Code.OUTCOME_TWICE,
        6,
    ),
    "the key of a digest gone": Change(
        f"DELETE FROM vault.command_keys WHERE {HERE} AND command_id = 'nowhere'", Code.COMMAND_KEY_MISSING
    ),
    "a key of no command": Change(
        "INSERT INTO vault.command_keys VALUES ('exercice', 'nobody', 'k')", Code.COMMAND_KEY_UNWANTED
    ),
    "a key of a command that was erased": Change(
        "INSERT INTO vault.command_keys VALUES ('exercice', 'gone', 'k')", Code.COMMAND_KEY_UNWANTED
    ),
}
