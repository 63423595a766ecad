-- name: timeline
-- The history of a file and of its reviews and fundings, in the order of recording, as it was known at an instant;
-- NULL means now. OFFSET 0 has each file found by its index: asked for all at once, every line is read.
WITH files AS (
    SELECT $2::text AS file
    UNION
    SELECT CASE type
        WHEN 'ReviewAsked' THEN 'review:' || (details ->> 'review') ELSE 'funding:' || (details ->> 'funding')
    END
    FROM read_models.timeline
    WHERE organisation = $1 AND file = $2 AND type IN ('ReviewAsked', 'FundingAsked')
)
SELECT
    line.file, line.entry, line.position, line.type, line.effective_at, line.recorded_at, line.actor, line.command_id,
    line.cause, line.correlation, line.rulebook, line.details::text
FROM files
CROSS JOIN LATERAL (
    SELECT * FROM read_models.timeline AS t WHERE t.organisation = $1 AND t.file = files.file OFFSET 0
) AS line
WHERE $3::timestamptz IS NULL OR line.recorded_at <= $3
ORDER BY line.position;

-- name: money_lines
-- The lines that fundings left in other streams. Payment files and accounts are named by the fundings themselves.
WITH named AS (
    SELECT DISTINCT CASE type
        WHEN 'PaymentIssued' THEN 'payment-file:' || (details ->> 'payment_file') ELSE 'account:' || (details ->> 'account')
    END AS file
    FROM read_models.timeline
    WHERE organisation = $1 AND file = ANY (SELECT 'funding:' || id FROM unnest($2::text[]) AS id)
        AND type IN ('PaymentIssued', 'PaymentOrdered')
)
SELECT
    line.file, line.entry, line.position, line.type, line.effective_at, line.recorded_at, line.actor, line.command_id,
    line.cause, line.correlation, line.rulebook, line.details::text
FROM (
    SELECT * FROM read_models.timeline
    WHERE organisation = $1 AND file LIKE 'envelope:%' AND details ->> 'funding' = ANY ($2::text[])
    UNION ALL
    SELECT found.* FROM named
    CROSS JOIN LATERAL (
        SELECT * FROM read_models.timeline AS t WHERE t.organisation = $1 AND t.file = named.file OFFSET 0
    ) AS found
) AS line
WHERE $3::timestamptz IS NULL OR line.recorded_at <= $3
ORDER BY line.position;
