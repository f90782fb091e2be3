"""A place has a block of its own: a stay in the guest's own quarantine is not held by the block of the stay before.

After a merge a block that lies within one of the other record is nobody's, and that one holds its nights; so only the
blocks of what was given to another record count besides the own. A place is given to the record in use.
"""

from django.db import migrations

_RECORDS = """
CREATE OR REPLACE FUNCTION beds_records(guest uuid) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 2 AS $$
DECLARE
    head uuid := (SELECT coalesce(g.merged_into_id, g.id) FROM beds_guest g WHERE g.id = guest);
BEGIN
    RETURN QUERY SELECT head UNION ALL SELECT g.id FROM beds_guest g WHERE g.merged_into_id = head;
END $$
"""
"""All records of one person, so that their rows are found by index and not one by one.

Where they are used there is no other condition that an index could serve: on a table without statistics PostgreSQL
took the exclusion's index by partnership and read every block there is."""

_HELD = """
CREATE OR REPLACE FUNCTION beds_stay_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
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
END $$
"""

_KEPT = """
CREATE OR REPLACE FUNCTION beds_quarantine_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
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
END $$
"""

_GIVEN = """
CREATE OR REPLACE FUNCTION beds_given_to_a_guest() RETURNS trigger LANGUAGE plpgsql AS $$
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
END $$
"""

_LOSES = """
CREATE OR REPLACE FUNCTION beds_nobody_loses_a_place() RETURNS trigger LANGUAGE plpgsql AS $$
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
END $$
"""
"""The outages as they are when the transaction ends: one that was begun and ended in it keeps nobody out."""


class Migration(migrations.Migration):
    dependencies = [("beds", "0004_one_guest_of_two")]

    operations = [migrations.RunSQL(each, migrations.RunSQL.noop) for each in (_RECORDS, _HELD, _KEPT, _GIVEN, _LOSES)]
