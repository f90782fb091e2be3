"""Who works in a partnership, for which organisation, as what and since when."""

from datetime import date, timedelta
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.roster.rows import WorkerQuerySet


class Worker(models.Model):
    """medarbetare: an employee, an outreach worker or a volunteer, on `days` (half-open; open end: still there).

    `began_on` is the day on which the organisation took her on: demands at hiring look at it, whatever her function has
    been since. Who has left and comes back is a new row, and is asked anew. `post`: the cost line of the agreement that
    pays for her. `share` of a full-time post; a volunteer has none.

    Kept shorter than what was done: whatever refers to a worker must be able to be without (null=True).
    """

    class Kind(models.TextChoices):
        EMPLOYEE = "employee", _("anställd")
        OUTREACH = "outreach", _("uppsökare")
        VOLUNTEER = "volunteer", _("volontär")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    known_as = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind)
    function = models.CharField(max_length=120)
    post = models.CharField(max_length=60, blank=True, default="", help_text="The cost line's id in the agreement.")
    share = models.DecimalField(max_digits=4, decimal_places=3, null=True)
    began_on = models.DateField()
    days = DateRangeField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = WorkerQuerySet.as_manager()

    class Meta:
        verbose_name = _("medarbetare")
        ordering: ClassVar = ["known_as", "id"]
        indexes: ClassVar = [models.Index(fields=["organisation", "partnership"], name="workers_of_an_organisation")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=["employee", "outreach", "volunteer"]), name="a_worker_is_of_a_kind_that_we_know"
            ),
            models.CheckConstraint(
                condition=~Q(known_as="") & ~Q(function=""), name="a_worker_has_a_name_and_a_function"
            ),
            models.CheckConstraint(
                condition=Q(share=None) | (Q(share__gt=0, share__lte=1) & ~Q(kind="volunteer")),
                name="a_share_is_of_one_post_and_not_a_volunteer_s",
                violation_error_message=_("En andel ligger mellan 0 och 1 tjänst. En volontär har ingen."),
            ),
            models.CheckConstraint(
                condition=Q(post="") | ~Q(kind="volunteer"),
                name="a_volunteer_is_not_paid_for",
                violation_error_message=_("En volontär finansieras inte av en kostnadsrad."),
            ),
            models.CheckConstraint(
                condition=Q(days__isempty=False, days__lower_inf=False), name="a_worker_begins_some_day"
            ),
            models.CheckConstraint(
                condition=Q(began_on__lte=F("days__startswith")),
                name="a_worker_is_taken_on_before_the_work_begins",
                violation_error_message=_("Personen kan inte arbeta här innan hon började i organisationen."),
            ),
            ExclusionConstraint(
                name="an_account_is_on_the_roster_once_at_a_time",
                expressions=[
                    ("partnership", RangeOperators.EQUAL),
                    ("organisation", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    ("days", RangeOperators.OVERLAPS),
                ],
                condition=Q(person__isnull=False),
                violation_error_message=_("Personen står redan i bemanningen under en del av den tiden."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def first(self) -> date:
        first: date = self.days.lower
        return first

    @property
    def last(self) -> date | None:
        """The last day on which she is there; None: until further notice."""
        return self.days.upper - timedelta(days=1) if self.days.upper else None
