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

_A_STAY_HAS_A_PLACE = """
CREATE FUNCTION beds_stay_has_a_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF isempty(NEW.nights) THEN
        RETURN NEW;
    END IF;
    PERFORM beds_lock(NEW.site_id);
    IF NOT EXISTS (SELECT FROM beds_place p WHERE p.id = NEW.place_id AND p.site_id = NEW.site_id
                     AND p.partnership_id = NEW.partnership_id AND p.organisation_id = NEW.organisation_id)
       OR NOT coalesce((SELECT range_agg(s.nights) FROM beds_standing s
                         WHERE s.place_id = NEW.place_id AND s.nights && NEW.nights) @> NEW.nights, false) THEN
        RAISE EXCEPTION 'There is no such place on those nights.' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM beds_outage o WHERE o.place_id = NEW.place_id AND o.nights && NEW.nights) THEN
        RAISE EXCEPTION 'The place is out of order on one of those nights.' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.override_id IS NULL AND EXISTS (
        SELECT FROM beds_bar b WHERE b.site_id = NEW.site_id AND b.guest_id = NEW.guest_id AND b.nights && NEW.nights
    ) AND (TG_OP = 'INSERT' OR NOT OLD.nights @> NEW.nights OR OLD.site_id <> NEW.site_id) THEN
        RAISE EXCEPTION 'The guest is barred from the site on one of those nights.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER beds_stay_has_a_place BEFORE INSERT OR UPDATE ON beds_segment
    FOR EACH ROW EXECUTE FUNCTION beds_stay_has_a_place();
"""

_A_STAY_IS_WITHIN_ITS_BLOCK = """
CREATE FUNCTION beds_stay_is_within_its_block() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    whose uuid := NEW.entitlement_id;
BEGIN
    IF EXISTS (
        SELECT FROM beds_segment s
          LEFT JOIN beds_block b ON b.entitlement_id = s.entitlement_id
          LEFT JOIN beds_entitlement e ON e.id = s.entitlement_id
         WHERE s.entitlement_id = whose AND NOT isempty(s.nights) AND s.guest_id IS NOT NULL
           AND (b.nights IS NULL OR b.guest_id IS DISTINCT FROM s.guest_id
                OR NOT b.nights @> s.nights OR NOT e.nights @> s.nights)
    ) THEN
        RAISE EXCEPTION 'A stay is of a place that was given, and within its block.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER beds_stay_is_within_its_block AFTER INSERT OR UPDATE ON beds_segment
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION beds_stay_is_within_its_block();
CREATE CONSTRAINT TRIGGER beds_block_holds_its_stays AFTER UPDATE ON beds_block
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION beds_stay_is_within_its_block();
"""

_A_QUARANTINE_IS_KEPT = """
CREATE FUNCTION beds_quarantine_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    given beds_entitlement;
BEGIN
    IF current_user = 'samsyn_retention' THEN
        RETURN NEW;
    END IF;
    SELECT * INTO given FROM beds_entitlement WHERE id = NEW.entitlement_id;
    IF NOT FOUND OR given.partnership_id <> NEW.partnership_id THEN
        RAISE EXCEPTION 'A block belongs to a place that was given.' USING ERRCODE = 'check_violation';
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.entitlement_id <> OLD.entitlement_id THEN
        RAISE EXCEPTION 'A block stays with its place.' USING ERRCODE = 'check_violation';
    END IF;
    IF given.left_on IS NULL AND NEW.lifted_by_id IS NULL
       AND (isempty(NEW.nights) OR upper(NEW.nights) < upper(given.nights) + given.quarantine_nights) THEN
        RAISE EXCEPTION 'A quarantine is cut by an early end or by a recorded override.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER beds_quarantine_is_kept BEFORE INSERT OR UPDATE ON beds_block
    FOR EACH ROW EXECUTE FUNCTION beds_quarantine_is_kept();
"""

_GIVEN_IS_GIVEN = """
CREATE FUNCTION beds_given_is_given() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_user <> 'samsyn_retention' AND (
        (to_jsonb(OLD) - 'left_on' - 'ended') IS DISTINCT FROM (to_jsonb(NEW) - 'left_on' - 'ended')
        OR (OLD.left_on IS NOT NULL AND NEW.left_on IS NOT NULL AND NEW.left_on > OLD.left_on)
        OR (NEW.left_on IS NOT NULL AND (NEW.left_on < lower(OLD.nights) OR NEW.left_on > upper(OLD.nights)))
    ) THEN
        RAISE EXCEPTION 'What was given stands; it can only end earlier.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER beds_given_is_given BEFORE UPDATE ON beds_entitlement
    FOR EACH ROW EXECUTE FUNCTION beds_given_is_given();
CREATE FUNCTION beds_given_to_a_guest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM beds_guest g WHERE g.id = NEW.guest_id AND g.partnership_id = NEW.partnership_id) THEN
        RAISE EXCEPTION 'A place is given to a guest.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER beds_given_to_a_guest BEFORE INSERT ON beds_entitlement
    FOR EACH ROW EXECUTE FUNCTION beds_given_to_a_guest();
"""

_NOBODY_LOSES_A_PLACE = """
CREATE FUNCTION beds_nobody_loses_a_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    lost uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.place_id ELSE NEW.place_id END;
BEGIN
    IF EXISTS (
        SELECT FROM beds_segment g
         WHERE g.place_id = lost AND NOT isempty(g.nights)
           AND (NOT coalesce((SELECT range_agg(s.nights) FROM beds_standing s WHERE s.place_id = lost) @> g.nights, false)
                OR (TG_TABLE_NAME = 'beds_outage' AND TG_OP <> 'DELETE' AND g.nights && NEW.nights))
    ) THEN
        RAISE EXCEPTION 'Someone sleeps on the place on one of those nights. Move the guest first.'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION beds_hold_the_site() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM beds_lock((SELECT p.site_id FROM beds_place p
                        WHERE p.id = CASE TG_OP WHEN 'DELETE' THEN OLD.place_id ELSE NEW.place_id END));
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
"""

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
CREATE TRIGGER {table}_beats_{event} AFTER {event} ON {table} REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION beds_beat();
"""

_GIVE = """
CREATE FUNCTION beds_give(wanted jsonb) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
    asked beds_entitlement := jsonb_populate_record(NULL::beds_entitlement, wanted);
    house uuid := (wanted->>'site_id')::uuid;
    blocked daterange := (wanted->>'blocked')::daterange;
    bed record;
    made uuid;
BEGIN
    PERFORM beds_lock(house);
    SELECT p.id, p.organisation_id INTO bed
      FROM beds_standing s JOIN beds_place p ON p.id = s.place_id
     WHERE s.site_id = house AND s.pool = asked.pool AND s.nights @> asked.nights
       AND (wanted->>'place_id' IS NULL OR p.id = (wanted->>'place_id')::uuid)
       AND NOT EXISTS (SELECT FROM beds_segment g WHERE g.place_id = p.id AND g.nights && asked.nights)
       AND NOT EXISTS (SELECT FROM beds_outage o WHERE o.place_id = p.id AND o.nights && asked.nights)
     ORDER BY p.rank, p.label LIMIT 1;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    INSERT INTO beds_entitlement SELECT (asked).*;
    INSERT INTO beds_block (entitlement_id, partnership_id, kept_by, guest_id, scheme, nights)
         VALUES (asked.id, asked.partnership_id, asked.kept_by, asked.guest_id, asked.scheme, blocked)
    ON CONFLICT DO NOTHING RETURNING entitlement_id INTO made;
    IF made IS NULL THEN
        RAISE EXCEPTION 'The guest has a place or a quarantine on one of those nights.'
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'stay_and_quarantine_do_not_overlap';
    END IF;
    INSERT INTO beds_segment (id, partnership_id, organisation_id, kept_by, entitlement_id, guest_id, sex, site_id,
                              place_id, pool, nights, override_id)
         VALUES ((wanted->>'segment_id')::uuid, asked.partnership_id, bed.organisation_id, asked.kept_by, asked.id,
                 asked.guest_id, wanted->>'sex', house, bed.id, asked.pool, asked.nights, (wanted->>'override_id')::uuid)
    ON CONFLICT DO NOTHING RETURNING id INTO made;
    IF made IS NULL THEN
        RAISE EXCEPTION 'The guest has a place on one of those nights.'
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'a_guest_has_one_place_a_night';
    END IF;
    RETURN bed.id;
END $$
"""


def _sql(*statements: str) -> list[migrations.RunSQL]:
    return [migrations.RunSQL(each, migrations.RunSQL.noop) for each in statements]


class Migration(migrations.Migration):
    dependencies = [("beds", "0002_walls")]

    operations = [
        *_sql(_LOCK, _A_STAY_HAS_A_PLACE, _A_STAY_IS_WITHIN_ITS_BLOCK, _A_QUARANTINE_IS_KEPT, _GIVEN_IS_GIVEN),
        *_sql(
            _NOBODY_LOSES_A_PLACE,
            _ON_CAPACITY.format(table="beds_standing", events="UPDATE OR DELETE"),
            _ON_CAPACITY.format(table="beds_outage", events="INSERT OR UPDATE"),
        ),
        *_sql(_PULSE),
        *_sql(
            *(
                _BEAT.format(table=f"beds_{table}", event=event)
                for table in ("segment", "standing", "outage", "night", "waiting")
                for event in ("insert", "update")
            )
        ),
        *_sql(_GIVE),
    ]
