-- name: known
-- Of some files ($5) those that the read models know, and whether somebody may read or is involved in each ($2 to $4):
-- none of the fundings that are closed to them at an instant ($6).
SELECT file, file <> ALL (ARRAY(:closed)) AND ((region = ANY ($2::text[])) <> ('*' = ANY ($2)) OR involved && $4::text[]
    OR managers && $4 AND (region = ANY ($3::text[])) <> ('*' = ANY ($3))) AS readable
FROM (
    SELECT file, region, managers, '{}'::text[] AS involved FROM read_models.portfolio
    WHERE organisation = $1 AND file = ANY ($5::text[])
    UNION ALL
    SELECT file, region, managers, '{}' FROM read_models.fundings WHERE organisation = $1 AND file = ANY ($5::text[])
    UNION ALL
    SELECT file, region, managers, involved FROM read_models.reviews WHERE organisation = $1 AND file = ANY ($5::text[])
) AS files;
