-- name: known
-- Of some files ($6) those that the read models know, and whether somebody may read ($2 to $4) or is involved in ($5) each.
SELECT file, ($2 AND region <> ALL ($3::text[])) OR region = ANY ($4::text[]) OR involved && $5::text[] AS readable
FROM (
    SELECT file, region, '{}'::text[] AS involved FROM read_models.portfolio
    WHERE organisation = $1 AND file = ANY ($6::text[])
    UNION ALL
    SELECT file, region, '{}' FROM read_models.fundings WHERE organisation = $1 AND file = ANY ($6::text[])
    UNION ALL
    SELECT file, region, involved FROM read_models.reviews WHERE organisation = $1 AND file = ANY ($6::text[])
) AS files;
