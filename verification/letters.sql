-- name: letters
-- The letters of some claims; whether each is empty, and whether something of its recipient was erased.
SELECT
    w.id, o.file, o.occurrence, o.recipient, o.content = '' AS empty,
    EXISTS (SELECT FROM vault.erased AS e WHERE e.organisation = $1 AND e.subject = o.recipient) AS erased
FROM unnest($2::text[]) AS w (id)
LEFT JOIN mail.outbox AS o ON o.organisation = $1 AND o.id = w.id AND o.purpose = 'reminder';

-- name: outbox
-- Letters in order; those that bring a link have no claim.
SELECT id, file, state, reported FROM mail.outbox WHERE organisation = $1 AND purpose = 'reminder' AND id > $2 ORDER BY id LIMIT $3;

-- name: now
-- One letter, the position of its claim, and what the ledger said of it last, seen in one instant.
SELECT
    o.state, o.reported,
    (SELECT e.position FROM ledger.events AS e
        WHERE e.organisation = $1 AND e.stream = $3 AND e.position BETWEEN 1 AND h.position
            AND e.content ->> 'type' = 'ReminderIssued' AND e.content #>> '{data,message}' = o.id
        ORDER BY e.entry LIMIT 1) AS claim,
    (SELECT coalesce(e.content #>> '{data,delivery}', e.content #>> '{data,decision}') FROM ledger.events AS e
        WHERE e.organisation = $1 AND e.stream = $3 AND e.position BETWEEN 1 AND h.position
            AND e.content ->> 'type' IN ('DeliveryReported', 'DeliverySettled')
            AND e.content #>> '{data,message}' = o.id
        ORDER BY e.entry DESC LIMIT 1) AS said
FROM mail.outbox AS o
JOIN (SELECT max(position) AS position FROM ledger.heads WHERE organisation = $1) AS h ON true
WHERE o.organisation = $1 AND o.id = $2;
