"""Words for what is done, where, when and for whom."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.rules.terms import operations
from samsyn.web.agreements.presenters.terms.base import Vocabulary

WEEKDAYS: dict[object, Promise] = {
    "mon": _("måndag"),
    "tue": _("tisdag"),
    "wed": _("onsdag"),
    "thu": _("torsdag"),
    "fri": _("fredag"),
    "sat": _("lördag"),
    "sun": _("söndag"),
}

VOCABULARY = Vocabulary(
    families={
        "service": _("Erbjuds"),
        "site": _("Plats för verksamheten"),
        "opening": _("Öppettider"),
        "target_group": _("Målgrupp"),
        "volume": _("Omfattning"),
        "comparison": _("Jämförelsetal"),
    },
    labels={
        operations.Site: {
            "name": _("Namn"),
            "by": _("Drivs av"),
            "rooms": _("Lokaler"),
            "landlord": _("Hyresvärd"),
        },
        operations.Service: {
            "name": _("Namn"),
            "by": _("Görs av"),
            "site": _("Var"),
            "kind": _("Slag"),
            "every": _("Hur ofta"),
            "free_of_charge": _("Utan kostnad"),
            "anonymous": _("Anonymt"),
            "count": _("Antal verksamheter"),
        },
        operations.Opening: {
            "site": _("Var"),
            "days": _("Dagar"),
            "opens": _("Öppnar"),
            "closes": _("Stänger"),
            "closed": _("Stängt"),
            "closed_weeks": _("Stängda veckor per år"),
            "closed_season": _("Stängs under"),
            "lent_to": _("Lånas ut till"),
        },
        operations.TargetGroup: {
            "includes": _("Är till för"),
            "excludes": _("Är inte till för"),
            "ages": _("Ålder"),
        },
        operations.Volume: {
            "count": _("Antal"),
            "unit": _("Enhet"),
            "per": _("Räknat"),
            "approximate": _("Ungefär"),
        },
        operations.Comparison: {
            "value": _("Tal"),
            "unit": _("Enhet"),
            "definition": _("Vad det är"),
            "source": _("Källa"),
            "year": _("År"),
            "as_of": _("Läget den"),
        },
    },
    words={
        (operations.Service, "kind"): {
            "basic_need": _("grundläggande behov"),
            "counselling": _("stödsamtal"),
            "group": _("grupp"),
            "activity": _("aktivitet"),
            "information": _("information"),
            "night": _("natt"),
            "training": _("träning och utbildning"),
            "coordination": _("samordning"),
        },
        (operations.Service, "every"): {
            "open_day": _("varje öppen dag"),
            "when_needed": _("vid behov"),
            "unspecified": _("texten säger inte"),
        },
        (operations.Opening, "days"): WEEKDAYS,
        (operations.Opening, "closed"): {
            "weekends": _("helger"),
            "public_holidays": _("röda dagar"),
            "eves": _("aftnar"),
        },
        (operations.Opening, "closed_season"): {
            "summer": _("sommaren"),
            "winter": _("vintern"),
            "unspecified": _("texten säger inte när"),
        },
        (operations.Volume, "per"): {
            "year": _("per år"),
            "night": _("per natt"),
            "day": _("per dag"),
            "at_once": _("samtidigt"),
            "agreement": _("under hela överenskommelsen"),
        },
    },
    units={
        (operations.TargetGroup, "ages"): "age",
    },
)
