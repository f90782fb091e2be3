"""One party proposes a participant to the other."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.placements.models.people import Participant
from samsyn.web.placements.queries.rows import ReferralQuerySet
from samsyn.web.project.ids import new_id


class Referral(models.Model):
    """anvisning: from `organisation` to `host`, for a place in `pool`. A draft is the sender's alone.

    That the participant belongs to the target group is said with who assessed it and when, never on which ground.
    `wishes` are services among the pool's tracks. Who was sent first comes first in the line, where it goes by arrival.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("utkast")
        SENT = "sent", _("skickad")
        ACCEPTED = "accepted", _("mottagen, plats ska ges")
        WAITING = "waiting", _("i kö")
        STARTED = "started", _("har fått plats")
        DECLINED = "declined", _("inte mottagen")
        WITHDRAWN = "withdrawn", _("tillbakatagen")

    class Because(models.TextChoices):
        """Why it was declined or taken back. Codes, so that nothing about the person is written here."""

        NO_PLACE = "no_place", _("det finns ingen plats inom rimlig tid")
        NO_TRACK = "no_track", _("det finns ingen verksamhet som passar önskemålet")
        FIRST_DAY = "first_day", _("startdagen går inte att ordna")
        ANOTHER_WAY = "another_way", _("en annan insats valdes")
        DECLINED_ITSELF = "declined_itself", _("deltagaren tackade nej")
        CONSENT_WITHDRAWN = "consent_withdrawn", _("samtycket togs tillbaka")
        OTHER = "other", _("annat skäl")

    class Priority(models.TextChoices):
        AGREED = "agreed", _("parterna är överens")
        PLACE_FELL_AWAY = "place_fell_away", _("en plats som var given föll bort")
        COMES_BACK = "comes_back", _("kommer tillbaka efter ett avbrott")

    OPEN = (State.DRAFT, State.SENT, State.ACCEPTED, State.WAITING)

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    host = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="referrals")
    pool = models.CharField(max_length=80)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    wishes = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    wanted_from = models.DateField(null=True)
    assessed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    assessed_on = models.DateField(null=True)
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    because = models.CharField(max_length=20, choices=Because, blank=True)
    waiting_since = models.DateTimeField(null=True)
    priority = models.CharField(max_length=20, choices=Priority, blank=True)
    ended_at = models.DateTimeField(null=True)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        verbose_name = _("anvisning")
        ordering: ClassVar = ["written_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["participant", "pool"],
                condition=Q(state__in=["draft", "sent", "accepted", "waiting"]),
                name="one_open_referral_to_a_pool",
                violation_error_message=_("Deltagaren har redan en öppen anvisning. Fortsätt med den."),
            ),
            models.CheckConstraint(
                condition=Q(state="draft", sent_at=None)
                | Q(state="withdrawn")
                | Q(state__in=["sent", "accepted", "waiting", "started", "declined"], sent_at__isnull=False),
                name="what_is_not_a_draft_was_sent",
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(assessed_on__isnull=False), name="who_is_referred_was_assessed_first"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["declined", "withdrawn"], ended_at__isnull=False) & ~Q(because="")
                | ~Q(state__in=["declined", "withdrawn"]) & Q(because=""),
                name="a_referral_that_ended_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state="waiting") | Q(waiting_since__isnull=False), name="who_waits_has_waited_since"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
