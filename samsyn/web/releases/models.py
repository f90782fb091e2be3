"""What an organisation has let go of its figures, what of it the others see, and the exact numbers behind."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.releases.rows import ExactCellQuerySet, ReleasedCellQuerySet, ReleaseQuerySet


class Release(models.Model):
    """frisläppt siffra: one figure over one closed period, let go for good. A correction is the next `number`.

    `about` is the figure without its numbers (`samsyn.rules.indicators.plain_figure`), and of which sort they are.
    `made_of` are the releases that a compiled one adds together; its organisation is the one that compiled.
    """

    class Kind(models.TextChoices):
        OWN = "own", _("egen")
        COMPILED = "compiled", _("sammanställd")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    indicator = models.CharField(max_length=80)
    version = models.CharField(max_length=64)
    days = DateRangeField()
    number = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    because = models.TextField(blank=True, default="")
    about = models.JSONField()
    made_of = ArrayField(models.UUIDField(), default=list, blank=True)
    adds_up = models.BooleanField(help_text="The numbers of two periods are those of both together.")
    promised = models.BooleanField(help_text="Its total reaches those that the agreement names exactly.")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("frisläppt siffra")
        ordering: ClassVar = ["days", "indicator", "number", "id"]
        indexes: ClassVar = [models.Index(fields=["partnership", "days"], name="releases_of_a_partnership")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["partnership", "organisation", "kind", "indicator", "days", "number"],
                name="releases_of_a_figure_are_numbered",
                violation_error_message=_("Någon annan har just släppt siffran. Ladda om sidan."),
            ),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(because=""),
                name="a_correction_says_why",
                violation_error_message=_("Skriv vad som rättas och varför."),
            ),
            models.CheckConstraint(
                condition=Q(days__isempty=False, days__lower_inf=False, days__upper_inf=False),
                name="a_release_covers_days",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.days} {self.number}"


class Cell(models.Model):
    """One number of one line: `by` and `keys` say which line, both empty for the total; `name` which number.

    The number without a name is the value itself, whole, as JSON (`samsyn.rules.indicators.plain`).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    place = models.PositiveIntegerField()
    by = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    keys = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    name = models.CharField(max_length=20, blank=True, default="")
    n = models.BigIntegerField(null=True)
    value = models.JSONField(null=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.keys} {self.name}"


class ReleasedCell(Cell):
    """What the others see. `n` None: not told. `open`: it may be told to anyone, by the same rule without promises.

    `only_for`: organisations to whom the agreement promises the exact total, where it may not be told to others.
    """

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="cells")
    open = models.BooleanField(default=False)
    only_for = ArrayField(models.UUIDField(), default=list, blank=True)

    objects = ReleasedCellQuerySet.as_manager()

    class Meta:
        verbose_name = _("frisläppt tal")
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["release", "place"], name="released_numbers_stand_in_order"),
            models.CheckConstraint(
                condition=~Q(name="", n__isnull=False) & (Q(name="") | Q(value__isnull=True)),
                name="a_released_number_is_a_number_or_a_value",
            ),
        ]


class ExactCell(Cell):
    """The same, exact: what the next release is weighed against. Read by the organisation itself alone."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="exact")

    objects = ExactCellQuerySet.as_manager()

    class Meta:
        verbose_name = _("exakt tal")
        ordering: ClassVar = ["place"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["release", "place"], name="exact_numbers_stand_in_order"),
        ]
