"""Published index tables, one register for the whole installation: what is published is the same fact for everybody."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.indices.rows import IndexTableQuerySet
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.project.ids import new_id


class IndexTable(models.Model):
    """One version of what a person has read in one published table. Nothing in it changes.

    `number` counts the versions of the table of a series published on a day: a correction is the next version, with
    the reason, and the latest one counts. `withdrawn`: there is no such table, and none of its figures count.
    A table that ships with Samsyn is version 1 without a row here; the first row then corrects it.

    `taken_in_at`: when the sums of the partnerships that follow the series were worked out with it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    series = models.CharField(max_length=60)
    published = models.DateField()
    number = models.PositiveSmallIntegerField(default=1)
    source = models.CharField(max_length=500, help_text="The address or document that it was read from.")
    because = models.CharField(max_length=300, blank=True, default="", help_text="Why the version before was wrong.")
    withdrawn = models.BooleanField(default=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    organisation_name = models.CharField(
        max_length=200, help_text="As it was: the wall hides organisations that one has no agreement with."
    )
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField()
    taken_in_at = models.DateTimeField(null=True)

    objects = IndexTableQuerySet.as_manager()

    class Meta:
        verbose_name = _("indextabell")
        ordering: ClassVar = ["series", "-published", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["series", "published", "number"],
                name="a_version_of_an_index_table_is_written_once",
                violation_error_message=_("Någon annan har just skrivit in samma tabell. Läs den innan du ändrar."),
            ),
            models.CheckConstraint(
                condition=Q(number=1, withdrawn=False) | (Q(number__gt=1) & ~Q(because="")),
                name="a_corrected_index_table_says_why",
                violation_error_message=_("Skriv vad som var fel."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.published} {self.number}"


class IndexFigure(models.Model):
    """Per cent for one calendar year, as one table gives it."""

    class Status(models.TextChoices):
        FORECAST = "forecast", _("prognos")
        OUTCOME = "outcome", _("utfall")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    table = models.ForeignKey(IndexTable, on_delete=models.PROTECT, related_name="figures")
    year = models.PositiveSmallIntegerField()
    percent = models.DecimalField(max_digits=6, decimal_places=3)
    status = models.CharField(max_length=8, choices=Status)

    class Meta:
        verbose_name = _("procent för ett år")
        ordering: ClassVar = ["year"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["table", "year"], name="a_year_stands_once_in_an_index_table"),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.percent}"
