"""What a superuser may change of the guards, and what the verification of the database must say to it."""

from verification.findings import Code

GUARDS = {
    "a trigger gone": (
        "DROP TRIGGER append_only ON ledger.events",
        Code.GUARD_MISSING,
        "append_only ledger.events",
    ),
    "a trigger off": (
        "ALTER TABLE ledger.events DISABLE TRIGGER append_only",
        Code.GUARD_CHANGED,
        "append_only ledger.events",
    ),
    "all triggers off": (
        "ALTER TABLE ledger.outcomes DISABLE TRIGGER ALL",
        Code.GUARD_CHANGED,
        "never_emptied ledger.outcomes",
    ),
    "the trigger of a key off": (
        "ALTER TABLE ledger.clocks DISABLE TRIGGER ALL",
        Code.GUARD_CHANGED,
        "(key) ledger.clocks",
    ),
    "a trigger for some rows": (
        """CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger.events
        FOR EACH ROW WHEN (OLD.position > 7) EXECUTE FUNCTION ledger.refuse_change()""",
        Code.GUARD_CHANGED,
        "append_only ledger.events",
    ),
    "a trigger for deletions alone": (
        """CREATE OR REPLACE TRIGGER append_only BEFORE DELETE ON ledger.events
        FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change()""",
        Code.GUARD_CHANGED,
        "append_only ledger.events",
    ),
    "a trigger more": (
        """CREATE TRIGGER aside BEFORE INSERT ON ledger.events
        FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()""",
        Code.GUARD_UNWANTED,
        "aside ledger.events",
    ),
    "a trigger that refuses nothing": (
        """CREATE OR REPLACE FUNCTION ledger.refuse_change() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RETURN coalesce(NEW, OLD); END $$""",
        Code.GUARD_CHANGED,
        "ledger.refuse_change()",
    ),
    "an append that does something else": (
        "UPDATE pg_proc SET prosrc = prosrc || ' ' WHERE proname = 'append'",
        Code.GUARD_CHANGED,
        "ledger.append(",
    ),
    "an append as its caller": (
        "UPDATE pg_proc SET prosecdef = false WHERE proname = 'append'",
        Code.GUARD_CHANGED,
        "ledger.append(",
    ),
    "an append that looks elsewhere first": (
        "ALTER FUNCTION vault.erase SET search_path = public",
        Code.GUARD_CHANGED,
        "vault.erase(",
    ),
    "a function more": (
        "CREATE FUNCTION ledger.rewrite() RETURNS void LANGUAGE sql AS 'SELECT'",
        Code.GUARD_UNWANTED,
        "ledger.rewrite()",
    ),
    "a function for everybody": (
        "GRANT EXECUTE ON FUNCTION vault.erase TO PUBLIC",
        Code.GUARD_UNWANTED,
        "vault.erase PUBLIC",
    ),
    "a right to change": (
        "GRANT UPDATE ON ledger.events TO escale_service",
        Code.GUARD_UNWANTED,
        "ledger.events escale_service UPDATE",
    ),
    "a right to change one column": (
        "GRANT UPDATE (kind) ON ledger.heads TO escale_service",
        Code.GUARD_UNWANTED,
        "ledger.heads.kind escale_service UPDATE",
    ),
    "a right for everybody": (
        "GRANT SELECT ON vault.secrets TO PUBLIC",
        Code.GUARD_UNWANTED,
        "vault.secrets PUBLIC",
    ),
    "a right gone": (
        "REVOKE SELECT ON ledger.clocks FROM escale_service",
        Code.GUARD_MISSING,
        "ledger.clocks escale_service SELECT",
    ),
    "a table of the service": (
        "ALTER TABLE ledger.events OWNER TO escale_service",
        Code.GUARD_CHANGED,
        "ledger.events",
    ),
    "row security": (
        "ALTER TABLE ledger.events ENABLE ROW LEVEL SECURITY",
        Code.GUARD_CHANGED,
        "ledger.events",
    ),
    "a policy": (
        "CREATE POLICY partial ON mail.outbox FOR SELECT USING (state <> 'sent')",
        Code.GUARD_CHANGED,
        "mail.outbox",
    ),
    "a rule": (
        "CREATE RULE aside AS ON UPDATE TO mail.outbox DO INSTEAD NOTHING",
        Code.GUARD_CHANGED,
        "mail.outbox",
    ),
    "a table that inherits": (
        "CREATE TABLE public.more () INHERITS (ledger.events)",
        Code.GUARD_CHANGED,
        "ledger.events",
    ),
    "a view in the place of a table": (
        """ALTER TABLE ledger.outcomes RENAME TO kept; CREATE VIEW ledger.outcomes AS SELECT * FROM ledger.kept;
        GRANT SELECT ON ledger.outcomes TO escale_service""",
        Code.GUARD_CHANGED,
        "ledger.outcomes",
    ),
    "an unlogged table": ("ALTER TABLE mail.outbox SET UNLOGGED", Code.GUARD_CHANGED, "mail.outbox"),
    "a key gone": (
        "ALTER TABLE ledger.outcomes DROP CONSTRAINT outcomes_pkey",
        Code.GUARD_MISSING,
        "ledger.outcomes p command_id, organisation",
    ),
    "a unique key gone": (
        "ALTER TABLE ledger.events DROP CONSTRAINT events_organisation_stream_entry_key",
        Code.GUARD_MISSING,
        "ledger.events u organisation, stream, entry",
    ),
    "a key that PostgreSQL no longer keeps": (
        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ledger.events_pkey'::regclass",
        Code.GUARD_CHANGED,
        "ledger.events organisation, position",
    ),
    "a reference gone": (
        "ALTER TABLE ledger.clocks DROP CONSTRAINT clocks_organisation_fkey",
        Code.GUARD_MISSING,
        "ledger.clocks f organisation",
    ),
    "a constraint gone": (
        "ALTER TABLE mail.outbox DROP CONSTRAINT outbox_state_check",
        Code.GUARD_MISSING,
        "mail.outbox c state",
    ),
    "a wider constraint": (
        """ALTER TABLE mail.outbox DROP CONSTRAINT outbox_state_check,
        ADD CONSTRAINT outbox_state_check CHECK (state <> 'lost')""",
        Code.GUARD_CHANGED,
        "mail.outbox c state",
    ),
    "a column that may be empty": (
        "ALTER TABLE ledger.events ALTER COLUMN hash DROP NOT NULL",
        Code.GUARD_CHANGED,
        "ledger.events.hash",
    ),
    "a column that is gone": (
        "ALTER TABLE mail.outbox DROP COLUMN reason",
        Code.GUARD_MISSING,
        "mail.outbox.reason",
    ),
    "another default": (
        "ALTER TABLE mail.outbox ALTER COLUMN state SET DEFAULT 'sent'",
        Code.GUARD_CHANGED,
        "mail.outbox.state",
    ),
    "a service that may do anything": (
        "ALTER ROLE escale_service SUPERUSER",
        Code.GUARD_CHANGED,
        "escale_service",
    ),
    "a service that may become somebody else": (
        "CREATE ROLE test_mighty SUPERUSER; GRANT test_mighty TO escale_service",
        Code.GUARD_CHANGED,
        "escale_service",
    ),
    "triggers off for everybody": (
        "ALTER ROLE escale_owner SET session_replication_role = replica",
        Code.GUARD_UNWANTED,
        "session_replication_role=replica",
    ),
    "a migration that was edited": (
        "UPDATE migrations.applied SET checksum = 'x' WHERE number = 2",
        Code.MIGRATION_CHANGED,
        "0002_ledger",
    ),
    "a migration that is gone": (
        "DELETE FROM migrations.applied WHERE number = 2",
        Code.MIGRATIONS_MISSING,
        "0002",
    ),
    "a migration of another release": (
        "INSERT INTO migrations.applied VALUES (9999, '9999_later', 'x')",
        Code.MIGRATIONS_UNKNOWN,
        "9999",
    ),
    "a ledger without its head": (
        "DELETE FROM ledger.heads WHERE organisation = 'exercice'",
        Code.HEAD_MISSING,
        "exercice",
    ),
}
