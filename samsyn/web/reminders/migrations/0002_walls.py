"""A letter is its receiver's; it is written by the post, also to people in other organisations."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import NOBODY, all_of, let, of_acting_organisation, of_viewer, protect

_MINE = all_of(of_viewer(), of_acting_organisation())
_ADDRESSEES = ("organisations_person", "organisations_membership", "partnerships_appointment")
_WHAT_FALLS_DUE = (
    "organisations_organisation",
    "partnerships_partnership",
    "partnerships_partnershipparty",
    "obligations_obligation",
    "obligations_outlook",
    "agreements_agreementversion",
    "agreements_agreementfile",
)


class Migration(migrations.Migration):
    dependencies = [
        ("reminders", "0001_begin"),
        ("access", "0002_walls"),
        ("agreements", "0002_walls"),
        ("obligations", "0003_walls"),
    ]

    operations = [
        protect("reminders_letter", read=_MINE, write=NOBODY, jobs=[Job.SEED, Job.POST, Job.REMIND]),
        protect("reminders_wish", read=_MINE, write=_MINE, jobs=[Job.SEED], reading_jobs=[Job.POST, Job.REMIND]),
        *(let(table, Job.POST, Job.REMIND) for table in _ADDRESSEES),
        *(let(table, Job.REMIND) for table in _WHAT_FALLS_DUE),
        let("organisations_organisation", Job.POST),
        let("partnerships_partnership", Job.POST),
    ]
