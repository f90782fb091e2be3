"""What all parties let everyone read: their consents, and the copies that the public page is shown from."""

from typing import ClassVar

from django.contrib.postgres.fields import DateRangeField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.documents.models import Document
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.publication.rows import EditionQuerySet, OpeningQuerySet, PaperOpeningQuerySet, PaperQuerySet


class Opening(models.Model):
    """öppnande: one party lets the partnership have a public page on these days; without an end, until it closes it.

    There is a page on the days that the standing openings of all parties have in common, and on no others.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    days = DateRangeField()
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField()
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    objects = OpeningQuerySet.as_manager()

    class Meta:
        verbose_name = _("öppnande av en offentlig sida")
        ordering: ClassVar = ["opened_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["partnership", "organisation"],
                condition=Q(closed_at=None),
                name="a_party_opens_the_page_once",
                violation_error_message=_("Ni har redan öppnat sidan. Ladda om för att se läget."),
            ),
            models.CheckConstraint(
                condition=Q(days__isempty=False, days__lower_inf=False), name="a_page_is_opened_from_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.days}"


class PaperOpening(models.Model):
    """One party lets everyone read one submitted report. It is read on the page when all parties have."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField()
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    objects = PaperOpeningQuerySet.as_manager()

    class Meta:
        verbose_name = _("öppnande av en rapport för alla")
        ordering: ClassVar = ["opened_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document", "organisation"],
                condition=Q(closed_at=None),
                name="a_party_opens_a_report_once",
                violation_error_message=_("Ni har redan låtit rapporten bli offentlig. Ladda om för att se läget."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.document_id}"


class Edition(models.Model):
    """utgåva: all that the public page says, as plain values, copied from what the parties have let go of. Frozen.

    Whoever reads the page without signing in reaches this table and the files beside it, and no other: the newest
    edition, while nobody has closed the page (`closed_at`), on its days. `slug` is the partnership's; `made_by` is
    empty where the bell renewed it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    slug = models.SlugField(max_length=80)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    days = DateRangeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("utgåva av en offentlig sida")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "number"], name="editions_of_a_page_are_numbered"),
            models.UniqueConstraint(
                fields=["partnership"], condition=Q(closed_at=None), name="a_page_is_shown_in_one_edition"
            ),
            models.CheckConstraint(
                condition=Q(days__isempty=False, days__lower_inf=False), name="an_edition_is_shown_on_days"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.number}"


class Paper(models.Model):
    """A report that everyone may read, with a copy of its bytes. Hidden the instant that a party takes it back."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    dated = models.DateField()
    media_type = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField(help_text="In bytes.")
    data = models.BinaryField()
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("offentlig rapport")
        ordering: ClassVar = ["-dated", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document"], condition=Q(closed_at=None), name="a_report_is_public_in_one_copy"
            ),
        ]

    def __str__(self) -> str:
        return self.title
