"""What the pad's script says, in the reader's language. A pair is one and many; {n} is filled in by the script."""

from django.utils.translation import gettext, ngettext

_MANY = 2


def _both(one: str, many: str) -> list[str]:
    return [ngettext(one, many, 1), ngettext(one, many, _MANY)]


def pad_words() -> dict[str, str | list[str]]:
    return {
        "today": gettext("i dag"),
        "sex": gettext("Kön"),
        "age": gettext("Ålder"),
        "counts_for": gettext("{organisation} räknar här, i {partnership}."),
        "not_stated": gettext("Inte uppgivet"),
        "said": gettext("{name}: {n} i dag"),
        "undo": gettext("Ångra {name} {at}"),
        "undone": gettext("{name} {at} är ångrat. {n} i dag"),
        "nothing_to_undo": gettext("Inget att ångra i dag"),
        "all_sent": gettext("Allt är skickat {at}"),
        "nothing_sent": gettext("Inget är skickat ännu"),
        "queued": _both("{n} väntar på att skickas", "{n} väntar på att skickas"),
        "offline": gettext("Inget nät: räkningen fortsätter."),
        "trouble": gettext("Servern svarar inte: räkningen fortsätter."),
        "revoked_short": gettext("Avkopplad: inget skickas"),
        "kept": _both(
            "{n} tryck som inte är skickat ligger kvar här.",
            "{n} tryck som inte är skickade ligger kvar här.",
        ),
        "none_kept": gettext("Allt som har räknats är skickat."),
        "elsewhere": _both(
            "{n} tryck hör till en räkning som plattan var kopplad till förut. Det ligger kvar tills den kopplas dit.",
            "{n} tryck hör till en räkning som plattan var kopplad till förut. De ligger kvar tills den kopplas dit.",
        ),
        "waits": _both(
            "{n} tryck hör till en period som är stängd, och väntar på att någon hos er bestämmer om det räknas.",
            "{n} tryck hör till en period som är stängd, och väntar på att någon hos er bestämmer om de räknas.",
        ),
        "refused": _both("{n} tryck togs inte emot", "{n} tryck togs inte emot"),
        "refused_tap": gettext("{name} {day} {at}."),
        "refused_undo": gettext("Ångra {name} {day} {at}."),
        "kept_for_good": gettext("Webbläsaren har lovat att inte rensa det som väntar."),
        "kept_loosely": gettext(
            "Webbläsaren kan rensa det som väntar om minnet tar slut. Lägg plattan på hemskärmen så ligger det säkrare."
        ),
    }
