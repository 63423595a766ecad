-- Append many commands under one lock and one flush. Each is recorded whole or not at all; later ones see
-- what earlier ones wrote. Lists that belong together run in parallel; "ends" say where in the list below
-- the part of each command stops; streams are named once and then meant by their number.
-- The hash is laid down, byte by byte, in docs/ledger-format.md.
CREATE FUNCTION ledger.append(
    of_organisation text,
    at timestamptz,
    streams text[],
    command_ids text[], actors text[], digests bytea[], digest_keys bytea[], refusals text[], homes integer[],
    read_ends integer[], read_streams integer[], read_entries integer[],
    event_ends integer[], event_streams integer[], event_entries integer[], bodies bytea[],
    secret_commands integer[], secret_ids text[], secret_values text[], secret_keys bytea[], secret_subjects text[],
    message_commands integer[], message_ids text[], message_files text[], message_occurrences text[],
    message_recipients text[], message_subjects text[], message_contents bytea[], message_times timestamptz[],
    OUT recorded timestamptz,  -- NULL if nobody founded this ledger
    OUT verdicts text[],       -- of each command: appended, known or conflict
    OUT firsts bigint[],
    OUT lasts bigint[],
    OUT clashes integer[],     -- the stream on which a conflict arose
    OUT found_entries integer[] -- and the last entry that it really has
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    head_position bigint;
    head_hash bytea;
    tag bytea;
    stamp bytea;
    known text[];
    last_entries integer[];
    positions bigint[];
    hashes bytea[];
    read_end integer := 0;
    event_end integer := 0;
    appended integer := 0;
BEGIN
    SELECT heads.position, heads.hash, greatest(heads.recorded_at, at)
    INTO head_position, head_hash, recorded
    FROM ledger.heads WHERE heads.organisation = of_organisation FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        RETURN;
    END IF;

    -- Looked up only now: under READ COMMITTED this sees whatever was committed before we had the lock.
    SELECT
        ARRAY(SELECT outcomes.command_id FROM ledger.outcomes
              WHERE outcomes.organisation = of_organisation AND outcomes.command_id = ANY (command_ids)),
        ARRAY(SELECT coalesce((SELECT events.entry FROM ledger.events
                               WHERE events.organisation = of_organisation AND events.stream = named.stream
                               ORDER BY events.entry DESC LIMIT 1), 0)
              FROM unnest(streams) WITH ORDINALITY AS named (stream, number) ORDER BY named.number)
    INTO known, last_entries;

    verdicts := array_fill('known'::text, ARRAY[cardinality(command_ids)]);
    firsts := array_fill(NULL::bigint, ARRAY[cardinality(command_ids)]);
    lasts := firsts;
    clashes := array_fill(NULL::integer, ARRAY[cardinality(command_ids)]);
    found_entries := clashes;
    positions := array_fill(NULL::bigint, ARRAY[cardinality(bodies)]);
    tag := sha256(convert_to('escale ledger 1 ' || of_organisation, 'UTF8'));
    stamp := int8send((extract(epoch FROM recorded) * 1000000)::bigint);

    FOR command IN 1 .. cardinality(command_ids) LOOP
        IF command_ids[command] <> ALL (known) THEN
            verdicts[command] := 'appended';
            FOR read IN read_end + 1 .. read_ends[command] LOOP
                IF last_entries[read_streams[read]] <> read_entries[read] THEN
                    verdicts[command] := 'conflict';
                    clashes[command] := read_streams[read];
                    found_entries[command] := last_entries[read_streams[read]];
                    EXIT;
                END IF;
            END LOOP;
        END IF;

        IF verdicts[command] = 'appended' THEN
            appended := appended + 1;
            FOR event IN event_end + 1 .. event_ends[command] LOOP
                head_position := head_position + 1;
                head_hash := sha256(tag || head_hash || int8send(head_position) || stamp || sha256(bodies[event]));
                positions[event] := head_position;
                hashes[event] := head_hash;
                last_entries[event_streams[event]] := event_entries[event];
            END LOOP;
            IF event_ends[command] > event_end THEN
                firsts[command] := positions[event_end + 1];
                lasts[command] := head_position;
            END IF;
        END IF;
        read_end := read_ends[command];
        event_end := event_ends[command];
    END LOOP;

    IF appended = 0 THEN
        RETURN;
    END IF;

    INSERT INTO ledger.events (organisation, position, stream, entry, recorded_at, body, content, hash)
    SELECT of_organisation, new.position, streams[new.stream], new.entry, recorded, new.body,
        convert_from(new.body, 'UTF8')::jsonb, new.hash
    FROM unnest(positions, event_streams, event_entries, bodies, hashes)
        AS new (position, stream, entry, body, hash)
    WHERE new.position IS NOT NULL;

    INSERT INTO ledger.outcomes
        (organisation, command_id, actor, digest, refusal, stream, first_position, last_position, recorded_at)
    SELECT of_organisation, new.command_id, new.actor, new.digest, new.refusal, streams[new.home],
        new.first, new.last, recorded
    FROM unnest(command_ids, actors, digests, refusals, homes, firsts, lasts, verdicts)
        AS new (command_id, actor, digest, refusal, home, first, last, verdict)
    WHERE new.verdict = 'appended';

    INSERT INTO vault.command_keys (organisation, command_id, key)
    SELECT of_organisation, new.command_id, new.key
    FROM unnest(command_ids, digest_keys, verdicts) AS new (command_id, key, verdict)
    WHERE new.verdict = 'appended';

    IF cardinality(secret_ids) > 0 THEN
        INSERT INTO vault.secrets (organisation, id, command_id, subject, value, key)
        SELECT of_organisation, new.id, command_ids[new.command], new.subject, new.value, new.key
        FROM unnest(secret_commands, secret_ids, secret_values, secret_keys, secret_subjects)
            AS new (command, id, value, key, subject)
        WHERE verdicts[new.command] = 'appended';
    END IF;

    IF cardinality(message_ids) > 0 THEN
        INSERT INTO mail.outbox
            (organisation, id, file, occurrence, recipient, subject, content, created_at)
        SELECT of_organisation, new.id, new.file, new.occurrence, new.recipient, new.subject, new.content,
            new.created_at
        FROM unnest(message_commands, message_ids, message_files, message_occurrences, message_recipients,
                    message_subjects, message_contents, message_times)
            AS new (command, id, file, occurrence, recipient, subject, content, created_at)
        WHERE verdicts[new.command] = 'appended';
    END IF;

    UPDATE ledger.heads SET position = head_position, hash = head_hash, recorded_at = recorded
    WHERE heads.organisation = of_organisation AND heads.position <> head_position;
END
$$;

REVOKE ALL ON FUNCTION ledger.append FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ledger.append TO escale_service;
