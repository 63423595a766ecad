-- Links by which something is handed in are brought by letters: their secret is drawn while the letter is handed to the
-- mail server, anew for each attempt, and each that may have arrived stays good.
CREATE TABLE access.deposit_tokens (
    token bytea PRIMARY KEY CHECK (octet_length(token) = 32),
    organisation text COLLATE "C" NOT NULL,
    deposit text COLLATE "C" NOT NULL,
    FOREIGN KEY (organisation, deposit) REFERENCES access.deposit_links ON DELETE CASCADE
);
INSERT INTO access.deposit_tokens (token, organisation, deposit)
SELECT token, organisation, deposit FROM access.deposit_links;
ALTER TABLE access.deposit_links DROP COLUMN token;
GRANT SELECT, INSERT, DELETE ON access.deposit_tokens TO escale_service;

ALTER TABLE mail.outbox DROP CONSTRAINT outbox_purpose_check;
ALTER TABLE mail.outbox ADD CONSTRAINT outbox_purpose_check
    CHECK (purpose IN ('reminder', 'access', 'sign-in', 'reset', 'identity', 'invitation', 'digest', 'deposit'));
COMMENT ON COLUMN mail.outbox.recipient IS
'The person''s id; empty for somebody outside. Name and address stand in the content alone.';

-- Nobody outside is known whose data could be erased: name and address go once they have served.
CREATE FUNCTION mail.forget_outsiders() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.content := '';
    RETURN NEW;
END
$$;
CREATE TRIGGER forget_outsiders BEFORE UPDATE OF state ON mail.outbox FOR EACH ROW
WHEN (NEW.purpose = 'deposit' AND NEW.recipient = '' AND NEW.state NOT IN ('queued', 'sending'))
EXECUTE FUNCTION mail.forget_outsiders();
