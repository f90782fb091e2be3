"""Matters between the parties: a change in the economy, a deviation, a demand, a dispute. Written, answered, kept."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.documents.models import Document
from samsyn.web.matters.queries import EntryQuerySet, MatterQuerySet
from samsyn.web.meetings.models import Meeting
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Matter(models.Model):
    """ärende: opened in writing by one party, seen by all. What happens to it stands in its entries.

    `term` is the term it rests on, `clause` where that stands. A deviation has `happens_on`, the day on which it is to
    take place, before which it must be approved. `closed_on` and `outcome` follow from the last entry.
    """

    class Kind(models.TextChoices):
        ECONOMIC_CHANGE = "economic_change", _("ekonomisk förändring")
        DEVIATION = "deviation", _("avvikelse från plan eller budget")
        DISPUTE = "dispute", _("tvist")
        OTHER = "other", _("annat som parterna behöver veta")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="matters")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=Kind)
    title = models.CharField(max_length=200)
    term = models.CharField(max_length=80, blank=True)
    clause = models.CharField(max_length=80, blank=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    opened_on = models.DateField()
    opened_at = models.DateTimeField()
    happens_on = models.DateField(null=True)
    amount_ore = models.BigIntegerField(null=True)
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, null=True, related_name="+")
    closed_on = models.DateField(null=True)
    outcome = models.CharField(max_length=20, blank=True)

    objects = MatterQuerySet.as_manager()

    class Meta:
        verbose_name = _("ärende mellan parterna")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "number"], name="matters_are_numbered"),
            models.CheckConstraint(
                condition=~Q(kind="deviation") | Q(happens_on__isnull=False), name="a_deviation_says_when"
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None, outcome="") | (Q(closed_on__isnull=False) & ~Q(outcome="")),
                name="a_closed_matter_says_how_it_ended",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Entry(models.Model):
    """One thing that happened in a matter: who wrote what, on which civil date. Never changed."""

    class Kind(models.TextChoices):
        OPENED = "opened", _("skrev")
        ACKNOWLEDGED = "acknowledged", _("bekräftade att det kommit fram")
        APPROVED = "approved", _("godkände")
        REFUSED = "refused", _("godkände inte")
        DIALOGUE = "dialogue", _("förde dialog")
        SETTLED = "settled", _("löste saken")
        PASSED_ON = "passed_on", _("förde saken vidare")
        WITHDRAWN = "withdrawn", _("tog tillbaka")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=15, choices=Kind)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    says = models.TextField(blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("anteckning i ett ärende")
        ordering: ClassVar = ["recorded_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["matter", "organisation", "kind"],
                condition=Q(kind__in=["opened", "acknowledged", "approved", "refused"]),
                name="a_party_answers_a_matter_once",
                violation_error_message=_("Er part har redan svarat. Ladda om sidan för att se läget."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["acknowledged", "approved"]) | ~Q(says=""), name="an_entry_says_something"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id} {self.kind} {self.on}"
