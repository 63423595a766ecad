-- Who has no hand in a request, as each of its reviews tells: their tasks about it are kept from them.

CREATE TABLE read_models.conflicts (
    organisation text COLLATE "C" NOT NULL,
    file text COLLATE "C" NOT NULL,
    request text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    reason text NOT NULL,
    ends_at timestamptz,
    question_fr text NOT NULL,
    question_en text NOT NULL,
    PRIMARY KEY (organisation, file, person, reason)
);
COMMENT ON COLUMN read_models.conflicts.request IS 'The funding that the review is about; the review, where it is about none.';
COMMENT ON COLUMN read_models.conflicts.ends_at IS 'From when on it keeps nobody from anything; NULL: it does not end by itself.';

GRANT SELECT, INSERT, UPDATE, DELETE ON read_models.conflicts TO escale_service;
