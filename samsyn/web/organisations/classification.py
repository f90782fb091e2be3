"""Who may see what about people, and until when."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Membership, Person
from samsyn.web.privacy.classes import WORK_OF_A_PARTY, Audience, Controller, Retention, classify

YEAR = timedelta(days=365)


def roles_long_ended(now: datetime) -> QuerySet[Membership]:
    return Membership.objects.filter(until__lt=(now - 2 * YEAR).date())


def people_long_gone(now: datetime) -> QuerySet[Person]:
    """Without any role or function left, and not signed in for a year."""
    gone: QuerySet[Person] = Person.objects.filter(memberships=None, appointments=None, is_demo=False)
    return gone.filter(Q(last_login__lt=now - YEAR) | Q(last_login=None))


classify(
    "organisations.Organisation",
    purpose=_("Att veta vilka som är parter och vem som äger vilka uppgifter."),
    basis=_("Överenskommelsen"),
    controller=Controller.OWNER,
    retention=Retention(_("Bevaras så länge överenskommelsen bevaras."), "dokumenthanteringsplan"),
    fields={
        Audience.EVERYONE: "id slug name kind is_demo",
        Audience.PARTICIPANTS: "legal_name administration org_nr",
    },
)
classify(
    "organisations.Membership",
    purpose=_("Att ge var och en just den behörighet som rollen kräver."),
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=Retention(_("Gallras två år efter att rollen har upphört."), "GDPR art. 5.1 e", due=roles_long_ended),
    fields={Audience.ORGANISATION: "id person organisation role since until"},
    personal="person role since until",
    subjects=_("personer som arbetar i en part"),
    owner="organisation_id",
)
classify(
    "organisations.Person",
    purpose=_("Att veta vem som loggar in och vem som har gjort vad."),
    basis=WORK_OF_A_PARTY,
    controller=Controller.OWNER,
    retention=Retention(
        _("Gallras när den sista rollen har gallrats och personen inte har loggat in på ett år."),
        "GDPR art. 5.1 e",
        due=people_long_gone,
        forgotten=True,
    ),
    fields={
        Audience.PARTIES: "id display_name",
        Audience.ADMINISTRATORS: "email is_active is_demo",
        Audience.SELF: "last_login",
        Audience.NOBODY: "password",
    },
    personal="display_name email last_login password",
    subjects=_("personer som arbetar i en part"),
)
