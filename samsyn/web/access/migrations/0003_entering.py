"""`samsyn_enter`: who someone is here, in one round trip, and the settings that the policies read.

Among them in which bodies the person sits, and which day it is: a coordination keeps rows, a night passes.
"""

from django.db import migrations

_FUNCTION = """
CREATE FUNCTION samsyn_enter(asking uuid, organisation_slug text, day date, reading_roles text[])
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    me record;
    acting record;
    held text[] := '{}';
    places jsonb := '[]';
    given jsonb := '[]';
    seats jsonb := '[]';
    choices jsonb;
    named jsonb := '[]';
BEGIN
    PERFORM set_config('samsyn.job', 'entry', true);

    SELECT id, display_name, is_demo INTO me FROM organisations_person WHERE id = asking AND is_active;
    IF NOT FOUND THEN
        PERFORM set_config('samsyn.job', '', true);
        RETURN NULL;
    END IF;

    SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('slug', o.slug, 'name', o.name, 'kind', o.kind)), '[]')
      INTO choices
      FROM organisations_membership m JOIN organisations_organisation o ON o.id = m.organisation_id
     WHERE m.person_id = asking AND m.since <= day AND (m.until IS NULL OR m.until > day);

    SELECT o.id, o.slug, o.name, o.kind, o.is_demo INTO acting FROM organisations_organisation o
     WHERE o.slug = organisation_slug
       AND EXISTS (SELECT FROM organisations_membership m
                    WHERE m.person_id = asking AND m.organisation_id = o.id
                      AND m.since <= day AND (m.until IS NULL OR m.until > day));
    SELECT coalesce(array_agg(m.role::text), '{}') INTO held FROM organisations_membership m
     WHERE m.person_id = asking AND m.organisation_id = acting.id
       AND m.since <= day AND (m.until IS NULL OR m.until > day);

    IF held && reading_roles THEN
        SELECT coalesce(jsonb_agg(jsonb_build_array(p.partnership_id, p.kind)), '[]') INTO places
          FROM partnerships_partnershipparty p WHERE p.organisation_id = acting.id;
        IF jsonb_array_length(places) <= 30 THEN
            SELECT coalesce(jsonb_agg(jsonb_build_object('slug', s.slug, 'name', s.name, 'kind', p.kind)
                                      ORDER BY s.name), '[]') INTO named
              FROM partnerships_partnershipparty p JOIN partnerships_partnership s ON s.id = p.partnership_id
             WHERE p.organisation_id = acting.id;
        END IF;
        SELECT coalesce(jsonb_agg(jsonb_build_array(g.partnership_id, g.owner_id, g.scope)), '[]') INTO given
          FROM access_grant g
         WHERE g.recipient_id = acting.id AND g.since <= day AND (g.until IS NULL OR g.until > day)
           AND g.partnership_id IN (SELECT p.partnership_id FROM partnerships_partnershipparty p
                                     WHERE p.organisation_id = acting.id);
        SELECT coalesce(jsonb_agg(jsonb_build_array(a.partnership_id, a.body, a.function)), '[]') INTO seats
          FROM partnerships_appointment a
         WHERE a.person_id = asking AND a.organisation_id = acting.id
           AND a.since <= day AND (a.until IS NULL OR a.until > day);
    END IF;

    PERFORM set_config('samsyn.job', '', true),
            set_config('samsyn.viewer', asking::text, true),
            set_config('samsyn.organisation', coalesce(acting.id::text, ''), true),
            set_config('samsyn.partnerships', (SELECT coalesce(string_agg(x->>0, ','), '')
                       FROM jsonb_array_elements(places) x WHERE x->>1 = 'party'), true),
            set_config('samsyn.participations', (SELECT coalesce(string_agg(x->>0, ','), '')
                       FROM jsonb_array_elements(places) x WHERE x->>1 = 'participant'), true),
            set_config('samsyn.grants', (SELECT coalesce(string_agg(concat_ws('/', x->>0, x->>1, x->>2), ','), '')
                       FROM jsonb_array_elements(given) x), true),
            set_config('samsyn.seats', (SELECT coalesce(string_agg(DISTINCT concat_ws('/', x->>0, x->>1), ','), '')
                       FROM jsonb_array_elements(seats) x), true),
            set_config('samsyn.day', day::text, true);

    RETURN jsonb_build_object(
        'person', jsonb_build_object('id', me.id, 'name', me.display_name, 'is_demo', me.is_demo),
        'organisation', CASE WHEN acting.id IS NULL THEN NULL ELSE jsonb_build_object(
            'id', acting.id, 'slug', acting.slug, 'name', acting.name, 'kind', acting.kind,
            'is_demo', acting.is_demo) END,
        'roles', to_jsonb(held), 'places', places, 'grants', given, 'seats', seats,
        'choices', choices, 'partnership_choices', named);
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0002_walls")]

    operations = [
        migrations.RunSQL(_FUNCTION, "DROP FUNCTION samsyn_enter(uuid, text, date, text[])"),
    ]
