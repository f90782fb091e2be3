"""A participant, what the participant has agreed to, and the participant's own page."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import DateRange, Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.placements.queries.rows import ConsentQuerySet, OwnPageQuerySet, ParticipantQuerySet
from samsyn.web.project.ids import new_id, new_timeless_id


class Sex(models.TextChoices):
    """What the participant states. Nobody works it out from a number or a name."""

    WOMAN = "woman", _("kvinna")
    MAN = "man", _("man")
    OTHER = "other", _("annat")
    NOT_STATED = "not_stated", _("inte uppgivet")


class Participant(models.Model):
    """deltagare: known to the organisation that refers, and to `open_to` for as long as a consent opens it.

    `open_to` sees the row through the day before `open_until` (null: until the consent is withdrawn). A trigger lets
    it be set only under a consent in force to that organisation, and a withdrawal empties it in the same instant.
    `language`: which language to speak with the participant (BCP 47), nothing about origin.
    """

    id = models.UUIDField(primary_key=True, default=new_timeless_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    case_officer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    known_as = models.CharField(max_length=60)
    birth_year = models.PositiveSmallIntegerField(null=True)
    sex = models.CharField(max_length=10, choices=Sex, default=Sex.NOT_STATED)
    language = models.CharField(max_length=10, blank=True)
    open_to = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")
    open_until = models.DateField(null=True)
    made_at = models.DateTimeField()

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = _("deltagare")
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(known_as=""), name="a_participant_is_called_something"),
            models.CheckConstraint(
                condition=Q(birth_year=None) | Q(birth_year__range=(1900, 2199)),
                name="a_year_of_birth_is_four_digits",
                violation_error_message=_("Skriv födelseåret med fyra siffror, eller lämna det tomt."),
            ),
            models.CheckConstraint(
                condition=Q(open_to__isnull=False) | Q(open_until=None), name="an_end_has_an_opening"
            ),
            models.CheckConstraint(condition=~Q(open_to=F("organisation")), name="nobody_opens_to_oneself"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Consent(models.Model):
    """samtycke: the participant waives secrecy (OSL 10:1, 12:2): what, to whom, until when, with which reservation.

    In force on a day from `given_on` up to but not including `until`, unless withdrawn. Once written only
    `withdrawn_at` can be set. It opens secrecy; it is not the ground for processing personal data.
    """

    class Scope(models.TextChoices):
        IDENTITY = "identity", _("namn, födelseår, kön, språk och önskemål")
        PATH = "path", _("planering och steg")
        ATTENDANCE = "attendance", _("närvaro")
        ASSESSMENT = "assessment", _("självskattningar")
        RESULT = "result", _("hur det gick och vad det ledde till")

    class Reservation(models.TextChoices):
        SUPERVISORS_ONLY = "supervisors_only", _("bara handledarna får ta del av uppgifterna")
        NOT_PASSED_ON = "not_passed_on", _("uppgifterna får inte lämnas vidare")
        ERASED_AT_THE_END = "erased_at_the_end", _("uppgifterna tas bort när placeringen är slut")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="consents")
    recipient = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    scope = ArrayField(models.CharField(max_length=12, choices=Scope))
    reservation = ArrayField(models.CharField(max_length=20, choices=Reservation), default=list, blank=True)
    given_on = models.DateField()
    until = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("samtycke")
        ordering: ClassVar = ["given_on", "recorded_at"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(scope__len__gte=1), name="a_consent_covers_something"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("given_on")),
                name="a_consent_does_not_end_before_it_begins",
                violation_error_message=_("Samtycket slutar innan det börjar. Ändra någon av dagarna."),
            ),
            ExclusionConstraint(
                name="one_consent_at_a_time_to_the_same",
                expressions=[
                    ("participant", RangeOperators.EQUAL),
                    ("recipient", RangeOperators.EQUAL),
                    (DateRange("given_on", "until", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
                condition=Q(withdrawn_at=None),
                violation_error_message=_(
                    "Det finns redan ett samtycke för den tiden. Ta tillbaka det först, om det ska ersättas."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id} {self.given_on}"


class OwnPage(models.Model):
    """A secret address to the participant's own page. Only a SHA-256 of the secret is kept; it is shown once."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="own_pages")
    secret_sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = OwnPageQuerySet.as_manager()

    class Meta:
        verbose_name = _("deltagarens egen sida")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["participant"], condition=Q(revoked_at=None), name="one_open_page_for_a_participant"
            ),
        ]

    def __str__(self) -> str:
        return str(self.participant_id)
