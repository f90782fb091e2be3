"""Whoever is signed in reads the register. A row is written by the organisation that stands for it, and then stands."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    NOBODY,
    all_of,
    any_of,
    freeze,
    of_acting_organisation,
    of_viewer,
    protect,
    setting,
    under,
)

_SIGNED_IN = f"{setting('viewer')} IS NOT NULL"
_OWN = all_of(of_acting_organisation(), of_viewer("entered_by_id"))
_OF_OWN = f"EXISTS (SELECT 1 FROM indices_indextable AS entered WHERE entered.id = table_id AND {_OWN})"
_STANDS = "What somebody has read in a published table stands. Correct it with a new version."


class Migration(migrations.Migration):
    dependencies = [("indices", "0001_begin"), ("access", "0003_entering")]

    operations = [
        protect(
            "indices_indextable",
            read=any_of(_SIGNED_IN, under(Job.DERIVE)),
            write=under(Job.DERIVE),
            add=_OWN,
            erase=NOBODY,
            jobs=[Job.SEED],
        ),
        protect(
            "indices_indexfigure",
            read=any_of(_SIGNED_IN, under(Job.DERIVE)),
            write=NOBODY,
            add=_OF_OWN,
            jobs=[Job.SEED],
        ),
        freeze("indices_indextable", "true", but=["taken_in_at"], says=_STANDS),
        freeze("indices_indexfigure", "true", says=_STANDS),
    ]
