"""What a party puts in besides money, a line at a time. A line is about things and hours, never about a person."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.contributions.rows import ContributionQuerySet
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Contribution(models.Model):
    """insats: `quantity` of a `unit`, on `days` of one calendar year.

    `in_kind`: the term of the agreement that it answers, where there is one. `value_ore` is what it is worth in öre by
    the party's own word; `valued_how` says how that was reckoned, and a value never stands without it.
    `source` shifts: the hours that volunteers have reported for the days, summed by the system; a day is summed once.

    Until `shared_at` it is the party's own draft. Then every party sees it and it stands: it is only taken back, with
    the reason.
    """

    class Kind(models.TextChoices):
        VOLUNTEER_HOURS = "volunteer_hours", _("volontärers timmar")
        PREMISES = "premises", _("lokaler")
        FOOD = "food", _("mat")
        GIFTS = "gifts", _("gåvor")
        CLOTHES = "clothes", _("kläder")
        KNOWLEDGE = "knowledge", _("kunskap")
        OTHER = "other", _("annat")

    class Unit(models.TextChoices):
        """What is in one unit is never added to what is in another."""

        HOURS = "hours", _("timmar")
        DAYS = "days", _("dagar")
        MONTHS = "months", _("månader")
        KILOGRAMS = "kilograms", _("kg")
        PORTIONS = "portions", _("portioner")
        PIECES = "pieces", _("stycken")
        SQUARE_METRES = "square_metres", _("kvadratmeter")

    class Source(models.TextChoices):
        TYPED = "typed", _("inskrivet")
        SHIFTS = "shifts", _("rapporterade pass")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    in_kind = models.CharField(max_length=60, blank=True, default="", help_text="The term's id in the agreement file.")
    kind = models.CharField(max_length=16, choices=Kind)
    what = models.CharField(max_length=200, blank=True, default="")
    days = DateRangeField()
    quantity = models.DecimalField(max_digits=10, decimal_places=2)
    unit = models.CharField(max_length=14, choices=Unit)
    value_ore = models.BigIntegerField(null=True)
    valued_how = models.CharField(max_length=300, blank=True, default="")
    source = models.CharField(max_length=8, choices=Source, default=Source.TYPED)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    shared_at = models.DateTimeField(null=True)
    shared_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)
    taken_back_because = models.CharField(max_length=300, blank=True, default="")

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("egen insats")
        ordering: ClassVar = ["days", "made_at", "id"]
        indexes: ClassVar = [models.Index(fields=["partnership", "days"], name="contributions_of_a_partnership")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(days__isempty=False, days__lower_inf=False, days__upper_inf=False),
                name="a_contribution_begins_and_ends",
            ),
            models.CheckConstraint(
                condition=Q(quantity__gt=0),
                name="a_contribution_is_something",
                violation_error_message=_("Skriv ett antal som är större än noll."),
            ),
            models.CheckConstraint(
                condition=Q(value_ore=None, valued_how="") | (Q(value_ore__gte=0) & ~Q(valued_how="")),
                name="a_value_says_how_it_was_reckoned",
                violation_error_message=_("Skriv hur värdet är räknat, eller lämna värdet tomt."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="other") | ~Q(what=""),
                name="what_has_no_kind_says_what_it_is",
                violation_error_message=_("Skriv vad insatsen är."),
            ),
            models.CheckConstraint(
                condition=Q(source="typed") | Q(source="shifts", kind="volunteer_hours", unit="hours"),
                name="shifts_give_hours",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_because="")
                | (Q(taken_back_at__gte=F("shared_at")) & ~Q(taken_back_because="")),
                name="what_is_put_forward_is_taken_back_with_a_reason",
                violation_error_message=_("Skriv varför raden tas tillbaka."),
            ),
            ExclusionConstraint(
                name="hours_of_a_day_are_summed_once",
                expressions=[
                    ("partnership", RangeOperators.EQUAL),
                    ("organisation", RangeOperators.EQUAL),
                    ("days", RangeOperators.OVERLAPS),
                ],
                condition=Q(source="shifts", taken_back_at=None),
                violation_error_message=_(
                    "Timmarna för en del av de dagarna är redan summerade. Välj dagar som inte är det, eller ta först "
                    "bort den raden."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.days}"
