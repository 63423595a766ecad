-- name: begun
-- What somebody has begun, the last first: forms, and jobs of which an item is left.
SELECT command_id AS key, command, kept_at AS since, NULL::bigint AS settled, NULL::bigint AS items
FROM workspace.drafts
WHERE organisation = $1 AND person = $2 AND kept_at >= now() - $3::interval
UNION ALL
SELECT job, command, made_at, count(outcome), count(*)
FROM workspace.jobs JOIN workspace.job_items USING (organisation, person, job)
WHERE organisation = $1 AND person = $2 AND made_at >= now() - $3::interval
GROUP BY job, command, made_at HAVING count(outcome) < count(*)
ORDER BY since DESC, key;
