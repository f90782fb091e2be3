"""One table, and what is not in it is the point of it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Organisation
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_timeless_id
from samsyn.web.support.queries import SupportContactQuerySet

MOST_CHILDREN = 20
PASSED_ON = "passed_on"
"""Stands as `kind` for a contact that was helped on to someone else."""


class SupportContact(models.Model):
    """kontakt: that someone turned to a support line on a civil day, and of what sort it was. Never who.

    Nobody who reads the table may learn who called, who answered or at what hour. So: a random id, a day, closed lists
    and one number; no text, no person, no instant, no device. A row is never changed; it is taken back or it stands.
    `kind`: id of a service of the agreement, or PASSED_ON. `first_or_returning`: by her own word, '' not asked.
    `concern`: that something was done about concern for a child, never what. The triggers and walls are in 0002.
    """

    class Channel(models.TextChoices):
        PHONE = "phone", _("telefon")
        CHAT = "chat", _("chatt")
        MAIL = "mail", _("mejl")
        VISIT = "visit", _("besök")

    class Before(models.TextChoices):
        FIRST = "first", _("första gången")
        RETURNING = "returning", _("har varit i kontakt förr")

    class Concern(models.TextChoices):
        REPORTED = "reported", _("skriftlig orosanmälan gjord")
        MOTHER_APPLIES = "mother_applies", _("mamman ansöker själv")
        TALK_HELD = "talk_held", _("samtal fört, identiteten okänd")

    id = models.UUIDField(primary_key=True, default=new_timeless_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    channel = models.CharField(max_length=5, choices=Channel.choices)
    kind = models.CharField(max_length=40)
    first_or_returning = models.CharField(max_length=9, blank=True, choices=Before.choices)
    children = models.PositiveSmallIntegerField(default=0)
    concern = models.CharField(max_length=14, blank=True, choices=Concern.choices)

    objects = SupportContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("kontakt, utan person")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(channel__in=["phone", "chat", "mail", "visit"]), name="a_channel_is_one_of_four"
            ),
            models.CheckConstraint(
                condition=Q(kind__regex=r"^([a-z0-9]+(-[a-z0-9]+)*|passed_on)$") & ~Q(kind__regex=r"[0-9]{4}"),
                name="a_kind_is_an_id_and_no_number_of_anyone",
            ),
            models.CheckConstraint(
                condition=Q(first_or_returning__in=["", "first", "returning"]), name="first_or_returning_or_not_asked"
            ),
            models.CheckConstraint(condition=Q(children__lte=MOST_CHILDREN), name="children_are_a_small_number"),
            models.CheckConstraint(
                condition=Q(concern__in=["", "reported", "mother_applies", "talk_held"]),
                name="concern_is_a_fact_and_not_a_story",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.channel} {self.kind}"
