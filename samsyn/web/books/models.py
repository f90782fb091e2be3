"""What an activity cost, from the civil party's own bookkeeping: only the rows that belong to a partnership."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, IntegerRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from samsyn.web.books.rows import (
    ImportQuerySet,
    MappingQuerySet,
    ReleaseQuerySet,
    RowTextQuerySet,
    SalarySumQuerySet,
    VoucherQuerySet,
    VoucherRowQuerySet,
)
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id

OTHER = "other"
"""The cost line of what is the activity's but has no line in the agreement."""


class Import(models.Model):
    """A SIE file that somebody of the organisation has laid in. It holds all of the bookkeeping, so its bytes stay only
    while it is previewed: what is stored are the rows that the mapping takes, and the file's SHA-256."""

    class State(models.TextChoices):
        PREVIEWED = "previewed", _("förhandsvisad")
        STORED = "stored", _("lagrad")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    file_name = models.CharField(max_length=200)
    size = models.PositiveIntegerField(help_text="In bytes.")
    data = models.BinaryField(null=True)
    state = models.CharField(max_length=9, choices=State, default=State.PREVIEWED)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    stored_at = models.DateTimeField(null=True)
    stored_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    counts = models.JSONField(default=dict, help_text="How many vouchers were new, changed, gone and the same.")

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("inläsning av bokföring")
        ordering: ClassVar = ["-made_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "sha256"],
                condition=Q(state="previewed"),
                name="a_file_is_previewed_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state="previewed", stored_at=None, data__isnull=False)
                | Q(state="stored", stored_at__isnull=False, data=None),
                name="a_stored_import_keeps_no_bytes",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class Mapping(models.Model):
    """fördelning: rows on these accounts, with this object where one is named, belong to a partnership's cost line.

    `dimension` and `object` as the file numbers them («6», «P12»: project); both empty: whatever the object. Where one
    with an object and one without take the same row, the one with the object holds. `cost_line` is the term's id in
    the agreement file, or «other». `several_people`: somebody has said that the salaries are those of more than one.
    A line that is done with is ended, and stays.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    account_from = models.PositiveIntegerField()
    account_to = models.PositiveIntegerField()
    dimension = models.CharField(max_length=10, blank=True, default="")
    object = models.CharField(max_length=60, blank=True, default="")
    cost_line = models.CharField(max_length=60)
    is_salary = models.BooleanField(default=False)
    several_people = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = MappingQuerySet.as_manager()

    class Meta:
        verbose_name = _("rad i fördelningen av konton")
        ordering: ClassVar = ["account_from", "dimension", "object", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(account_to__gte=F("account_from")),
                name="accounts_run_forward",
                violation_error_message=_("Det sista kontot är före det första. Ändra något av dem."),
            ),
            models.CheckConstraint(
                condition=Q(dimension="", object="") | (~Q(dimension="") & ~Q(object="")),
                name="an_object_has_its_dimension",
                violation_error_message=_("Skriv både dimension och objekt, eller inget av dem."),
            ),
            models.CheckConstraint(
                condition=Q(is_salary=True) | Q(several_people=False), name="only_salaries_are_of_people"
            ),
            models.CheckConstraint(condition=~Q(cost_line=""), name="a_mapping_names_its_cost_line"),
            ExclusionConstraint(
                name="an_account_and_object_go_to_one_place",
                expressions=[
                    ("organisation", RangeOperators.EQUAL),
                    ("dimension", RangeOperators.EQUAL),
                    ("object", RangeOperators.EQUAL),
                    (
                        Func(
                            "account_from",
                            "account_to",
                            Value("[]"),
                            function="INT4RANGE",
                            output_field=IntegerRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(ended_at=None),
                violation_error_message=_(
                    "Något av kontona är redan fördelat med samma objekt. Avsluta den raden, eller välj andra konton."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_from}–{self.account_to} {self.dimension} {self.object} → {self.cost_line}"


class Release(models.Model):
    """framläggning: the organisation has shown the other parties what stood in its books for some days. For good."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    days = DateRangeField()
    released_at = models.DateTimeField()
    released_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("framläggning av kostnader")
        ordering: ClassVar = ["-released_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(days__isempty=False, days__lower_inf=False, days__upper_inf=False),
                name="a_release_begins_and_ends",
            ),
        ]

    def __str__(self) -> str:
        return str(self.days)


class Voucher(models.Model):
    """verifikation, as far as its rows belong to a partnership. Never changed: a corrected one supersedes it.

    `year` is the first day of the financial year. `key` is series and number («A 127»), or made from the contents where
    the file gives no number. `digest`: SHA-256 of what is stored, so that the same file twice changes nothing.
    `superseded_at` without `superseded_by`: gone from the books.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    year = models.DateField()
    key = models.CharField(max_length=80)
    series = models.CharField(max_length=20, blank=True, default="")
    number = models.CharField(max_length=20, blank=True, default="")
    day = models.DateField()
    digest = models.CharField(max_length=64)
    brought_by = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="vouchers")
    superseded_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="supersedes")
    superseded_at = models.DateTimeField(null=True)

    objects = VoucherQuerySet.as_manager()

    class Meta:
        verbose_name = _("verifikation")
        ordering: ClassVar = ["day", "series", "key"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "year", "key"],
                condition=Q(superseded_at=None),
                name="a_voucher_stands_once",
            ),
            models.CheckConstraint(
                condition=Q(superseded_by=None) | Q(superseded_at__isnull=False), name="superseded_at_an_instant"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class VoucherRow(models.Model):
    """One row of a voucher. Without its text, which may name persons: that stands in `RowText`.

    `amount_ore` as in the books: debit is positive, so a cost is. `objects` only those that the mapping asks for,
    as [dimension, object]. `position` counts the rows of the voucher in the file from 0.
    `release`: the other parties see it from then on, except salaries, of which they see only `SalarySum`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    voucher = models.ForeignKey(Voucher, on_delete=models.PROTECT, related_name="rows")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()
    day = models.DateField()
    account = models.PositiveIntegerField()
    account_name = models.CharField(max_length=200, blank=True, default="")
    objects_named = models.JSONField(default=list, db_column="objects")
    amount_ore = models.BigIntegerField()
    cost_line = models.CharField(max_length=60)
    is_salary = models.BooleanField(default=False)
    several_people = models.BooleanField(default=False)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, null=True, related_name="rows")

    objects = VoucherRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("rad i en verifikation")
        ordering: ClassVar = ["day", "voucher", "position"]
        indexes: ClassVar = [
            models.Index(fields=["partnership", "cost_line", "day"], name="books_rows_of_a_cost_line"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["voucher", "position"], name="a_row_of_a_voucher_stands_once"),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.amount_ore}"


class RowText(models.Model):
    """The words of a row and of its voucher. Others read them only when somebody has looked and let them be read."""

    row = models.OneToOneField(VoucherRow, on_delete=models.PROTECT, primary_key=True, related_name="text")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    voucher_text = models.CharField(max_length=300, blank=True, default="")
    row_text = models.CharField(max_length=300, blank=True, default="")
    released_at = models.DateTimeField(null=True)
    released_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = RowTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text på en rad i en verifikation")

    def __str__(self) -> str:
        return str(self.row_id)


class SalarySum(models.Model):
    """Salaries of a month as the other parties see them: of several people, and of one or several cost lines.

    Reckoned by `samsyn.rules.money.salaries` from the released rows, anew whenever they change.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    month = models.DateField(help_text="Its first day.")
    cost_lines = ArrayField(models.CharField(max_length=60))
    amount_ore = models.BigIntegerField()

    objects = SalarySumQuerySet.as_manager()

    class Meta:
        verbose_name = _("summa av löner")
        ordering: ClassVar = ["month", "cost_lines"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "partnership", "month", "cost_lines"],
                name="salaries_of_a_month_are_summed_once",
            ),
            models.CheckConstraint(condition=Q(cost_lines__len__gt=0), name="salaries_are_of_some_cost_line"),
        ]

    def __str__(self) -> str:
        return f"{self.month} {self.cost_lines}"
