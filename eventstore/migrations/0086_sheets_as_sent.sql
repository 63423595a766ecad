-- Sheets go back as they came, with a column more: so they are kept as they came. Those that were not are sent again;
-- of what was recorded nothing is recorded twice.
DELETE FROM workspace.sheets;
ALTER TABLE workspace.sheets ADD COLUMN content bytea NOT NULL;
COMMENT ON COLUMN workspace.sheets.content IS 'The file as it was sent. Private text.';
