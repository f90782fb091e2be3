"""Letters: reminders of what falls due, and word of what has happened. Each is written once and sent once."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.reminders.queries import LetterQuerySet, WishQuerySet


class Wish(models.Model):
    """How a person wants to be reminded in one organisation. Without a row: single letters."""

    class How(models.TextChoices):
        SINGLE = "single", _("ett brev för varje sak")
        DAILY = "daily", _("ett samlat brev om dagen, när det finns något")
        WEEKLY = "weekly", _("ett samlat brev på måndagar, när det finns något")
        NONE = "none", _("inga brev, bara Min dag")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=10, choices=How)
    chosen_at = models.DateTimeField()

    objects = WishQuerySet.as_manager()

    class Meta:
        verbose_name = _("önskan om påminnelser")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "organisation"], name="a_person_wishes_once_in_an_organisation"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.how}"


class Letter(models.Model):
    """A letter to one person in one organisation. `subject` says nothing that is secret.

    What makes it one of its kind is `about`: `<obligation>/<due>/<step>`, `<meeting>/<sequence>`, `digest/<day>`. The
    same may be asked for any number of times; the constraint lets one through. `claimed_at` is set before it is
    handed to the post, `sent_at` after: a letter that was claimed and never sent is shown as uncertain and not sent
    again. A letter that waits for a digest has `waits` until the digest takes it up (`taken_up_by`). `only_here` is
    read in Samsyn and never sent: its person wants no letters, or is invented.
    """

    class Kind(models.TextChoices):
        REMINDER = "reminder", _("påminnelse")
        DIGEST = "digest", _("samlat brev")
        CALL = "call", _("kallelse")
        NEWS = "news", _("nytt att ta ställning till")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=10, choices=Kind)
    about = models.CharField(max_length=200)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="letters")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, null=True, related_name="+")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, null=True, related_name="+")
    subject = models.CharField(max_length=200)
    body = models.TextField()
    calendar = models.TextField(blank=True, help_text="An iTIP invitation (text/calendar) that goes with it.")
    made_at = models.DateTimeField()
    only_here = models.BooleanField(default=False)
    waits = models.BooleanField(default=False)
    taken_up_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="holds")
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("brev")
        indexes: ClassVar = [
            models.Index(fields=["person", "organisation", "-made_at"], name="letters_of_a_person"),
            models.Index(
                fields=["made_at"],
                condition=Q(only_here=False, waits=False, taken_up_by=None, claimed_at=None),
                name="letters_to_send",
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "organisation", "kind", "about"], name="a_letter_is_written_once"
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(claimed_at__isnull=False), name="a_letter_is_claimed_before_it_is_sent"
            ),
            models.CheckConstraint(
                condition=Q(only_here=False) | Q(waits=False, claimed_at=None, taken_up_by=None),
                name="a_letter_that_is_read_here_goes_nowhere",
            ),
        ]

    def __str__(self) -> str:
        return self.subject
