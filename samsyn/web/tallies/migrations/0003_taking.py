"""What the database refuses whoever asks, the sum of each day kept beside the taps, and the one call that takes what a pad sends.

Locks, always in this order: the device's row, the pad shared (7) or alone (who closes a period), the pad's sums (8).
Whoever counts holds the last one to the end, for a moment; who holds it asks for no other of them.
"""

from django.db import migrations

_LOCKS = """
CREATE FUNCTION tallies_key(organisation uuid, partnership uuid, pad text, what int) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$
    SELECT hashtextextended(organisation::text || partnership::text || pad, what)
$$;
CREATE FUNCTION tallies_would_be_negative(event tallies_event) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(tallies_key(event.organisation_id, event.partnership_id, event.pad, 8));
    RETURN event.n + coalesce((
        SELECT sum(e.n) FROM tallies_event e
         WHERE e.organisation_id = event.organisation_id AND e.partnership_id = event.partnership_id AND e.pad = event.pad
           AND e.day = event.day AND e.button = event.button AND e.sex = event.sex AND e.age_band = event.age_band
           AND e.state = 'counted' AND e.id <> event.id), 0) < 0;
END $$
"""
"""7 is the pad, 8 is «fewer». What is asked after the lock sees what whoever held it has committed."""

_ARRIVES = """
CREATE FUNCTION tallies_event_arrives() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    undone tallies_event;
BEGIN
    NEW.state := 'counted';
    NEW.decided_at := NULL;
    NEW.decided_by_id := NULL;
    NEW.decided_because := '';
    PERFORM pg_advisory_xact_lock_shared(tallies_key(NEW.organisation_id, NEW.partnership_id, NEW.pad, 7));
    IF NEW.undoes_id IS NOT NULL THEN
        SELECT * INTO undone FROM tallies_event e WHERE e.id = NEW.undoes_id;
        IF undone.id IS NULL OR undone.undoes_id IS NOT NULL OR
           (NEW.organisation_id, NEW.partnership_id, NEW.pad, NEW.button, NEW.day, NEW.sex, NEW.age_band, NEW.n)
           IS DISTINCT FROM (undone.organisation_id, undone.partnership_id, undone.pad, undone.button, undone.day,
                             undone.sex, undone.age_band, -undone.n) THEN
            RAISE EXCEPTION 'An undoing takes back the whole of one event.' USING ERRCODE = 'check_violation';
        END IF;
        IF undone.state <> 'counted' THEN
            NEW.state := undone.state;
            NEW.decided_at := undone.decided_at;
            NEW.decided_by_id := undone.decided_by_id;
            NEW.decided_because := undone.decided_because;
            RETURN NEW;
        END IF;
    END IF;
    IF EXISTS (SELECT FROM tallies_closedperiod c
                WHERE c.organisation_id = NEW.organisation_id AND c.partnership_id = NEW.partnership_id
                  AND c.pad = NEW.pad AND c.days @> NEW.day AND c.reopened_at IS NULL) THEN
        NEW.state := 'waits';
    ELSIF NEW.n < 0 AND tallies_would_be_negative(NEW) THEN
        IF NEW.source = 'pad' THEN
            NEW.state := 'waits';
        ELSIF NEW.source = 'correction' THEN
            RAISE EXCEPTION 'A sum is never below zero.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'a_sum_is_never_below_zero';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER tallies_event_arrives BEFORE INSERT ON tallies_event
    FOR EACH ROW EXECUTE FUNCTION tallies_event_arrives();
"""
"""The undoing of what waits waits with it, and of what is refused is refused with it. A tap that is undone after somebody
has corrected the day to nothing waits too: a sum below zero is for a person to look at, never for a pad to make."""

_DECIDED = """
CREATE FUNCTION tallies_event_is_decided() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_user = 'samsyn_retention' THEN
        RETURN NEW;
    END IF;
    IF (OLD.state, OLD.decided_at, OLD.decided_by_id, OLD.decided_because)
       IS NOT DISTINCT FROM (NEW.state, NEW.decided_at, NEW.decided_by_id, NEW.decided_because) THEN
        RETURN NEW;
    END IF;
    IF OLD.state <> 'waits' OR NEW.state NOT IN ('counted', 'refused') OR NEW.decided_at IS NULL
       OR NEW.decided_because = '' THEN
        RAISE EXCEPTION 'What waits is decided once, with a reason.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.state = 'counted' THEN
        PERFORM pg_advisory_xact_lock_shared(tallies_key(NEW.organisation_id, NEW.partnership_id, NEW.pad, 7));
        IF NEW.undoes_id IS NOT NULL
           AND NOT EXISTS (SELECT FROM tallies_event e WHERE e.id = NEW.undoes_id AND e.state = 'counted') THEN
            RAISE EXCEPTION 'Only what is counted is undone.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'only_what_is_counted_is_undone';
        END IF;
        IF NEW.n < 0 AND tallies_would_be_negative(NEW) THEN
            RAISE EXCEPTION 'A sum is never below zero.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'a_sum_is_never_below_zero';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER tallies_event_is_decided BEFORE UPDATE ON tallies_event
    FOR EACH ROW EXECUTE FUNCTION tallies_event_is_decided();
"""

_CLOSES = """
CREATE FUNCTION tallies_period_closes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_user <> 'samsyn_retention' THEN
        PERFORM pg_advisory_xact_lock(tallies_key(NEW.organisation_id, NEW.partnership_id, NEW.pad, 7));
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER tallies_period_closes BEFORE INSERT OR UPDATE ON tallies_closedperiod
    FOR EACH ROW EXECUTE FUNCTION tallies_period_closes();

CREATE FUNCTION tallies_period_stays_reopened() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.reopened_at IS NOT NULL AND to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW)
       AND current_user <> 'samsyn_retention' THEN
        RAISE EXCEPTION 'A period is reopened once. Close its days anew.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER tallies_period_stays_reopened BEFORE UPDATE ON tallies_closedperiod
    FOR EACH ROW EXECUTE FUNCTION tallies_period_stays_reopened();

CREATE FUNCTION tallies_device_stays_revoked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.revoked_at IS NOT NULL AND to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW)
       AND current_user <> 'samsyn_retention' THEN
        RAISE EXCEPTION 'A device is revoked for good. Make another.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER tallies_device_stays_revoked BEFORE UPDATE ON tallies_device
    FOR EACH ROW EXECUTE FUNCTION tallies_device_stays_revoked();
"""

_WHY_NOT = """
CREATE FUNCTION tallies_why_not(shown jsonb, today date, day date, button text, sex text, age_band text)
RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN NOT shown->'buttons' ? button THEN 'button'
        WHEN day < today - 400 THEN 'old'
        WHEN day > today + 1 THEN 'ahead'
        WHEN sex <> '' AND NOT (shown->'asks' ? 'sex' AND sex IN ('woman', 'man', 'other', 'not_stated')) THEN 'sex'
        WHEN age_band <> '' AND NOT shown->'age_bands' ? age_band THEN 'age_band'
    END
$$
"""

_ADD = """
INSERT INTO tallies_daysum AS s (partnership_id, organisation_id, pad, day, button, sex, age_band, n)
SELECT e.partnership_id, e.organisation_id, e.pad, e.day, e.button, e.sex, e.age_band, sum(e.n)
  FROM {rows} WHERE {state} GROUP BY 1, 2, 3, 4, 5, 6, 7
ON CONFLICT (organisation_id, partnership_id, pad, day, button, sex, age_band) DO UPDATE SET n = s.n + excluded.n;
"""

_KEEP = f"""
CREATE FUNCTION tallies_sums_grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(tallies_key(p.organisation_id, p.partnership_id, p.pad, 8))
       FROM (SELECT DISTINCT organisation_id, partnership_id, pad FROM arrived ORDER BY 1, 2, 3) p;
    {_ADD.format(rows="arrived e", state="e.state = 'counted'")}
    RETURN NULL;
END $$;
CREATE TRIGGER tallies_sums_grow AFTER INSERT ON tallies_event
    REFERENCING NEW TABLE AS arrived FOR EACH STATEMENT EXECUTE FUNCTION tallies_sums_grow();

CREATE FUNCTION tallies_sums_take_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(tallies_key(p.organisation_id, p.partnership_id, p.pad, 8))
       FROM (SELECT DISTINCT organisation_id, partnership_id, pad FROM decided ORDER BY 1, 2, 3) p;
    {_ADD.format(rows="decided e JOIN waited w ON w.id = e.id", state="e.state = 'counted' AND w.state <> 'counted'")}
    RETURN NULL;
END $$;
CREATE TRIGGER tallies_sums_take_in AFTER UPDATE ON tallies_event
    REFERENCING OLD TABLE AS waited NEW TABLE AS decided FOR EACH STATEMENT EXECUTE FUNCTION tallies_sums_take_in();
"""

_BY_TAPS_ALONE = """
CREATE FUNCTION tallies_sums_are_reckoned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_trigger_depth() < 2 AND current_user <> 'samsyn_retention' THEN
        RAISE EXCEPTION 'A sum is written by the events it is of.' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER tallies_sums_are_reckoned BEFORE INSERT OR UPDATE ON tallies_daysum
    FOR EACH ROW EXECUTE FUNCTION tallies_sums_are_reckoned();
"""
"""Inside a trigger of the events it is the second; who writes a sum by hand meets it as the first."""

_TAKE = """
CREATE FUNCTION tallies_take(device_digest text, events jsonb, now timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    tablet tallies_device;
    today date := (now AT TIME ZONE 'Europe/Stockholm')::date;
    made jsonb := '{}';
    undoings jsonb := '{}';
    others jsonb := '{}';
BEGIN
    PERFORM set_config('samsyn.job', 'pad', true);
    SELECT * INTO tablet FROM tallies_device d WHERE d.token_digest = device_digest AND d.revoked_at IS NULL;
    IF tablet.id IS NULL THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('samsyn.organisation', tablet.organisation_id::text, true),
            set_config('samsyn.partnerships', tablet.partnership_id::text, true);
    -- Held to the end, so that nothing is counted after the tablet was revoked. Written at most once a minute.
    IF tablet.last_seen_at IS NULL OR tablet.last_seen_at < now - interval '1 minute' OR tablet.last_seen_at > now THEN
        UPDATE tallies_device d SET last_seen_at = now WHERE d.id = tablet.id AND d.revoked_at IS NULL;
    ELSE
        PERFORM FROM tallies_device d WHERE d.id = tablet.id AND d.revoked_at IS NULL FOR SHARE;
    END IF;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;

    WITH sent AS (
        SELECT DISTINCT ON (e.id) e.*
          FROM jsonb_to_recordset(events) AS e(id uuid, button text, day date, at timestamptz, offset_minutes int,
                                               sex text, age_band text, undoes uuid)
         WHERE e.undoes IS NULL ORDER BY e.id
    ), inserted AS (
        INSERT INTO tallies_event (id, partnership_id, organisation_id, pad, button, day, at, offset_minutes,
                                   received_at, device_id, source, n, sex, age_band, reason, state, decided_because)
        SELECT s.id, tablet.partnership_id, tablet.organisation_id, tablet.pad, s.button, s.day, s.at,
               s.offset_minutes, now, tablet.id, 'pad', 1, s.sex, s.age_band, '', 'counted', ''
          FROM sent s
         WHERE tallies_why_not(tablet.shown, today, s.day, s.button, s.sex, s.age_band) IS NULL
         ORDER BY s.id
        ON CONFLICT DO NOTHING
        RETURNING id, state
    )
    SELECT coalesce(jsonb_object_agg(i.id, jsonb_build_object('state', i.state, 'why', '')), '{}')
      INTO made FROM inserted i;

    IF jsonb_path_exists(events, '$[*].undoes ? (@ != null)') THEN
        WITH sent AS (
            SELECT DISTINCT ON (e.id) e.*
              FROM jsonb_to_recordset(events) AS e(id uuid, at timestamptz, offset_minutes int, undoes uuid)
             WHERE e.undoes IS NOT NULL ORDER BY e.id
        ), inserted AS (
            INSERT INTO tallies_event (id, partnership_id, organisation_id, pad, button, day, at, offset_minutes,
                                       received_at, device_id, source, n, sex, age_band, reason, state,
                                       decided_because, undoes_id)
            SELECT s.id, o.partnership_id, o.organisation_id, o.pad, o.button, o.day, s.at, s.offset_minutes, now,
                   tablet.id, 'pad', -1, o.sex, o.age_band, '', 'counted', '', o.id
              FROM sent s JOIN tallies_event o ON o.id = s.undoes
             WHERE o.partnership_id = tablet.partnership_id AND o.organisation_id = tablet.organisation_id
               AND o.pad = tablet.pad AND o.source = 'pad' AND o.undoes_id IS NULL
             ORDER BY s.id
            ON CONFLICT DO NOTHING
            RETURNING id, state
        )
        SELECT coalesce(jsonb_object_agg(i.id, jsonb_build_object('state', i.state, 'why', '')), '{}')
          INTO undoings FROM inserted i;
        made := made || undoings;
    END IF;

    -- What was not made is known since before, or refused; mostly there is none of it.
    IF (SELECT count(DISTINCT each->>'id') FROM jsonb_array_elements(events) each)
       > (SELECT count(*) FROM jsonb_object_keys(made)) THEN
        SELECT coalesce(jsonb_object_agg(s.id, jsonb_build_object('state', CASE
                   WHEN own.state = 'waits' THEN 'waits'
                   WHEN own.id IS NOT NULL THEN 'known'
                   ELSE 'refused' END,
               'why', CASE
                   WHEN own.id IS NOT NULL THEN ''
                   WHEN s.undoes IS NULL THEN coalesce(tallies_why_not(tablet.shown, today, s.day, s.button, s.sex,
                                                                       s.age_band), 'taken')
                   WHEN EXISTS (SELECT FROM tallies_event u WHERE u.undoes_id = s.undoes) THEN 'undone'
                   ELSE 'nothing' END)), '{}') INTO others
          FROM jsonb_to_recordset(events) AS s(id uuid, button text, day date, sex text, age_band text, undoes uuid)
          LEFT JOIN jsonb_object_keys(made) AS m(id) ON m.id = s.id::text
          LEFT JOIN tallies_event own ON own.id = s.id
         WHERE m.id IS NULL;
    END IF;

    RETURN jsonb_build_object(
        'today', today,
        'counts', (
            SELECT coalesce(jsonb_object_agg(c.button, c.n), '{}') FROM (
                SELECT d.button, sum(d.n) AS n FROM tallies_daysum d
                 WHERE d.organisation_id = tablet.organisation_id AND d.partnership_id = tablet.partnership_id
                   AND d.pad = tablet.pad AND d.day = today GROUP BY d.button) c),
        'results', made || others);
END $$
"""
"""`events`: [{"id", "button", "day", "at", "offset_minutes", "sex", "age_band", "undoes"}], already read and found to be of
those kinds. Null where no live device has the credential. Otherwise {"today", "counts": {button: n}, "results": {id:
{"state": counted|waits|known|refused, "why": code}}}. What was sent before is known, whatever it says now; an id that is
somebody else's is refused in the same words as any id that cannot be used. The scope stays until the transaction ends."""


def _sql(*statements: str) -> list[migrations.RunSQL]:
    return [migrations.RunSQL(each, migrations.RunSQL.noop) for each in statements]


class Migration(migrations.Migration):
    dependencies = [("tallies", "0002_walls")]

    operations = _sql(_LOCKS, _ARRIVES, _DECIDED, _CLOSES, _WHY_NOT, _KEEP, _BY_TAPS_ALONE, _TAKE)
