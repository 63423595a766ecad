-- name: standing
-- How each ledger stands, what follows it and what waits, in one look; of deadlines by the organisation's own clock.
SELECT
    h.organisation,
    h.position,
    h.position - coalesce(f.position, 0) AS follower_lag,
    coalesce(extract(EPOCH FROM now() - f.beat_at), 0)::double precision AS follower_silent,
    (SELECT count(*) FROM follower.owed AS o WHERE o.organisation = h.organisation) AS owed_wakes,
    (
        SELECT coalesce(max(h.position - c.position), 0) FROM read_models.checkpoints AS c
        WHERE c.organisation = h.organisation AND c.stopped_at IS NULL
    ) AS read_model_lag,
    (
        SELECT count(*) FROM read_models.checkpoints AS c
        WHERE c.organisation = h.organisation AND c.stopped_at IS NOT NULL
    ) AS read_models_stopped,
    (
        SELECT count(*) FROM read_models.agenda AS a
        WHERE
            a.organisation = h.organisation AND a.due_at <= t.now AND a.overdue_from <= t.now AND NOT a.silent
            AND (a.ends_at IS NULL OR a.ends_at > t.now)
    ) AS overdue,
    (
        SELECT count(*) FROM mail.outbox AS m
        WHERE m.organisation = h.organisation AND m.state IN ('unknown', 'failed') AND m.state = 'unknown'
    ) AS messages_unknown,
    (
        SELECT count(*) FROM mail.outbox AS m
        WHERE m.organisation = h.organisation AND m.state IN ('unknown', 'failed') AND m.state = 'failed'
    ) AS messages_failed,
    (
        SELECT count(*) FROM mail.outbox AS m WHERE m.organisation = h.organisation AND m.state = 'queued'
    ) AS messages_queued,
    coalesce(extract(EPOCH FROM t.now - s.seen_at), 0)::double precision AS sign_of_life_age
FROM ledger.heads AS h
LEFT JOIN ledger.clocks AS k ON k.organisation = h.organisation AND h.kind = 'simulation'
LEFT JOIN follower.checkpoint AS f ON f.organisation = h.organisation AND f.name = $1
LEFT JOIN follower.signs_of_life AS s ON s.organisation = h.organisation
CROSS JOIN LATERAL (SELECT coalesce(k.now, now()) AS now) AS t
ORDER BY h.organisation;
