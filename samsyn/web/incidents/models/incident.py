"""What has happened in a party's work. One organisation's own: nobody else sees any of it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.beds.models import Incident as Mark
from samsyn.web.incidents.queries import IncidentQuerySet
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Kind(models.TextChoices):
    """As `rules.terms.incidents.IncidentKind`."""

    THREAT = "threat", _("hot eller våld")
    ACCIDENT = "accident", _("olycka")
    NEAR_MISS = "near_miss", _("tillbud")
    COMPLAINT = "complaint", _("klagomål")
    LEX_SARAH = "lex_sarah", _("missförhållande (lex Sarah)")
    CHILD_CONCERN = "child_concern", _("oro för ett barn")


class Incident(models.Model):
    """händelse: what happened, what was done about it, and how it ended. Numbered in the year it was written down.

    The texts are read by whoever reported it and by those who answer for the work (`permissions.may_read`); they name
    no visitor. Of a concern for a child there is no text at all, only that there was one: `identity_known` is false
    where nobody knows which child. `mark` is the line in a night's log that it tells more of, so that it counts once.
    Written by mistake: `taken_back`, and the texts are gone.
    """

    class State(models.TextChoices):
        OPEN = "open", _("öppen")
        FOLLOWED_UP = "followed_up", _("uppföljd")
        CLOSED = "closed", _("avslutad")
        TAKEN_BACK = "taken_back", _("tillbakatagen")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=15, choices=Kind)
    happened_on = models.DateField()
    happened_at = models.TimeField(null=True, help_text="Local time, if anybody knows it.")
    place = models.CharField(max_length=120, blank=True, default="")
    serious = models.BooleanField(default=False)
    identity_known = models.BooleanField(default=True)
    says = models.TextField(blank=True, default="")
    measures = models.TextField(blank=True, default="")
    state = models.CharField(max_length=12, choices=State, default=State.OPEN)
    closed_with = models.TextField(blank=True, default="")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    reported_at = models.DateTimeField()
    reported_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    mark = models.OneToOneField(Mark, on_delete=models.PROTECT, null=True, related_name="written_up")
    coordination_told_at = models.DateTimeField(
        null=True, help_text="When the night's log told the coordination, as it does by itself."
    )

    objects = IncidentQuerySet.as_manager()

    class Meta:
        verbose_name = _("händelse")
        ordering: ClassVar = ["-happened_on", "-reported_at"]
        indexes: ClassVar = [models.Index(fields=["organisation", "state"], name="incidents_by_state")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "partnership", "year", "number"], name="incidents_are_numbered_by_year"
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="an_incident_is_of_a_known_kind"),
            models.CheckConstraint(
                condition=~Q(kind="child_concern")
                | Q(
                    says="",
                    measures="",
                    closed_with="",
                    place="",
                    happened_at=None,
                    serious=False,
                    mark=None,
                    coordination_told_at=None,
                ),
                name="a_concern_for_a_child_has_no_text",
            ),
            models.CheckConstraint(
                condition=Q(kind="child_concern") | Q(identity_known=True), name="only_a_child_is_not_known"
            ),
            models.CheckConstraint(
                condition=Q(kind="child_concern") | Q(state="taken_back") | ~Q(says=""),
                name="an_incident_says_what_happened",
                violation_error_message=_("Skriv vad som hände."),
            ),
            models.CheckConstraint(
                condition=(Q(state__in=["open", "followed_up"]) & Q(closed_at=None, closed_with=""))
                | (Q(state__in=["closed", "taken_back"]) & Q(closed_at__isnull=False)),
                name="an_incident_is_closed_when_it_is",
            ),
            models.CheckConstraint(
                condition=~Q(state="taken_back") | Q(says="", measures="", closed_with="", place=""),
                name="what_is_taken_back_says_nothing",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """«2026-3»"""
        return f"{self.year}-{self.number}"

    @property
    def is_open(self) -> bool:
        return self.state in (self.State.OPEN, self.State.FOLLOWED_UP)

    @property
    def is_concern(self) -> bool:
        return self.kind == Kind.CHILD_CONCERN
