-- Histories say what led to each entry, and have the lines of envelopes, bank details and files for the bank that their
-- money has left in other streams. They are folded anew from the ledger.
DELETE FROM read_models.timeline;
DELETE FROM read_models.checkpoints WHERE model = 'timeline';

ALTER TABLE read_models.timeline ADD COLUMN cause text NOT NULL;
COMMENT ON COLUMN read_models.timeline.cause IS
    'The entry that made it due (review:avis#7), or the command; of old entries a position may stand there.';

CREATE INDEX timeline_of_envelopes ON read_models.timeline (organisation, (details ->> 'funding'))
    WHERE file LIKE 'envelope:%';
COMMENT ON INDEX read_models.timeline_of_envelopes IS 'The lines of all envelopes that name a funding.';
