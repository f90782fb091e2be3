"""The sum of each day, kept beside the taps, and `tallies_take` made quicker by it.

Locks, always in this order: the device's row, the pad shared (7) or alone (who closes a period), the pad's sums (8).
Whoever counts holds the last one to the end, for a moment; who holds it asks for no other of them.
"""

import django.contrib.postgres.functions
import django.db.models.deletion
from django.db import migrations, models

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    APPLICATION_ROLE,
    all_of,
    in_partnerships,
    of_acting_organisation,
    protect,
    withhold,
)

_OWN = all_of(of_acting_organisation(), in_partnerships())

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

_SO_FAR = _ADD.format(rows="tallies_event e", state="e.state = 'counted'")

_TAKE = """
CREATE OR REPLACE FUNCTION tallies_take(device_digest text, events jsonb, now timestamptz) RETURNS jsonb
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
"""As in 0003, whose words about what is sent and answered hold."""


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0001_begin"),
        ("partnerships", "0001_begin"),
        ("tallies", "0003_taking"),
    ]

    operations = [
        migrations.CreateModel(
            name="DaySum",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        db_default=django.contrib.postgres.functions.RandomUUID(),
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("pad", models.CharField(max_length=60)),
                ("day", models.DateField()),
                ("button", models.CharField(max_length=60)),
                ("sex", models.CharField(blank=True, default="", max_length=10)),
                ("age_band", models.CharField(blank=True, default="", max_length=10)),
                ("n", models.IntegerField()),
                (
                    "organisation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partnerships.partnership",
                    ),
                ),
            ],
            options={
                "verbose_name": "dagssumma",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "partnership", "pad", "day", "button", "sex", "age_band"),
                        name="a_day_has_one_sum_of_each",
                    )
                ],
            },
        ),
        migrations.RunSQL(_SO_FAR, migrations.RunSQL.noop),
        protect("tallies_daysum", read=_OWN, write=_OWN, jobs=[Job.SEED], reading_jobs=[Job.COUNT]),
        withhold("tallies_daysum", "DELETE", APPLICATION_ROLE),
        migrations.RunSQL(_KEEP, migrations.RunSQL.noop),
        migrations.RunSQL(_BY_TAPS_ALONE, migrations.RunSQL.noop),
        migrations.RunSQL(_TAKE, migrations.RunSQL.noop),
    ]
