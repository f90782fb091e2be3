"""One table of acts for the whole system. It grows; nothing in it is changed or removed by the application."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.history.acts import job_name
from samsyn.web.history.queries import ActQuerySet
from samsyn.web.organisations.models import Organisation
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Act(models.Model):
    """Who did what, when, for whom and why. Holds ids and reasons, never personal values.

    `person_id` is not a foreign key: a person can be erased while the act remains. `shared` acts are seen by
    every party in the partnership, the rest only by the organisation that acted. An erased act is a tombstone:
    that something was done and when, but not what or by whom.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField()
    name = models.CharField(max_length=60)
    person_id = models.UUIDField(null=True)
    job = models.CharField(max_length=30, blank=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, null=True, related_name="+")
    subject_type = models.CharField(max_length=80, blank=True)
    subject_id = models.UUIDField(null=True)
    reason = models.TextField(blank=True)
    clause = models.CharField(max_length=80, blank=True)
    refers_to = models.JSONField(default=dict)
    shared = models.BooleanField(default=False)
    erased_at = models.DateTimeField(null=True)

    objects = ActQuerySet.as_manager()

    class Meta:
        verbose_name = _("händelse i historiken")
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-at"], name="history_by_organisation"),
            models.Index(fields=["partnership", "-at"], name="history_by_partnership"),
            models.Index(fields=["subject_id"], name="history_by_subject"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(person_id__isnull=False) | ~Q(job="") | Q(erased_at__isnull=False),
                name="an_act_has_someone_behind_it",
            ),
            models.CheckConstraint(
                condition=Q(erased_at=None) | Q(person_id=None, subject_id=None, reason="", refers_to={}),
                name="a_tombstone_holds_nothing_else",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.name}"

    @property
    def job_name(self) -> str:
        return job_name(self.job)
