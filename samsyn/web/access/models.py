"""Dated rows by which one organisation lets another see something of its own."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.queries import GrantQuerySet
from samsyn.web.organisations.models import DateRange, Organisation, check_runs_forward
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Grant(models.Model):
    """`owner` lets `recipient` see its rows of one `scope` in one partnership, on a stated basis, for a time.

    A scope is a word that the policies of a table name (`talks`, `stays`, `sleeps-here-tonight`).
    """

    class Basis(models.TextChoices):
        CLAUSE = "clause", _("punkt i överenskommelsen")
        LAW = "law", _("lag")
        CONSENT = "consent", _("samtycke")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="grants")
    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="grants_given")
    recipient = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="grants_received")
    scope = models.SlugField(max_length=40)
    basis = models.CharField(max_length=10, choices=Basis)
    basis_reference = models.CharField(max_length=120, help_text="§ 1.6, SoL 17:11, or the id of a consent.")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = GrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("delning mellan parter")
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(owner=F("recipient")), name="nobody_grants_to_themselves"),
            models.CheckConstraint(condition=~Q(basis_reference=""), name="a_grant_says_what_it_rests_on"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="a_grant_does_not_end_before_it_begins"
            ),
            ExclusionConstraint(
                name="a_grant_stands_once_at_a_time",
                expressions=[
                    ("partnership", RangeOperators.EQUAL),
                    ("owner", RangeOperators.EQUAL),
                    ("recipient", RangeOperators.EQUAL),
                    ("scope", RangeOperators.EQUAL),
                    (DateRange("since", "until", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Det delas redan med samma organisation under en del av tiden."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.owner_id} → {self.recipient_id} {self.scope}"

    def clean(self) -> None:
        check_runs_forward(self.since, self.until)
