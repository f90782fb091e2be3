"""The minutes can say that an obligation was met at the meeting."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("meetings", "0002_walls")]

    operations = [
        migrations.AddField(
            model_name="agendaitem",
            name="dealt_with",
            field=models.BooleanField(
                default=False, help_text="The minutes say that the obligation of the item was met at the meeting."
            ),
        ),
    ]
