"""Organisations, people and which role a person holds where, and since when."""

from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.queries import MembershipQuerySet, OrganisationQuerySet, PersonQuerySet
from samsyn.web.organisations.roles import Role
from samsyn.web.project.ids import new_id


class DateRange(Func):
    """Half-open range of civil dates, as PostgreSQL's daterange; an empty `until` is unbounded."""

    function = "daterange"


def check_runs_forward(since: date | None, until: date | None) -> None:
    """Raises ValidationError for an end before the beginning: as a range PostgreSQL cannot even compare it."""
    if since and until and until < since:
        message = _("Dagen ligger före den första dagen, %(since)s. Skriv den dagen eller en senare.")
        raise ValidationError({"until": ValidationError(message, params={"since": since})})


class Organisation(models.Model):
    """Organisation: a board (nämnd) with its authority, or an association. It acts, owns rows and is a party.

    Two boards of one city share `org_nr` and `legal_name` and are still two organisations with a wall between.
    """

    class Kind(models.TextChoices):
        PUBLIC = "public", _("offentlig part")
        CIVIL = "civil", _("idéburen part")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind)
    legal_name = models.CharField(max_length=200, blank=True)
    administration = models.CharField(max_length=200, blank=True)
    org_nr = models.CharField(max_length=11, blank=True)
    is_demo = models.BooleanField(default=False)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=["public", "civil"]), name="an_organisation_is_public_or_civil"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PersonManager(BaseUserManager["Person"].from_queryset(PersonQuerySet)):  # type: ignore[misc]
    def get_by_natural_key(self, username: str | None) -> "Person":
        person: Person = self.get(email=(username or "").lower())
        return person

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        """allauth's way in. People are otherwise made by `actions.invite`."""
        person: Person = self.model(email=email.lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Someone who signs in. The e-mail address is the login; there is no user name."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(unique=True)
    display_name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["display_name"]

    class Meta:
        verbose_name = _("person som loggar in")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="an_address_is_kept_in_lower_case"),
            models.CheckConstraint(
                condition=Q(is_demo=False) | Q(password__startswith="!"), name="a_demo_person_has_no_password"
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    def get_full_name(self) -> str:
        return self.display_name


class Membership(models.Model):
    """A person's role in an organisation, from `since` up to but not including `until`. Never deleted by an act."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=30, choices=Role)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("roll i en organisation")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="a_membership_does_not_end_before_it_begins"
            ),
            ExclusionConstraint(
                name="a_role_is_held_once_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("organisation", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    (DateRange("since", "until", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Personen har redan den rollen under en del av tiden."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role} {self.since}"

    def clean(self) -> None:
        check_runs_forward(self.since, self.until)
