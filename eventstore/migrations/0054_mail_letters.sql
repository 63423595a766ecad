-- Letters that are no reminders: they bring a link, no event claims them, and the ledger is told nothing of them.

ALTER TABLE mail.outbox ADD COLUMN purpose text NOT NULL DEFAULT 'reminder'
    CHECK (purpose IN ('reminder', 'access', 'sign-in', 'reset', 'identity', 'invitation'));
COMMENT ON COLUMN mail.outbox.purpose IS 'What it is for; only reminders have a claim in the ledger.';

-- Whoever waits for a link does not wait for the reminders of a morning.
CREATE INDEX outbox_next ON mail.outbox ((purpose = 'reminder'), created_at, id) WHERE state = 'queued';
DROP INDEX mail.outbox_queued;
DROP INDEX mail.outbox_unreported;
CREATE INDEX outbox_unreported ON mail.outbox (changed_at)
    WHERE NOT reported AND purpose = 'reminder' AND state IN ('sent', 'unknown', 'failed', 'withdrawn');
DROP INDEX mail.outbox_doubtful;
CREATE INDEX outbox_doubtful ON mail.outbox (organisation, file)
    WHERE purpose = 'reminder' AND state IN ('unknown', 'failed');

-- The one way in beside ledger.append: for any purpose but that of what the ledger claims.
CREATE FUNCTION mail.enqueue(
    of_organisation text, letter_id text, letter_purpose text, about text, to_person text, its_subject text,
    its_content bytea, at timestamptz
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF letter_purpose = 'reminder' THEN
        RAISE EXCEPTION 'a reminder is queued by its claim' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO mail.outbox (organisation, id, purpose, file, occurrence, recipient, subject, content, created_at)
    VALUES (of_organisation, letter_id, letter_purpose, about, letter_purpose, to_person, its_subject, its_content, at);
END
$$;
REVOKE ALL ON FUNCTION mail.enqueue FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mail.enqueue TO escale_service;
