"""The tablets that count. A device has a credential of its own and nobody's account."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.tallies.queries.rows import DeviceInvitationQuerySet, DeviceQuerySet


def nothing_shown() -> dict[str, Any]:
    return {"buttons": [], "asks": [], "age_bands": []}


class Device(models.Model):
    """räkneplatta: one tablet at one pad. It may count what it has been shown, and nothing else, until it is revoked.

    Only a SHA-256 of its credential is kept; null until a tablet has taken the invitation. `shown`: every button,
    question and age band that this tablet has been given ({"buttons": […], "asks": […], "age_bands": […]}). It only
    grows: a tap on a button that has since left the agreement was right when it was made.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    pad = models.CharField(max_length=60, help_text="The pad's id in the agreement file.")
    name = models.CharField(max_length=60)
    token_digest = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 – two without one are not the same
    shown = models.JSONField(default=nothing_shown)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    last_seen_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    objects = DeviceQuerySet.as_manager()

    class Meta:
        verbose_name = _("räkneplatta")
        ordering: ClassVar = ["revoked_at", "made_at"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="a_device_has_a_name"),
            models.CheckConstraint(
                condition=Q(token_digest=None) | Q(token_digest__regex="^[0-9a-f]{64}$"),
                name="a_device_token_is_kept_as_its_digest",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class DeviceInvitation(models.Model):
    """A link that gives a device's credential to a tablet, once and within minutes. Kept as a SHA-256 of its code."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    device = models.ForeignKey(Device, on_delete=models.CASCADE, related_name="invitations")
    code_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects = DeviceInvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("inbjudan av en räkneplatta")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="an_invitation_lasts_a_while"),
            models.CheckConstraint(
                condition=Q(used_at=None) | Q(used_at__lte=F("expires_at")), name="an_invitation_is_used_in_time"
            ),
        ]

    def __str__(self) -> str:
        return str(self.device_id)
