"""Who to ring about what in each party. Each party keeps its own; all parties read them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.contacts.queries import ContactQuerySet
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Contact(models.Model):
    """kontakt: a function, how it is reached, and about what. `name` only where the party wants to give one.

    `confirmed_on` is when the party last said that it is right. Ended, not erased, by its `until` (first day without).
    """

    class Topic(models.TextChoices):
        URGENT = "urgent", _("Bråttom i dag")
        DAILY = "daily", _("Den dagliga verksamheten")
        AGREEMENT = "agreement", _("Överenskommelsen och styrgruppen")
        MONEY = "money", _("Pengar och fakturor")
        FOLLOW_UP = "follow_up", _("Uppföljning och rapporter")
        PERSONAL_DATA = "personal_data", _("Personuppgifter och sekretess")
        OTHER = "other", _("Annat")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="contacts")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    topic = models.CharField(max_length=15, choices=Topic)
    about = models.CharField(max_length=200, blank=True)
    function = models.CharField(max_length=200)
    name = models.CharField(max_length=120, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    hours = models.CharField(max_length=120, blank=True, help_text="When it can be reached.")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    confirmed_on = models.DateField()
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("kontakt")
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(phone="") | ~Q(email=""), name="a_contact_can_be_reached"),
        ]

    def __str__(self) -> str:
        return self.function
