"""What is said about a matter: the same words to every party, on pages and in letters. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from django.utils.text import get_text_list
from django.utils.translation import gettext

from samsyn.rules.matters import Course, Footing, Form, Hindrance, Kind, Reading, State, Step, Timing


def kind_words(kind: str) -> str:
    return {
        Kind.ECONOMIC_CHANGE: gettext("Ekonomisk förändring"),
        Kind.DEVIATION: gettext("Avvikelse från plan eller budget"),
        Kind.DISPUTE: gettext("Tvist"),
        Kind.OTHER: gettext("Annat som parterna behöver veta"),
    }[Kind(kind)]


def kind_says(kind: Kind) -> str:
    """When one opens such a matter."""
    return {
        Kind.ECONOMIC_CHANGE: gettext("Något har ändrats i er ekonomi som de andra parterna behöver veta."),
        Kind.DEVIATION: gettext("Ni vill göra på ett annat sätt än planen eller budgeten säger."),
        Kind.DISPUTE: gettext("Ni är inte överens om vad som gäller eller om vad som är gjort."),
        Kind.OTHER: gettext("Ni vill berätta något och se att alla har läst det."),
    }[kind]


def step_words(step: str, form: Form) -> str:
    """What a party did, after its name."""
    if step == Step.SETTLED:
        return gettext("skrev hur tvisten löses")
    if step == Step.PASSED_ON:
        return gettext("förde tvisten vidare")
    return {
        Step.OPENED: gettext("öppnade ärendet"),
        Step.ACKNOWLEDGED: gettext("bekräftade att det har kommit fram"),
        Step.APPROVED: gettext("godkände"),
        Step.REFUSED: gettext("godkände inte"),
        Step.DIALOGUE: gettext("skrev in en dialog"),
        Step.WITHDRAWN: gettext("tog tillbaka ärendet"),
    }[Step(step)]


def state_words(course: Course) -> str:
    """A few words for a tag."""
    if course.state is State.APPROVED:
        return _approved(course.timing)
    return {
        State.DIALOGUE_FIRST: gettext("dialog först"),
        State.WAITING: gettext("väntar på svar"),
        State.TALKING: gettext("dialog pågår"),
        State.PROPOSED: gettext("väntar på svar"),
        State.KNOWN: gettext("alla har bekräftat"),
        State.REFUSED: gettext("inte godkänd"),
        State.SETTLED: gettext("löst"),
        State.PASSED_ON: gettext("förd vidare"),
        State.WITHDRAWN: gettext("tillbakatagen"),
    }[course.state]


def state_kind(course: Course) -> str:
    """How the tag looks. What has ended well is done; nothing is ranked."""
    if course.state in (State.KNOWN, State.APPROVED, State.SETTLED):
        return "done"
    return "plain" if course.is_over else "waiting"


def stands_words(course: Course, footing: Footing, happens_on: date | None, name: Callable[[str], str]) -> str:
    """Where it stands, who is missing and by when, in whole sentences."""
    missing = listed(name(each) for each in course.missing)
    if course.state is State.WAITING and course.form is Form.APPROVAL:
        return _awaits_approval(missing, happens_on)
    if course.state is State.DIALOGUE_FIRST:
        return _dialogue_first(course, happens_on)
    if course.state is State.APPROVED:
        return gettext("Alla som ska godkänna har gjort det: avvikelsen är %(how)s.") % {
            "how": _approved(course.timing)
        }
    return {
        State.WAITING: gettext("Har ännu inte bekräftats av %(who)s."),
        State.TALKING: gettext("Parterna för dialog. Ingen har skrivit hur tvisten löses."),
        State.PROPOSED: gettext("En lösning är skriven. Den har ännu inte bekräftats av %(who)s."),
        State.KNOWN: gettext("Alla parter har bekräftat att de känner till det."),
        State.REFUSED: gettext("Avvikelsen är inte godkänd. Planen och budgeten gäller som förut."),
        State.SETTLED: gettext("Tvisten är löst med ord som alla parter har bekräftat."),
        State.PASSED_ON: gettext("Tvisten har förts vidare och löses inte i Samsyn."),
        State.WITHDRAWN: gettext("Den som öppnade ärendet har tagit tillbaka det."),
    }[course.state] % {"who": missing}


def _awaits_approval(missing: str, happens_on: date | None) -> str:
    said = gettext("Har ännu inte godkänts av %(who)s.") % {"who": missing}
    return f"{said} {_by_when(happens_on)}" if happens_on else said


def _dialogue_first(course: Course, happens_on: date | None) -> str:
    said = gettext("Parterna för en dialog först. Skriv in när ni talade med varandra och vad ni sade.")
    return f"{said} {_by_when(happens_on)}" if happens_on and course.form is Form.APPROVAL else said


def _by_when(happens_on: date) -> str:
    return gettext("Avvikelsen ska vara godkänd före %(day)s, då den är tänkt att ske.") % {"day": happens_on}


def _approved(timing: Timing | None) -> str:
    if timing is Timing.AFTER:
        return gettext("godkänd först efter att den skedde")
    return gettext("godkänd samma dag som den sker") if timing is Timing.SAME_DAY else gettext("godkänd innan den sker")


def outcome_of(course: Course) -> str:
    """How it ended, as kept with the matter; empty while it is open."""
    if not course.is_over:
        return ""
    late = {Timing.SAME_DAY: "approved_same_day", Timing.AFTER: "approved_after"}
    return late.get(course.timing, str(course.state)) if course.timing else str(course.state)


def hindrance_words(hindrance: Hindrance, clause: str) -> str:
    """Why it cannot be done now, and what to do instead."""
    if hindrance is Hindrance.DIALOGUE_FIRST and clause:
        return gettext("Först för parterna en dialog (punkt %(clause)s). Skriv in den, sedan kan ni svara.") % {
            "clause": clause
        }
    return {
        Hindrance.OVER: gettext("Ärendet är redan avslutat. Öppna ett nytt om det är något mer."),
        Hindrance.OTHER_WAY: gettext("Det går inte att göra i ett sådant här ärende."),
        Hindrance.DIALOGUE_FIRST: gettext("Först för parterna en dialog. Skriv in den, sedan kan ni svara."),
        Hindrance.ANSWERED: gettext("Er part har redan svarat."),
        Hindrance.NOT_ASKED: gettext("Det här behöver er part inte svara på."),
        Hindrance.ONLY_OPENER: gettext("Bara den part som öppnade ärendet kan ta tillbaka det."),
    }[hindrance]


def silence_words(kind: Kind) -> str:
    """Said where the agreement has no clause on a kind."""
    return {
        Kind.ECONOMIC_CHANGE: gettext(
            "Överenskommelsen har ingen punkt om att meddela ekonomiska förändringar. Ärendet är information."
        ),
        Kind.DEVIATION: gettext(
            "Överenskommelsen har ingen punkt om att avvikelser ska godkännas i förväg. Ärendet är information, och "
            "parterna bekräftar att de har läst det."
        ),
        Kind.DISPUTE: gettext("Överenskommelsen säger ingenting om hur parterna löser en tvist."),
        Kind.OTHER: gettext("Ärendet vilar inte på någon punkt. Parterna bekräftar att de har läst det."),
    }[kind]


def then_words(footing: Footing) -> str:
    """Where a dispute goes if dialogue does not settle it."""
    return {
        "general_court": gettext("Löser inte dialogen tvisten avgörs den i allmän domstol."),
        "arbitration": gettext("Löser inte dialogen tvisten avgörs den i skiljeförfarande."),
        "unspecified": gettext("Vad som gäller om dialogen inte löser tvisten säger överenskommelsen inte."),
    }.get(footing.then, gettext("Vart en tvist går säger överenskommelsen inte."))


def reading_words(reading: Reading) -> str:
    """What we have taken for granted, for the parties to answer."""
    return {
        Reading.EACH_ACKNOWLEDGES: gettext(
            "Måste alla bekräfta? Vi räknar ett meddelande som framme när varje annan part har bekräftat det."
        ),
        Reading.EVERYONE_CONFIRMS: gettext(
            "Måste alla bekräfta? Vi räknar en tvist som löst när varje part har bekräftat samma ord."
        ),
        Reading.PRINCIPAL: gettext(
            "Är en avvikelse ett principiellt beslut? Vi räknar den så, eftersom punkten inte säger vad som är "
            "principiellt."
        ),
        Reading.THROUGH_ITS_PARTIES: gettext(
            "Räcker det att parterna godkänner var för sig? Vi räknar gruppens beslut som taget när varje part som "
            "sitter i gruppen har godkänt."
        ),
    }[reading]


def listed(names: Iterable[str]) -> str:
    return str(get_text_list(list(names), gettext("och")))
