-- name: astray
-- Who has read beyond the head as it is in the same instant, or an event that is not the one there.
SELECT r.reader, r.position, h.position AS head, r.position > h.position OR r.position < 0 AS outside
FROM (SELECT max(position) AS position FROM ledger.heads WHERE organisation = $1) AS h
CROSS JOIN (
    SELECT model AS reader, position, hash FROM read_models.checkpoints WHERE organisation = $1
    UNION ALL
    SELECT name, position, hash FROM follower.checkpoint WHERE organisation = $1
) AS r
LEFT JOIN ledger.events AS e ON e.organisation = $1 AND e.position = r.position AND e.position > 0
WHERE r.position > h.position OR r.position < 0 OR (r.position > 0 AND r.hash <> e.hash)
ORDER BY r.reader;
