"""Letters that are read in Samsyn and never sent."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("reminders", "0002_walls")]

    operations = [
        migrations.AddField("letter", "only_here", models.BooleanField(default=False)),
        migrations.AddIndex(
            "letter",
            models.Index(
                fields=["made_at"],
                condition=Q(only_here=False, waits=False, taken_up_by=None, claimed_at=None),
                name="letters_to_send",
            ),
        ),
        migrations.AddConstraint(
            "letter",
            models.CheckConstraint(
                condition=Q(only_here=False) | Q(waits=False, claimed_at=None, taken_up_by=None),
                name="a_letter_that_is_read_here_goes_nowhere",
            ),
        ),
    ]
