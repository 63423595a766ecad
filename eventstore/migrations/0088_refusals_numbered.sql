-- Refused commands are numbered, without gaps, under the head's lock: one that somebody takes away leaves a hole, and
-- each says after which position of the ledger it was refused.
ALTER TABLE ledger.heads ADD COLUMN refusals bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN ledger.heads.refusals IS 'How many commands were refused: the number of the last one.';
ALTER TABLE ledger.outcomes ADD COLUMN refusal_number bigint, ADD COLUMN at_position bigint;
COMMENT ON COLUMN ledger.outcomes.refusal_number IS 'The number of a refusal, from 1; NULL of what is recorded.';
COMMENT ON COLUMN ledger.outcomes.at_position IS 'The last position of the ledger when it was refused; NULL if that was before refusals were numbered.';

-- Those from before get their numbers in the order of their time; nothing else of them changes.
ALTER TABLE ledger.outcomes DISABLE TRIGGER append_only;
UPDATE ledger.outcomes AS o SET refusal_number = numbered.number
FROM (
    SELECT organisation, command_id,
        row_number() OVER (PARTITION BY organisation ORDER BY recorded_at, command_id) AS number
    FROM ledger.outcomes WHERE refusal IS NOT NULL
) AS numbered
WHERE o.organisation = numbered.organisation AND o.command_id = numbered.command_id;
ALTER TABLE ledger.outcomes ENABLE TRIGGER append_only;
UPDATE ledger.heads AS h SET refusals = counted.refusals
FROM (
    SELECT organisation, max(refusal_number) AS refusals FROM ledger.outcomes
    WHERE refusal IS NOT NULL GROUP BY organisation
) AS counted
WHERE h.organisation = counted.organisation;

DROP INDEX ledger.outcomes_refused;
CREATE UNIQUE INDEX refusals_by_number ON ledger.outcomes (organisation, refusal_number DESC)
    WHERE refusal_number IS NOT NULL;
CREATE INDEX refusals_by_stream ON ledger.outcomes (organisation, stream COLLATE "C", refusal_number)
    WHERE refusal_number IS NOT NULL;

-- Append as before (0021), and number what is refused.
CREATE OR REPLACE FUNCTION ledger.append(
    of_organisation text,
    at timestamptz,
    streams text[],
    command_ids text[], actors text[], digests bytea[], digest_keys bytea[], refusals text[], homes integer[],
    reads_to integer[], events_to integer[],
    read_streams integer[], read_entries integer[],
    event_streams integer[], event_entries integer[], bodies bytea[],
    secret_commands integer[], secret_ids text[], secret_values text[], secret_keys bytea[], secret_subjects text[],
    message_commands integer[], message_ids text[], message_files text[], message_occurrences text[],
    message_recipients text[], message_subjects text[], message_contents bytea[], message_times timestamptz[],
    OUT recorded timestamptz,   -- NULL if nobody founded this ledger
    OUT before bigint,          -- the last position before this call
    OUT verdicts integer[],     -- of each command: 0 appended, -1 known, else the stream that is in conflict
    OUT found_entries integer[] -- of each conflict in turn: the last entry that its stream has
) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan -- planning anew costs more than running
AS $$
DECLARE
    head_position bigint;
    head_hash bytea;
    head_refusals bigint;
    tag bytea;
    stamp bytea;
    known text[];
    last_entries integer[];
    positions bigint[];
    hashes bytea[];
    numbers bigint[]; -- of each refused command
    seen bigint[];    -- the last position when it was refused
    verdict integer;
    fallen integer[]; -- of each stream: the first entry that was to be written to it in this call and is not
BEGIN
    SELECT heads.position, heads.hash, heads.refusals, greatest(heads.recorded_at, at)
    INTO head_position, head_hash, head_refusals, recorded
    FROM ledger.heads WHERE heads.organisation = of_organisation FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    before := head_position;

    -- Looked up only now: under READ COMMITTED this sees whatever was committed before we had the lock.
    known := ARRAY(
        SELECT outcomes.command_id FROM ledger.outcomes
        WHERE outcomes.organisation = of_organisation AND outcomes.command_id = ANY (command_ids));
    last_entries := ARRAY(
        SELECT coalesce((
            SELECT events.entry FROM ledger.events
            WHERE events.organisation = of_organisation AND events.stream = streams[number]
                AND events.position BETWEEN 1 AND head_position
            ORDER BY events.entry DESC LIMIT 1), 0)
        FROM generate_series(1, cardinality(streams)) AS number);

    tag := sha256(convert_to('escale ledger 1 ' || of_organisation, 'UTF8'));
    stamp := int8send((extract(epoch FROM recorded) * 1000000)::bigint);
    FOR command IN 1 .. cardinality(command_ids) LOOP
        verdict := 0;
        IF command_ids[command] = ANY (known) THEN
            verdict := -1;
        ELSE
            FOR read IN coalesce(reads_to[command - 1], 0) + 1 .. reads_to[command] LOOP
                IF last_entries[read_streams[read]] <> read_entries[read]
                    OR read_entries[read] >= fallen[read_streams[read]] THEN
                    verdict := read_streams[read];
                    found_entries := found_entries || last_entries[verdict];
                    EXIT;
                END IF;
            END LOOP;
        END IF;
        verdicts[command] := verdict;
        IF verdict <> 0 THEN
            FOR event IN coalesce(events_to[command - 1], 0) + 1 .. events_to[command] LOOP
                fallen[event_streams[event]] := least(fallen[event_streams[event]], event_entries[event]);
            END LOOP;
            CONTINUE;
        END IF;

        IF refusals[command] IS NOT NULL THEN
            head_refusals := head_refusals + 1;
            numbers[command] := head_refusals;
            seen[command] := head_position;
        END IF;
        FOR event IN coalesce(events_to[command - 1], 0) + 1 .. events_to[command] LOOP
            head_position := head_position + 1;
            head_hash := sha256(tag || head_hash || int8send(head_position) || stamp || sha256(bodies[event]));
            positions[event] := head_position;
            hashes[event] := head_hash;
            last_entries[event_streams[event]] := event_entries[event];
        END LOOP;
    END LOOP;

    INSERT INTO ledger.events (organisation, position, stream, entry, recorded_at, body, content, hash)
    SELECT of_organisation, positions[new], streams[event_streams[new]], event_entries[new], recorded,
        bodies[new], convert_from(bodies[new], 'UTF8')::jsonb, hashes[new]
    FROM generate_series(1, cardinality(bodies)) AS new
    WHERE positions[new] IS NOT NULL;

    INSERT INTO ledger.outcomes
        (organisation, command_id, actor, digest, refusal, stream, first_position, last_position, recorded_at,
            refusal_number, at_position)
    SELECT of_organisation, command_ids[new], actors[new], digests[new], refusals[new], streams[homes[new]],
        CASE WHEN refusals[new] IS NULL THEN positions[coalesce(events_to[new - 1], 0) + 1] END,
        CASE WHEN refusals[new] IS NULL THEN positions[events_to[new]] END, recorded, numbers[new], seen[new]
    FROM generate_series(1, cardinality(command_ids)) AS new
    WHERE verdicts[new] = 0;

    IF cardinality(digest_keys) > 0 THEN
        INSERT INTO vault.command_keys (organisation, command_id, key)
        SELECT of_organisation, command_ids[new], digest_keys[new]
        FROM generate_series(1, cardinality(command_ids)) AS new
        WHERE verdicts[new] = 0 AND digest_keys[new] IS NOT NULL;
    END IF;

    IF cardinality(secret_ids) > 0 THEN
        INSERT INTO vault.secrets (organisation, id, command_id, subject, value, key)
        SELECT of_organisation, secret_ids[new], command_ids[secret_commands[new]], secret_subjects[new],
            secret_values[new], secret_keys[new]
        FROM generate_series(1, cardinality(secret_ids)) AS new
        WHERE verdicts[secret_commands[new]] = 0;
    END IF;

    IF cardinality(message_ids) > 0 THEN
        INSERT INTO mail.outbox
            (organisation, id, file, occurrence, recipient, subject, content, created_at, changed_at)
        SELECT of_organisation, message_ids[new], message_files[new], message_occurrences[new],
            message_recipients[new], message_subjects[new], message_contents[new], message_times[new],
            message_times[new]
        FROM generate_series(1, cardinality(message_ids)) AS new
        WHERE verdicts[message_commands[new]] = 0;
    END IF;

    IF cardinality(numbers) > 0 THEN
        UPDATE ledger.heads SET refusals = head_refusals WHERE heads.organisation = of_organisation;
    END IF;
    IF head_position > before THEN
        UPDATE ledger.heads SET position = head_position, hash = head_hash, recorded_at = recorded
        WHERE heads.organisation = of_organisation;
    END IF;
END
$$;
