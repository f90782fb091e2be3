"""What people asked for, taken up with the other parties."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.web.meetings.models import Meeting
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.surveys.models.rounds import Round
from samsyn.web.surveys.models.wording import Question
from samsyn.web.surveys.queries.raised import RaisedQuerySet


class Raised(models.Model):
    """upptaget önskemål: an option of a question, or its own words (`option` empty), put on a meeting's agenda.

    `item` is the point on the agenda, which may be taken off again: then it is no longer raised there.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="raised")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    option = models.CharField(max_length=60, blank=True, default="")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="+")
    item = models.UUIDField(unique=True)
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = RaisedQuerySet.as_manager()

    class Meta:
        verbose_name = _("önskemål på en dagordning")
        ordering: ClassVar = ["raised_at"]

    def __str__(self) -> str:
        return self.option
