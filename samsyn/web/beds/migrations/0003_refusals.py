"""What the database refuses whoever asks, and the one call that gives a place.

Locks, always in this order: the guest's row, then sites by id. One lock per site holds what is free, the pool and the
place together. The exclusion constraints are the belt: they hold also for who takes no lock.
"""

from django.db import migrations

_LOCK = """
CREATE FUNCTION beds_lock(site uuid) RETURNS void LANGUAGE sql AS $$
    SELECT pg_advisory_xact_lock(hashtextextended(site::text, 5))
$$
"""

_SEES_ALL = """
CREATE FUNCTION beds_see_all() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    before text := coalesce(current_setting('samsyn.job', true), '');
BEGIN
    PERFORM set_config('samsyn.job', 'places', true);
    RETURN before;
END $$;
CREATE FUNCTION beds_see_as(before text) RETURNS void LANGUAGE sql AS $$ SELECT set_config('samsyn.job', before, true) $$
"""
"""A check must see what the one who writes may not: a row behind a wall can be the one in the way. What it says is
the same for all. An error puts the setting back by itself."""

_A_STAY_HAS_A_PLACE = """
CREATE FUNCTION beds_stay_is_possible() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    moved boolean;
    sight text;
BEGIN
    IF current_user = 'samsyn_retention' OR isempty(NEW.nights) THEN
        RETURN NEW;
    END IF;
    moved := TG_OP = 'INSERT' OR NOT OLD.nights @> NEW.nights OR (NEW.site_id, NEW.place_id, NEW.pool, NEW.override_id,
             NEW.organisation_id) IS DISTINCT FROM (OLD.site_id, OLD.place_id, OLD.pool, OLD.override_id, OLD.organisation_id);
    sight := beds_see_all();
    IF NEW.guest_id IS NULL OR (TG_OP = 'UPDATE' AND NEW.entitlement_id <> OLD.entitlement_id) OR NOT EXISTS (
        SELECT FROM beds_entitlement e WHERE e.id = NEW.entitlement_id AND e.partnership_id = NEW.partnership_id
           AND beds_same_guest(e.guest_id, NEW.guest_id)
    ) THEN
        RAISE EXCEPTION 'A stay is of a place that was given to the guest.' USING ERRCODE = 'check_violation';
    END IF;
    IF moved THEN
        PERFORM beds_lock(NEW.site_id);
        IF NOT EXISTS (SELECT FROM beds_place p WHERE p.id = NEW.place_id AND p.site_id = NEW.site_id
                         AND p.partnership_id = NEW.partnership_id AND p.organisation_id = NEW.organisation_id)
           OR NOT coalesce((SELECT range_agg(s.nights) FROM beds_standing s
                             WHERE s.place_id = NEW.place_id AND s.pool = NEW.pool AND s.nights && NEW.nights)
                           @> NEW.nights, false) THEN
            RAISE EXCEPTION 'There is no such place on those nights.' USING ERRCODE = 'check_violation';
        END IF;
        IF EXISTS (SELECT FROM beds_outage o WHERE o.place_id = NEW.place_id AND o.nights && NEW.nights) THEN
            RAISE EXCEPTION 'The place is out of order on one of those nights.' USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.override_id IS NULL THEN
            IF EXISTS (SELECT FROM beds_records(NEW.guest_id) own(id) JOIN beds_bar b ON b.guest_id = own.id
                        WHERE b.site_id = NEW.site_id AND b.nights && NEW.nights) THEN
                RAISE EXCEPTION 'The guest is barred from the site on one of those nights.'
                    USING ERRCODE = 'check_violation';
            END IF;
        ELSIF NOT EXISTS (SELECT FROM beds_override o WHERE o.id = NEW.override_id AND o.what = 'bar'
                             AND o.partnership_id = NEW.partnership_id AND o.night <= lower(NEW.nights)
                             AND beds_same_guest(o.guest_id, NEW.guest_id)) THEN
            RAISE EXCEPTION 'A bar is set aside by a decision on this guest.' USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    PERFORM beds_see_as(sight);
    RETURN NEW;
END $$;
CREATE TRIGGER beds_stay_is_possible BEFORE INSERT OR UPDATE ON beds_segment
    FOR EACH ROW EXECUTE FUNCTION beds_stay_is_possible();
"""

_A_STAY_IS_WITHIN_ITS_BLOCK = """
CREATE FUNCTION beds_stay_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    row jsonb := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
    whose uuid := row->>(CASE TG_TABLE_NAME WHEN 'beds_entitlement' THEN 'id' ELSE 'entitlement_id' END);
    sight text;
BEGIN
    IF current_user = 'samsyn_retention' THEN
        RETURN NULL;
    END IF;
    sight := beds_see_all();
    IF EXISTS (
        SELECT FROM beds_segment s JOIN beds_entitlement e ON e.id = s.entitlement_id
         WHERE s.entitlement_id = whose AND NOT isempty(s.nights) AND s.guest_id IS NOT NULL
           AND (NOT daterange(lower(e.nights), coalesce(e.left_on, upper(e.nights))) @> s.nights
                OR NOT coalesce((SELECT range_agg(b.nights)
                                   FROM beds_records(s.guest_id) own(id) JOIN beds_block b ON b.guest_id = own.id
                                   JOIN beds_entitlement o ON o.id = b.entitlement_id
                                  WHERE (b.scheme = e.scheme) IS TRUE
                                    AND (o.id = e.id OR o.guest_id <> e.guest_id)) @> s.nights, false))
    ) THEN
        RAISE EXCEPTION 'A stay is of a place that was given, and within its block.' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM beds_see_as(sight);
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER beds_stay_is_held AFTER INSERT OR UPDATE ON beds_segment
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION beds_stay_is_held();
CREATE CONSTRAINT TRIGGER beds_block_holds_its_stays AFTER UPDATE OR DELETE ON beds_block
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION beds_stay_is_held();
CREATE CONSTRAINT TRIGGER beds_end_ends_its_stays AFTER UPDATE ON beds_entitlement
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION beds_stay_is_held();
"""
"""A place has a block of its own: a stay in the guest's own quarantine is not held by the block of the stay before. After a
merge a block that lies within one of the other record is nobody's, and that one holds its nights; so only the blocks of
what was given to another record count besides the own."""

_A_QUARANTINE_IS_KEPT = """
CREATE FUNCTION beds_block_is_of_a_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sight text;
BEGIN
    IF current_user = 'samsyn_retention' THEN
        RETURN NEW;
    END IF;
    sight := beds_see_all();
    IF NOT EXISTS (SELECT FROM beds_entitlement e
                    WHERE e.id = NEW.entitlement_id AND e.partnership_id = NEW.partnership_id) THEN
        RAISE EXCEPTION 'A block belongs to a place that was given.' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.entitlement_id, NEW.scheme) IS DISTINCT FROM (OLD.entitlement_id, OLD.scheme) THEN
        RAISE EXCEPTION 'A block stays with its place.' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.lifted_by_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.lifted_by_id IS DISTINCT FROM OLD.lifted_by_id)
       AND NOT EXISTS (
        SELECT FROM beds_override o WHERE o.id = NEW.lifted_by_id AND o.what = 'quarantine'
           AND o.partnership_id = NEW.partnership_id AND beds_same_guest(o.guest_id, NEW.guest_id)
    ) THEN
        RAISE EXCEPTION 'A quarantine is lifted by a decision on this guest.' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM beds_see_as(sight);
    RETURN NEW;
END $$;
CREATE TRIGGER beds_block_is_of_a_place BEFORE INSERT OR UPDATE ON beds_block
    FOR EACH ROW EXECUTE FUNCTION beds_block_is_of_a_place();

CREATE FUNCTION beds_quarantine_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    whose uuid;
    given beds_entitlement;
    owed daterange;
    sight text;
BEGIN
    IF current_user = 'samsyn_retention' THEN
        RETURN NULL;
    END IF;
    sight := beds_see_all();
    whose := CASE WHEN TG_TABLE_NAME = 'beds_entitlement' THEN to_jsonb(NEW)->>'id'
                  WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD)->>'entitlement_id'
                  ELSE to_jsonb(NEW)->>'entitlement_id' END;
    SELECT * INTO given FROM beds_entitlement WHERE id = whose;
    IF given.guest_id IS NOT NULL THEN
        IF EXISTS (SELECT FROM beds_block b WHERE b.entitlement_id = whose
                      AND NOT beds_same_guest(given.guest_id, b.guest_id)) THEN
            RAISE EXCEPTION 'A block belongs to a place that was given.' USING ERRCODE = 'check_violation';
        END IF;
        owed := daterange(lower(given.nights), greatest(lower(given.nights), coalesce(
            given.left_on,
            (SELECT min(o.night) FROM beds_block b JOIN beds_override o ON o.id = b.lifted_by_id
              WHERE b.entitlement_id = whose),
            upper(given.nights) + given.quarantine_nights)));
        IF NOT isempty(owed) AND NOT coalesce((
            SELECT range_agg(b.nights)
              FROM beds_records(given.guest_id) own(id) JOIN beds_block b ON b.guest_id = own.id
              JOIN beds_entitlement o ON o.id = b.entitlement_id
             WHERE (given.kind <> 'ordinary'
                    OR (b.scheme = given.scheme AND (o.id = given.id OR o.guest_id <> given.guest_id)))
        ) @> owed, false) THEN
            RAISE EXCEPTION 'A quarantine is cut by an early end or by a recorded override.'
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    PERFORM beds_see_as(sight);
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER beds_quarantine_is_kept AFTER INSERT OR UPDATE OR DELETE ON beds_block
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION beds_quarantine_is_kept();
CREATE CONSTRAINT TRIGGER beds_end_is_kept AFTER UPDATE ON beds_entitlement
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION beds_quarantine_is_kept();
"""

_SAME_GUEST = """
CREATE FUNCTION beds_same_guest(one uuid, other uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN one = other OR EXISTS (
        SELECT FROM beds_guest a, beds_guest b
         WHERE a.id = one AND b.id = other AND coalesce(a.merged_into_id, a.id) = coalesce(b.merged_into_id, b.id));
END $$
"""
"""Two records of one person. A record that is merged points at the one in use; merging keeps it that short."""

_RECORDS = """
CREATE FUNCTION beds_records(guest uuid) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 2 AS $$
DECLARE
    head uuid := (SELECT coalesce(g.merged_into_id, g.id) FROM beds_guest g WHERE g.id = guest);
BEGIN
    RETURN QUERY SELECT head UNION ALL SELECT g.id FROM beds_guest g WHERE g.merged_into_id = head;
END $$
"""
"""All records of one person, so that their rows are found by index and not one by one.

Where they are used there is no other condition that an index could serve: on a table without statistics PostgreSQL
took the exclusion's index by partnership and read every block there is."""

_GIVEN_IS_GIVEN = """
CREATE FUNCTION beds_given_is_given() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_user <> 'samsyn_retention' AND (
        (to_jsonb(OLD) - 'left_on' - 'ended') IS DISTINCT FROM (to_jsonb(NEW) - 'left_on' - 'ended')
        OR (OLD.left_on IS NOT NULL AND NEW.left_on IS NOT NULL AND NEW.left_on > OLD.left_on)
        OR (OLD.left_on IS NOT NULL AND NEW.left_on IS NULL)
        OR (NEW.left_on IS NOT NULL AND (NEW.left_on < lower(OLD.nights) OR NEW.left_on >= upper(OLD.nights)))
    ) THEN
        RAISE EXCEPTION 'What was given stands; it can only end earlier.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER beds_given_is_given BEFORE UPDATE ON beds_entitlement
    FOR EACH ROW EXECUTE FUNCTION beds_given_is_given();
CREATE FUNCTION beds_given_to_a_guest() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sight text := beds_see_all();
BEGIN
    IF NEW.guest_id IS NULL
       OR NOT EXISTS (SELECT FROM beds_guest g WHERE g.id = NEW.guest_id AND g.partnership_id = NEW.partnership_id
                         AND g.merged_into_id IS NULL) THEN
        RAISE EXCEPTION 'A place is given to a guest.' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM beds_see_as(sight);
    RETURN NEW;
END $$;
CREATE TRIGGER beds_given_to_a_guest BEFORE INSERT ON beds_entitlement
    FOR EACH ROW EXECUTE FUNCTION beds_given_to_a_guest();
"""

_NOBODY_LOSES_A_PLACE = """
CREATE FUNCTION beds_nobody_loses_a_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    lost uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.place_id ELSE NEW.place_id END;
    sight text := beds_see_all();
BEGIN
    IF EXISTS (
        SELECT FROM beds_segment g
         WHERE g.place_id = lost AND NOT isempty(g.nights)
           AND (NOT coalesce((SELECT range_agg(s.nights) FROM beds_standing s
                               WHERE s.place_id = lost AND s.pool = g.pool) @> g.nights, false)
                OR EXISTS (SELECT FROM beds_outage o WHERE o.place_id = lost AND o.nights && g.nights))
    ) THEN
        RAISE EXCEPTION 'Someone sleeps on the place on one of those nights. Move the guest first.'
            USING ERRCODE = 'check_violation';
    END IF;
    PERFORM beds_see_as(sight);
    RETURN NULL;
END $$;
CREATE FUNCTION beds_hold_the_site() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sight text := beds_see_all();
    bed beds_place;
BEGIN
    SELECT * INTO bed FROM beds_place p WHERE p.id = CASE TG_OP WHEN 'DELETE' THEN OLD.place_id ELSE NEW.place_id END;
    PERFORM beds_lock(bed.site_id);
    IF TG_OP <> 'DELETE' AND ((NEW.partnership_id, NEW.organisation_id) IS DISTINCT FROM (bed.partnership_id, bed.organisation_id)
                              OR coalesce(to_jsonb(NEW)->>'site_id', bed.site_id::text) <> bed.site_id::text) THEN
        RAISE EXCEPTION 'There is no such place.' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.place_id <> OLD.place_id OR (TG_TABLE_NAME = 'beds_standing' AND
            to_jsonb(NEW)->>'pool' <> to_jsonb(OLD)->>'pool' AND to_jsonb(NEW)->>'because' = '')) THEN
        RAISE EXCEPTION 'A place is moved between pools with a reason.' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM beds_see_as(sight);
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION beds_place_stays_put() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.site_id, NEW.partnership_id, NEW.organisation_id)
       IS DISTINCT FROM (OLD.site_id, OLD.partnership_id, OLD.organisation_id) THEN
        RAISE EXCEPTION 'A place stays at its site.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER beds_place_stays_put BEFORE UPDATE ON beds_place FOR EACH ROW EXECUTE FUNCTION beds_place_stays_put();
"""
"""The outages count as they are when the transaction ends: one that was begun and ended in it keeps nobody out."""

_ON_CAPACITY = """
CREATE TRIGGER {table}_holds_the_site BEFORE INSERT OR UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION beds_hold_the_site();
CREATE CONSTRAINT TRIGGER {table}_takes_no_ones_place AFTER {events} ON {table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION beds_nobody_loses_a_place();
"""

_PULSE = """
CREATE FUNCTION beds_beat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO beds_pulse (partnership_id, at) SELECT DISTINCT partnership_id, now() FROM changed;
    RETURN NULL;
END $$;
"""

_BEAT = """
CREATE TRIGGER {table}_beats_{event} AFTER {event} ON {table} REFERENCING {rows} TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION beds_beat();
"""

_HOLD = """
CREATE FUNCTION beds_guest_now(asked uuid, night date, held boolean) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    head beds_guest;
    wanted uuid := asked;
    records uuid[];
BEGIN
    FOR turn IN 1..9 LOOP
        IF held THEN
            SELECT * INTO head FROM beds_guest WHERE id = wanted FOR NO KEY UPDATE;
        ELSE
            SELECT * INTO head FROM beds_guest WHERE id = wanted;
        END IF;
        IF NOT FOUND THEN
            RETURN NULL;
        END IF;
        EXIT WHEN head.merged_into_id IS NULL;
        wanted := head.merged_into_id;
    END LOOP;
    SELECT array_agg(g.id) || head.id INTO records FROM beds_guest g WHERE g.merged_into_id = head.id;
    RETURN jsonb_build_object(
        'id', head.id, 'partnership', head.partnership_id, 'sex', head.sex, 'born', head.born,
        'blocks', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                'id', b.id, 'entitlement', e.id, 'scheme', b.scheme, 'start', lower(b.nights), 'end', upper(b.nights),
                'stay_until', CASE WHEN b.scheme <> e.scheme THEN lower(b.nights)
                    ELSE least(upper(b.nights), greatest(lower(b.nights), coalesce(e.left_on, upper(e.nights)))) END,
                'pool', e.pool, 'ended', e.ended)), '[]')
              FROM beds_block b JOIN beds_entitlement e ON e.id = b.entitlement_id
             WHERE b.partnership_id = head.partnership_id AND b.guest_id = ANY (records) AND upper(b.nights) > night),
        'bars', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                'site', b.site_id, 'start', lower(b.nights), 'end', upper(b.nights))), '[]')
              FROM beds_bar b
             WHERE b.partnership_id = head.partnership_id AND b.guest_id = ANY (records) AND upper(b.nights) > night),
        'sleeps', (SELECT jsonb_build_object('segment', g.id, 'entitlement', g.entitlement_id, 'site', s.name,
                                             'place', p.label, 'end', upper(g.nights))
              FROM beds_segment g JOIN beds_site s ON s.id = g.site_id JOIN beds_place p ON p.id = g.place_id
             WHERE g.guest_id = ANY (records) AND g.nights @> night LIMIT 1));
END $$
"""
"""Everything that decides whether a guest may have a place, in one call. `held`: the guest's row is locked first, and
what is read after it is what stands then. Null where the one who asks may not see the guest."""

_GIVE = """
CREATE FUNCTION beds_give(wanted jsonb) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
    asked beds_entitlement := jsonb_populate_record(NULL::beds_entitlement, wanted);
    house uuid := (wanted->>'site_id')::uuid;
    blocked jsonb := wanted->'blocks';
    bed record;
    sight text;
    made bigint;
BEGIN
    PERFORM beds_lock(house);
    sight := beds_see_all();
    SELECT p.id, p.organisation_id INTO bed
      FROM beds_standing s JOIN beds_place p ON p.id = s.place_id
     WHERE s.site_id = house AND s.partnership_id = asked.partnership_id AND s.pool = asked.pool
       AND s.nights @> asked.nights AND (s.kind = 'extra') = (asked.kind <> 'ordinary')
       AND (asked.kind = 'ordinary' OR s.extra_night_id IN (
            SELECT x.id FROM beds_extranight x WHERE x.trigger = asked.kind AND x.night = lower(asked.nights)))
       AND (wanted->>'place_id' IS NULL OR p.id = (wanted->>'place_id')::uuid)
       AND NOT EXISTS (SELECT FROM beds_segment g WHERE g.place_id = p.id AND g.nights && asked.nights)
       AND NOT EXISTS (SELECT FROM beds_outage o WHERE o.place_id = p.id AND o.nights && asked.nights)
     ORDER BY p.rank, p.label LIMIT 1;
    PERFORM beds_see_as(sight);
    IF bed.id IS NULL THEN
        RETURN NULL;
    END IF;
    INSERT INTO beds_entitlement SELECT (asked).*;
    INSERT INTO beds_block (id, entitlement_id, partnership_id, kept_by, guest_id, scheme, nights)
         SELECT gen_random_uuid(), asked.id, asked.partnership_id, asked.kept_by, asked.guest_id, each->>'scheme',
                (each->>'nights')::daterange
           FROM jsonb_array_elements(blocked) each
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS made = ROW_COUNT;
    IF made < jsonb_array_length(blocked) THEN
        RAISE EXCEPTION 'The guest has a place or a quarantine on one of those nights.'
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'stay_and_quarantine_do_not_overlap';
    END IF;
    INSERT INTO beds_segment (id, partnership_id, organisation_id, kept_by, entitlement_id, guest_id, sex, site_id,
                              place_id, pool, nights, override_id)
         VALUES ((wanted->>'segment_id')::uuid, asked.partnership_id, bed.organisation_id, asked.kept_by, asked.id,
                 asked.guest_id, wanted->>'sex', house, bed.id, asked.pool, asked.nights, (wanted->>'override_id')::uuid)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS made = ROW_COUNT;
    IF made = 0 THEN
        RAISE EXCEPTION 'The guest has a place on one of those nights.'
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'a_guest_has_one_place_a_night';
    END IF;
    UPDATE beds_guest SET last_night = upper(asked.nights) - 1
     WHERE id = asked.guest_id AND last_night < upper(asked.nights) - 1;
    UPDATE beds_waiting SET state = 'placed'
     WHERE guest_id = asked.guest_id AND night = lower(asked.nights) AND state = 'waits';
    RETURN bed.id;
END $$
"""

_GIVE_FIRST = """
CREATE FUNCTION beds_give_at(wanted jsonb, houses uuid[]) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    house uuid;
    bed uuid;
    card uuid;
BEGIN
    FOREACH house IN ARRAY houses LOOP
        BEGIN
            bed := beds_give(wanted || jsonb_build_object('site_id', house));
            IF bed IS NOT NULL THEN
                INSERT INTO beds_card (id, partnership_id, kept_by, guest_id, code, made_on)
                     SELECT (wanted->'card'->>'id')::uuid, (wanted->>'partnership_id')::uuid, wanted->>'kept_by',
                            (wanted->>'guest_id')::uuid, wanted->'card'->>'code', (wanted->'card'->>'made_on')::date
                      WHERE wanted->>'card' IS NOT NULL AND NOT EXISTS (
                            SELECT FROM beds_card c
                             WHERE c.guest_id = (wanted->>'guest_id')::uuid AND c.revoked_on IS NULL)
                  RETURNING id INTO card;
                RETURN (SELECT jsonb_build_object('place', to_jsonb(p), 'site', to_jsonb(s), 'card', card)
                          FROM beds_place p JOIN beds_site s ON s.id = p.site_id WHERE p.id = bed);
            END IF;
            RAISE EXCEPTION 'full' USING ERRCODE = 'BEDS1';
        EXCEPTION WHEN SQLSTATE 'BEDS1' THEN
            CONTINUE;
        END;
    END LOOP;
    RETURN NULL;
END $$
"""
"""The first site with room, in the order given, and a card for who has none (`wanted->'card'`, or null). A full site's lock is let go with its savepoint: nobody holds one site
and waits for another, so no two clerks wait for each other."""


def _sql(*statements: str) -> list[migrations.RunSQL]:
    return [migrations.RunSQL(each, migrations.RunSQL.noop) for each in statements]


class Migration(migrations.Migration):
    dependencies = [("beds", "0002_walls")]

    operations = [
        *_sql(_LOCK, _SEES_ALL, _SAME_GUEST, _RECORDS, _A_STAY_HAS_A_PLACE, _A_STAY_IS_WITHIN_ITS_BLOCK),
        *_sql(_A_QUARANTINE_IS_KEPT, _GIVEN_IS_GIVEN),
        *_sql(
            _NOBODY_LOSES_A_PLACE,
            _ON_CAPACITY.format(table="beds_standing", events="UPDATE OR DELETE"),
            _ON_CAPACITY.format(table="beds_outage", events="INSERT OR UPDATE"),
        ),
        *_sql(_PULSE),
        *_sql(
            *(
                _BEAT.format(table=f"beds_{table}", event=event, rows=rows)
                for table in ("segment", "standing", "outage", "night", "waiting")
                for event, rows in (("insert", "NEW"), ("update", "NEW"), ("delete", "OLD"))
            )
        ),
        *_sql(_HOLD, _GIVE, _GIVE_FIRST),
    ]
