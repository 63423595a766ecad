"""What a superuser may change, with all triggers off, and what the verification must say to it."""

from typing import NamedTuple

from verification.findings import Code


class Change(NamedTuple):
    """A script, and a finding that there must be; the position where it matters."""

    script: str
    code: Code
    position: int | None = None


HERE = "organisation = 'exercice'"
"""The ledger that is tampered with."""

RECHAINED = f"""
; DO $$
DECLARE
    one record; previous bytea := decode(repeat('00', 32), 'hex'); made bytea; last bigint; at timestamptz;
BEGIN
    FOR one IN
        SELECT position, recorded_at, body FROM ledger.events WHERE {HERE} AND position > 0 ORDER BY position
    LOOP
        made := sha256(sha256(convert_to('escale ledger 1 exercice', 'UTF8')) || previous || int8send(one.position)
            || int8send((extract(epoch FROM one.recorded_at) * 1000000)::bigint) || sha256(one.body));
        UPDATE ledger.events SET hash = made WHERE {HERE} AND position = one.position;
        previous := made; last := one.position; at := one.recorded_at;
    END LOOP;
    UPDATE ledger.heads SET position = last, hash = previous, recorded_at = at WHERE {HERE};
END
$$
"""
"""The chain made good after a change, to its end."""

OF_THE_OTHER = HERE.replace("exercice", "autre")
RECHAINED_THE_OTHER = (
    RECHAINED.replace("exercice", "autre")
    + f"""; UPDATE read_models.checkpoints AS c SET hash = h.hash FROM ledger.heads AS h
    WHERE c.{OF_THE_OTHER} AND h.{OF_THE_OTHER}"""
)


def rewritten(old: str, new: str, position: int, *, content: bool = True) -> str:
    """One event with other words in its body, and in the copy beside it."""
    body = f"convert_to(replace(convert_from(body, 'UTF8'), '{old}', '{new}'), 'UTF8')"
    copy = f", content = convert_from({body}, 'UTF8')::jsonb" if content else ""
    return f"UPDATE ledger.events SET body = {body}{copy} WHERE {HERE} AND position = {position}"


def inserted(position: str, stream: str, entry: str, like: int = 6) -> str:
    """An event in a place of its own, like another."""
    columns = "recorded_at, organisation, hash, body, content"
    return f"""INSERT INTO ledger.events (position, stream, entry, {columns})
        SELECT {position}, '{stream}', {entry}, {columns} FROM ledger.events WHERE {HERE} AND position = {like}"""
