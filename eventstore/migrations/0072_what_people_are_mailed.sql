-- What people are mailed beside what is asked of them: a weekly digest on a day of theirs, files that they follow, and
-- files of which they want to hear nothing.
CREATE TABLE workspace.digests (
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    told_position bigint NOT NULL,
    told_at timestamptz NOT NULL,
    PRIMARY KEY (organisation, person)
);
COMMENT ON COLUMN workspace.digests.weekday IS 'As ISO 8601 counts: 1 is Monday.';
COMMENT ON COLUMN workspace.digests.told_position IS 'How far the ledger was told of.';
COMMENT ON COLUMN workspace.digests.told_at IS
'When the last digest was due, or when it was asked for, by the clock of the organisation.';

CREATE TABLE workspace.followed_files (
    organisation text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    file text COLLATE "C" NOT NULL,
    wish text NOT NULL CHECK (wish IN ('follow', 'mute')),
    PRIMARY KEY (organisation, person, file)
);
COMMENT ON COLUMN workspace.followed_files.file IS 'A cooperation; its reviews and fundings go with it.';

GRANT SELECT, INSERT, UPDATE, DELETE ON workspace.digests, workspace.followed_files TO escale_service;

ALTER TABLE mail.outbox DROP CONSTRAINT outbox_purpose_check;
ALTER TABLE mail.outbox ADD CONSTRAINT outbox_purpose_check
    CHECK (purpose IN ('reminder', 'access', 'sign-in', 'reset', 'identity', 'invitation', 'digest'));

-- A letter whose id is made of what it is, a digest, is queued once however often it is written.
CREATE OR REPLACE FUNCTION mail.enqueue(
    of_organisation text, letter_id text, letter_purpose text, about text, to_person text, its_subject text,
    its_content bytea, at timestamptz
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF letter_purpose = 'reminder' THEN
        RAISE EXCEPTION 'a reminder is queued by its claim' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO mail.outbox (organisation, id, purpose, file, occurrence, recipient, subject, content, created_at)
    VALUES (of_organisation, letter_id, letter_purpose, about, letter_purpose, to_person, its_subject, its_content, at)
    ON CONFLICT (organisation, id) DO NOTHING;
END
$$;
