-- Tell the ledger once more what became of messages of which it has heard nothing since they were issued or sent again:
-- somebody may have given the id under which that was to be told before the service could. Told twice, it is refused.
WITH told AS (
    SELECT
        e.organisation,
        e.content -> 'data' ->> 'message' AS message,
        max(e.position) FILTER (WHERE e.content ->> 'type' = 'DeliveryReported') AS reported,
        max(e.position) FILTER (WHERE e.content -> 'data' ->> 'decision' = 'resend') AS sent_again
    FROM ledger.events AS e
    WHERE e.content ->> 'type' IN ('DeliveryReported', 'DeliverySettled')
    GROUP BY e.organisation, message
)
UPDATE mail.outbox AS o SET reported = false
WHERE
    o.reported
    AND o.state IN ('sent', 'unknown', 'failed', 'withdrawn')
    AND o.reason IS DISTINCT FROM 'decided'
    AND NOT EXISTS (
        SELECT FROM told AS t
        WHERE t.organisation = o.organisation AND t.message = o.id AND t.reported > coalesce(t.sent_again, 0)
    );
