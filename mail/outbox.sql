-- name: sender_lock
-- Say that this sender lives: the lock ends with the connection, so a dead one cannot hold it.
SELECT pg_advisory_lock('mail.outbox'::regclass::integer, $1);

-- name: next_queued
-- Hold the oldest message that may go out now, letters that somebody waits for first; those that other senders hold are
-- passed over.
SELECT o.organisation, o.id, o.purpose, o.file, o.occurrence, o.recipient, o.content, o.attempts, o.deferrals, h.kind
FROM mail.outbox AS o
JOIN ledger.heads AS h USING (organisation)
WHERE o.state = 'queued' AND (o.next_attempt_at IS NULL OR o.next_attempt_at <= clock_timestamp())
ORDER BY (o.purpose = 'reminder'), o.created_at, o.id
LIMIT 1
FOR UPDATE OF o SKIP LOCKED;

-- name: enqueue
-- A letter that no event claims.
SELECT mail.enqueue($1, $2, $3, $4, $5, $6, $7, $8);

-- name: take
-- From here on somebody may have got the message.
UPDATE mail.outbox
SET state = 'sending', sender = $3, attempts = attempts + 1, changed_at = clock_timestamp(), reason = NULL
WHERE organisation = $1 AND id = $2;

-- name: put_off
-- Leave the message that is held in the queue for a while.
UPDATE mail.outbox
SET next_attempt_at = clock_timestamp() + $3, changed_at = clock_timestamp(), reason = $4
WHERE organisation = $1 AND id = $2;

-- name: dismiss
-- The message that is held will not be sent.
UPDATE mail.outbox
SET state = $3, attempts = attempts + 1, changed_at = clock_timestamp(), reason = $4, reported = false
WHERE organisation = $1 AND id = $2;

-- name: conclude
-- What came of an attempt, unless somebody has meanwhile given its sender up for dead.
UPDATE mail.outbox
SET
    state = $5,
    reason = $6,
    deferrals = deferrals + $7,
    next_attempt_at = clock_timestamp() + $8::interval,
    changed_at = clock_timestamp(),
    reported = false
WHERE organisation = $1 AND id = $2 AND state = 'sending' AND sender = $3 AND attempts = $4
RETURNING true;

-- name: orphans
-- Messages whose sender died while it was sending them: whether they left is unknown.
UPDATE mail.outbox AS o
SET state = 'unknown', reason = 'sender-died', changed_at = clock_timestamp(), reported = false
WHERE o.state = 'sending' AND NOT EXISTS (
    SELECT FROM pg_locks AS l
    WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.granted
        AND l.database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())
        AND l.classid = 'mail.outbox'::regclass AND l.objid::bigint = o.sender
)
RETURNING o.organisation, o.id;

-- name: unreported
-- What the ledger has not been told yet.
SELECT organisation, id, file, state, reason, attempts
FROM mail.outbox
WHERE NOT reported AND purpose = 'reminder' AND state IN ('sent', 'unknown', 'failed', 'withdrawn')
ORDER BY changed_at, id
LIMIT $1;

-- name: reported
-- The ledger knows what became of this attempt.
UPDATE mail.outbox SET reported = true
WHERE organisation = $1 AND id = $2 AND state = $3 AND attempts = $4;

-- name: doubtful
-- Files with messages that a person may decide about, and the last entry that was such a decision.
SELECT organisation, file, min(settled_entry) AS settled_entry
FROM mail.outbox WHERE purpose = 'reminder' AND state IN ('unknown', 'failed')
GROUP BY organisation, file;

-- name: settle
-- Carry out a person's decision, once: an entry that was carried out before changes nothing.
UPDATE mail.outbox
SET
    state = CASE $3 WHEN 'resend' THEN 'queued' WHEN 'arrived' THEN 'sent' ELSE 'withdrawn' END,
    reason = 'decided',
    settled_entry = $4,
    deferrals = 0,
    next_attempt_at = NULL,
    changed_at = clock_timestamp(),
    reported = ($3 <> 'resend')
WHERE organisation = $1 AND id = $2 AND settled_entry < $4 AND state IN ('unknown', 'failed')
RETURNING true;

-- name: of_any_organisation
-- A message of an id in whichever organisations have one.
SELECT o.organisation, o.attempts, o.state
FROM ledger.heads AS h
JOIN mail.outbox AS o ON o.organisation = h.organisation AND o.id = $1;

-- name: come_back
-- The last attempt to send a message left, or may have, and came back.
UPDATE mail.outbox
SET state = 'failed', reason = $4, changed_at = clock_timestamp(), reported = false
WHERE organisation = $1 AND id = $2 AND attempts = $3 AND state IN ('sent', 'unknown')
RETURNING true;

-- name: messages
-- An organisation's messages, the newest first, from after one ($3, $4) on.
SELECT id, purpose, file, occurrence, recipient, subject, created_at, state, attempts, next_attempt_at, changed_at, reason
FROM mail.outbox
WHERE organisation = $1 AND ($2::text IS NULL OR file = $2)
    AND ($6::text[] IS NULL OR state = ANY ($6)) AND ($7::text IS NULL OR recipient = $7)
    AND ($3::timestamptz IS NULL OR created_at < $3 OR (created_at = $3 AND id > $4::text))
ORDER BY created_at DESC, id
LIMIT $5;

-- name: message
-- One message as people look it up.
SELECT id, purpose, file, occurrence, recipient, subject, created_at, state, attempts, next_attempt_at, changed_at, reason
FROM mail.outbox
WHERE organisation = $1 AND id = $2;

-- name: content
-- One message as it was rendered.
SELECT content FROM mail.outbox WHERE organisation = $1 AND id = $2;

-- name: counts
-- How many messages are in each state.
SELECT state, count(*) AS messages FROM mail.outbox WHERE organisation = $1 GROUP BY state;
