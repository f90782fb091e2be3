"""Papers: what has come in or been drawn up, and its bytes. The bytes stand once, under their hash."""

from typing import ClassVar
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.documents.queries import ContentQuerySet, DocumentQuerySet
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership, PartnershipParty
from samsyn.web.project.ids import new_id


class Content(models.Model):
    """The bytes of one file, once, under their SHA-256 (hex). Never changed.

    `media_type` is what the bytes are, not what the sender called them. `seals`: the electronic signatures (PAdES)
    found in a PDF when it came in, as plain values (`samsyn.exchange.signatures`); empty where there are none.
    """

    sha256 = models.CharField(primary_key=True, max_length=64)
    size = models.PositiveIntegerField(help_text="In bytes.")
    media_type = models.CharField(max_length=100)
    data = models.BinaryField()
    seals = models.JSONField(default=list)

    objects = ContentQuerySet.as_manager()

    class Meta:
        verbose_name = _("innehåll i ett dokument")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(size__gt=0), name="a_document_is_not_empty"),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]


class Document(models.Model):
    """handling: one paper in a partnership, entered so that OSL 5:2 can be met.

    `organisation` owns it. Until `handed_over_at` it is a draft that only the owner sees; then every party sees it, it
    has its `number` in the partnership, and nothing in it is changed. `also_for` are organisations that take part
    without being parties and may see it. `only_for`: of the parties only these, where it is not for all of them; the
    others know its number. `public_title` says nothing that is secret.
    """

    class Direction(models.TextChoices):
        IN = "in", _("inkommen")
        DRAWN_UP = "drawn_up", _("upprättad")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="documents")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    content = models.ForeignKey(Content, on_delete=models.PROTECT, related_name="documents")
    file_name = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    public_title = models.CharField(max_length=200)
    direction = models.CharField(max_length=10, choices=Direction)
    dated = models.DateField(help_text="The day it came in or was drawn up.")
    correspondent = models.CharField(max_length=200, blank=True, help_text="Sender or receiver, where there is one.")
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    handed_over_at = models.DateTimeField(null=True)
    number = models.PositiveIntegerField(null=True)
    also_for = ArrayField(models.UUIDField(), default=list)
    only_for = ArrayField(models.UUIDField(), default=list)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("handling")
        indexes: ClassVar = [
            models.Index(fields=["content"], name="documents_by_content"),
            models.Index(fields=["partnership", "-dated"], name="documents_by_day"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "number"], name="a_document_has_its_own_number"),
            models.CheckConstraint(
                condition=Q(handed_over_at=None, number=None) | Q(handed_over_at__isnull=False, number__isnull=False),
                name="a_document_is_numbered_when_handed_over",
            ),
            models.CheckConstraint(condition=Q(direction__in=["in", "drawn_up"]), name="a_document_came_or_was_made"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_draft(self) -> bool:
        return self.handed_over_at is None

    def is_read_by(self, organisation: UUID | None) -> bool:
        """Of the parties, once it is handed over: whether it is for this one."""
        return not self.only_for or organisation == self.organisation_id or organisation in self.only_for

    def is_shown_to(self, place: PartnershipParty) -> bool:
        """Whether this other one at the table sees it once it is handed over, as `visible_to` and the wall have it."""
        if place.organisation_id == self.organisation_id:
            return False
        if place.kind == PartnershipParty.Kind.PARTY:
            return self.is_read_by(place.organisation_id)
        return place.organisation_id in self.also_for
