"""The files of an agreement, as they were registered. A version is added to, never changed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class AgreementVersion(models.Model):
    """All files of an agreement at one time. `known_from` is the civil date from which Samsyn knows it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, help_text="SHA-256 over the names and contents of the files.")
    known_from = models.DateField()
    registered_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "number"], name="versions_are_numbered"),
            models.CheckConstraint(condition=Q(number__gte=1), name="versions_are_numbered_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.partnership_id} version {self.number}"


class AgreementFile(models.Model):
    """One file of a version, byte for byte."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(AgreementVersion, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "name"], name="a_file_stands_once_in_a_version"),
        ]

    def __str__(self) -> str:
        return self.name
