"""What someone who works has shown, signed or met; the texts that are signed; causes to ask for a check."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.roster.models.worker import Worker
from samsyn.web.roster.rows import CauseQuerySet, FulfilledQuerySet, UndertakingTextQuerySet


class UndertakingText(models.Model):
    """tystnadsförbindelse, en version: the organisation's own text for one undertaking in the agreement. Frozen.

    It is the one to sign from `since` until the next. Who signed an earlier one has signed; the page shows who has not
    yet signed this one.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    requirement = models.CharField(max_length=60, help_text="The undertaking's id in the agreement file.")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    text = models.TextField(max_length=20_000)
    sha256 = models.CharField(max_length=64)
    since = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = UndertakingTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("tystnadsförbindelsens text")
        ordering: ClassVar = ["requirement", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["partnership", "organisation", "requirement", "number"],
                name="a_text_has_its_own_number",
                violation_error_message=_("Någon annan har just lagt in en ny version. Ladda om sidan."),
            ),
            models.UniqueConstraint(
                fields=["partnership", "organisation", "requirement", "since"],
                name="one_text_begins_on_a_day",
                violation_error_message=_("En annan version gäller redan från den dagen. Välj en senare dag."),
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1) & ~Q(title="") & ~Q(text=""), name="a_text_says_something"
            ),
            models.CheckConstraint(condition=Q(sha256__regex="^[0-9a-f]{64}$"), name="a_text_has_its_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.requirement} {self.number}"


class Fulfilled(models.Model):
    """uppfyllt krav: what was shown, signed or met, on which day, to whom and for which role. Append-only.

    check: an extract from a register was shown. **Nothing else is noted** (2013:852 5 §): no date of the extract, no
    expiry, nothing of what it says. `copy_kept` only says that the organisation keeps a copy itself, where the act of
    2007 demands it. undertaking: signed, in which version. demand: a demand on staff is met, `how`.

    A slip is taken back with one of a few reasons: no words about the person.
    """

    class Kind(models.TextChoices):
        CHECK = "check", _("utdrag ur register")
        UNDERTAKING = "undertaking", _("tystnadsförbindelse")
        DEMAND = "demand", _("krav på personal")

    class How(models.TextChoices):
        """How a demand is met, where it makes a difference: an education, or what counts as one."""

        DEGREE = "degree", _("utbildning")
        EQUIVALENT = "equivalent", _("likvärdig kompetens")
        OTHERWISE = "otherwise", _("på annat sätt")

    class Slip(models.TextChoices):
        WRONG_PERSON = "wrong_person", _("noterat på fel person")
        WRONG_DAY = "wrong_day", _("fel dag")
        WRONG_DEMAND = "wrong_demand", _("noterat på fel krav")
        NOT_DONE = "not_done", _("det har inte skett")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="fulfilled")
    kind = models.CharField(max_length=12, choices=Kind)
    requirement = models.CharField(max_length=60, help_text="The term's id in the agreement file.")
    on = models.DateField()
    role = models.CharField(max_length=120)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.ForeignKey(UndertakingText, on_delete=models.PROTECT, null=True, related_name="+")
    how = models.CharField(max_length=12, choices=How, blank=True, default="")
    copy_kept = models.BooleanField(default=False)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_because = models.CharField(max_length=12, choices=Slip, blank=True, default="")

    objects = FulfilledQuerySet.as_manager()

    class Meta:
        verbose_name = _("uppfyllt krav")
        ordering: ClassVar = ["-on", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind="check", version=None, how="")
                | Q(kind="undertaking", version__isnull=False, how="", copy_kept=False)
                | Q(kind="demand", version=None, copy_kept=False, how__in=["", "degree", "equivalent", "otherwise"]),
                name="of_an_extract_only_that_it_was_shown",
            ),
            models.CheckConstraint(condition=~Q(role=""), name="it_is_shown_for_a_role"),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None, taken_back_because="")
                | Q(
                    taken_back_at__isnull=False,
                    taken_back_because__in=["wrong_person", "wrong_day", "wrong_demand", "not_done"],
                ),
                name="a_slip_is_taken_back_with_a_reason",
            ),
            models.UniqueConstraint(
                fields=["worker", "requirement", "on"],
                condition=Q(taken_back_at=None),
                name="one_thing_is_noted_once_a_day",
                violation_error_message=_("Det är redan noterat för den dagen."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class Cause(models.Model):
    """anledning: somebody who answers for the staff has tried whether there is cause to ask for a check, and there is.

    That it was tried, by whom and in which function: never what the cause was.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="causes")
    requirement = models.CharField(max_length=60, help_text="The register check's id in the agreement file.")
    on = models.DateField()
    tried_as = models.CharField(max_length=30)
    tried_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    dropped_at = models.DateTimeField(null=True)

    objects = CauseQuerySet.as_manager()

    class Meta:
        verbose_name = _("anledning till registerkontroll")
        ordering: ClassVar = ["-on", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["worker", "requirement", "on"],
                condition=Q(dropped_at=None),
                name="a_cause_is_tried_once_a_day",
                violation_error_message=_("Det är redan noterat för den dagen."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.requirement} {self.on}"
