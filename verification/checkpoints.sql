-- name: ahead
-- Who has read beyond the head as it is in the same instant.
SELECT r.reader, r.position, h.position AS head
FROM (SELECT max(position) AS position FROM ledger.heads WHERE organisation = $1) AS h
CROSS JOIN (
    SELECT model AS reader, position FROM read_models.checkpoints WHERE organisation = $1
    UNION ALL
    SELECT name, position FROM follower.checkpoint WHERE organisation = $1
) AS r
WHERE r.position > h.position OR r.position < 0
ORDER BY r.reader;
