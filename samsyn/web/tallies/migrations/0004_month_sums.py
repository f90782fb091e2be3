"""The sum of each month beside the sum of each day, kept by the same statement; what is counted since before is added up once.

A report of a half-year reads some rows for each button and month, however many taps there were and however many days.
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
from samsyn.web.project.tables import CreateModels

_OWN = all_of(of_acting_organisation(), in_partnerships())

ADD_UP = """
INSERT INTO tallies_monthsum (partnership_id, organisation_id, pad, month, button, sex, age_band, n)
SELECT partnership_id, organisation_id, pad, date_trunc('month', day)::date, button, sex, age_band, sum(n)
  FROM tallies_daysum GROUP BY 1, 2, 3, 4, 5, 6, 7;
"""
"""Whoever counts meanwhile waits: `_HOLD` comes first, and lasts until the new triggers stand."""

_HOLD = """
LOCK TABLE tallies_event IN SHARE ROW EXCLUSIVE MODE;
SELECT set_config('samsyn.job', 'seed', true);
"""
_LET_GO = "SELECT set_config('samsyn.job', '', true);"

_ADD = """
    INSERT INTO tallies_{what}sum AS s (partnership_id, organisation_id, pad, {what}, button, sex, age_band, n)
    SELECT e.partnership_id, e.organisation_id, e.pad, {of}, e.button, e.sex, e.age_band, sum(e.n)
      FROM {rows} WHERE {state} GROUP BY 1, 2, 3, 4, 5, 6, 7
    ON CONFLICT (organisation_id, partnership_id, pad, {what}, button, sex, age_band) DO UPDATE SET n = s.n + excluded.n;
"""
_KEPT = {"day": "e.day", "month": "date_trunc('month', e.day)::date"}


def _keeps(kept, function, changed, rows, state):
    """A trigger's function that adds what a statement counted to each of the sums, one pad at a time."""
    return f"""
CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(tallies_key(p.organisation_id, p.partnership_id, p.pad, 8))
       FROM (SELECT DISTINCT organisation_id, partnership_id, pad FROM {changed} ORDER BY 1, 2, 3) p;
    {"".join(_ADD.format(what=what, of=_KEPT[what], rows=rows, state=state) for what in kept)}
    RETURN NULL;
END $$;
"""


def _both(*kept):
    return _keeps(kept, "tallies_sums_grow", "arrived", "arrived e", "e.state = 'counted'") + _keeps(
        kept,
        "tallies_sums_take_in",
        "decided",
        "decided e JOIN waited w ON w.id = e.id",
        "e.state = 'counted' AND w.state <> 'counted'",
    )


_BY_TAPS_ALONE = """
CREATE TRIGGER tallies_months_are_reckoned BEFORE INSERT OR UPDATE ON tallies_monthsum
    FOR EACH ROW EXECUTE FUNCTION tallies_sums_are_reckoned();
"""


class Migration(migrations.Migration):
    dependencies = [("tallies", "0003_taking")]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="MonthSum",
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
                        ("month", models.DateField(help_text="The first day of the month.")),
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
                        "verbose_name": "månadssumma",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("month__day", 1)), name="a_month_is_its_first_day"
                            ),
                            models.UniqueConstraint(
                                fields=("organisation", "partnership", "month", "pad", "button", "sex", "age_band"),
                                name="a_month_has_one_sum_of_each",
                            ),
                        ],
                    },
                ),
            ]
        ),
        migrations.RunSQL(_HOLD + ADD_UP + _LET_GO, migrations.RunSQL.noop),
        migrations.RunSQL(_both("day", "month"), _both("day")),
        migrations.RunSQL(_BY_TAPS_ALONE, "DROP TRIGGER tallies_months_are_reckoned ON tallies_monthsum"),
        protect("tallies_monthsum", read=_OWN, write=_OWN, jobs=[Job.SEED], reading_jobs=[Job.COUNT]),
        withhold("tallies_monthsum", "DELETE", APPLICATION_ROLE),
    ]
