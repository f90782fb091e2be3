"""The minutes as a document, made from their content and from what the parties have answered. In their own language.

content_of(meeting, dossier, today) → dict      sha256_of(content) → hex
document_from(content, today=…, revision=…, sha256=…, answers=…) → MinutesDocument
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.utils import translation
from django.utils.translation import gettext, pgettext

from samsyn.exchange.pdf import minutes as pdf
from samsyn.exchange.pdf.parts import NO_TAG, Fact, Notice, Party, Tag
from samsyn.web.agreements.presenters.sides import together
from samsyn.web.meetings.models import Attendance, Decision, MinutesAnswer
from samsyn.web.meetings.presenters.minutes_content import Content, content_of, sha256_of
from samsyn.web.ui.formats import STUCK, civil_date

__all__ = ["Content", "content_of", "document_from", "sha256_of"]


def document_from(
    content: Mapping[str, Any],
    *,
    today: date,
    revision: int = 0,
    sha256: str = "",
    answers: Iterable[MinutesAnswer] = (),
) -> pdf.MinutesDocument:
    """`revision` 0 is a draft that nobody has put forward. `answers` are those to this revision, with their persons."""
    with translation.override(content["language"]):
        return _document(content, today, revision, sha256, {str(each.organisation_id): each for each in answers})


def _document(
    content: Mapping[str, Any], today: date, revision: int, sha256: str, answers: Mapping[str, MinutesAnswer]
) -> pdf.MinutesDocument:
    number = {"body": content["body"], "number": content["number"]}
    return pdf.MinutesDocument(
        language=content["language"],
        title=gettext("Protokoll, %(body)s, möte %(number)s") % number,
        body=gettext("%(body)s, möte %(number)s") % number,
        tag=_tag(content["clause"]),
        partnership=content["partnership"],
        made=_made(today, revision),
        standing=_standing(content, revision, answers),
        notices=tuple(_notices(content)),
        parties=tuple(_party(each) for each in content["parties"]),
        meeting=tuple(_meeting(content)),
        attendance=tuple(_group(each) for each in content["attendance"]),
        items=tuple(_items(content)),
        actions=tuple(_action(each) for each in content["actions"]),
        earlier=tuple(_action(each) for each in content["earlier"]),
        approvals=tuple(_approval(each, answers.get(each["organisation"])) for each in content["parties"])
        if revision
        else (),
        seal=sha256,
        words=_words(),
    )


def _made(today: date, revision: int) -> str:
    words = {"revision": revision, "today": today}
    if revision:
        return gettext("Version %(revision)s. Framställt %(today)s.") % words
    return gettext("Utkast. Framställt %(today)s.") % words


def _standing(content: Mapping[str, Any], revision: int, answers: Mapping[str, MinutesAnswer]) -> str:
    """One sentence: a draft, sent back, awaited, or approved by all and since when."""
    if not revision:
        return gettext("Det här är ett utkast. Protokollet har inte lagts fram för godkännande.")
    parties = {each["organisation"]: each["name"] for each in content["parties"]}
    back = [name for key, name in parties.items() if key in answers and not answers[key].approved]
    if back:
        return gettext("%(who)s har skickat tillbaka protokollet.") % {"who": together(back)}
    awaited = [name for key, name in parties.items() if key not in answers]
    if awaited:
        return gettext("Väntar på godkännande av %(who)s.") % {"who": together(awaited)}
    day = max(answers[key].on for key in parties)
    return gettext("Godkänt av alla parter den %(day)s.") % {"day": civil_date(day, "long")}


def _notices(content: Mapping[str, Any]) -> Iterator[Notice]:
    if content["real_terms"]:
        says = gettext("Parterna och händelserna är påhittade. Villkoren är hämtade ur en verklig överenskommelse.")
        yield Notice(gettext("Demodata"), (says,))
    elif content["fictitious"]:
        yield Notice(gettext("Demodata"), (gettext("Parterna och händelserna är påhittade."),))


def _party(party: Mapping[str, str]) -> Party:
    legal = party["legal_name"] if party["legal_name"] != party["name"] else ""
    number = gettext("Organisationsnummer %(number)s") % {"number": party["org_nr"]} if party["org_nr"] else ""
    case = gettext("Diarienummer %(number)s") % {"number": party["case_number"]} if party["case_number"] else ""
    lines = (legal, party["administration"], number, case)
    return Party(party["kind"], party["name"], tuple(line for line in lines if line))


def _meeting(content: Mapping[str, Any]) -> Iterator[Fact]:
    starts, ends = datetime.fromisoformat(content["starts"]), datetime.fromisoformat(content["ends"])
    held = date.fromisoformat(content["held_on"]) if content["held_on"] else starts.date()
    yield Fact(gettext("Dag"), (civil_date(held, "weekday"),))
    yield Fact(gettext("Tid"), (gettext("kl. %(from)s–%(to)s") % {"from": f"{starts:%H.%M}", "to": f"{ends:%H.%M}"},))
    if content["place"]:
        yield Fact(gettext("Plats"), (content["place"],))
    called = {"who": content["called_by"], "day": civil_date(date.fromisoformat(content["called_on"]), "long")}
    yield Fact(gettext("Kallat av"), (gettext("%(who)s den %(day)s") % called,))


def _group(group: Mapping[str, Any]) -> pdf.Group:
    return pdf.Group(group["organisation"], group["kind"], tuple(_present(each) for each in group["people"]))


def _present(person: Mapping[str, Any]) -> pdf.Present:
    if person["came"] is None:
        came = gettext("inte antecknat")
    elif person["guest"]:
        came = gettext("gäst") if person["came"] else gettext("gäst, kom inte")
    else:
        came = gettext("närvarande") if person["came"] else gettext("frånvarande")
    task = str(Attendance.Task(person["task"]).label) if person["task"] else ""
    return pdf.Present(person["name"], person["function"], came, task)


def _items(content: Mapping[str, Any]) -> Iterator[pdf.Item]:
    for each in content["items"]:
        yield pdf.Item(
            str(each["number"]),
            each["title"],
            _tag(each["clause"], each["assumed"]),
            _paragraphs(each["background"]),
            _paragraphs(each["noted"]),
            tuple(_decided(decision) for decision in each["decisions"]),
        )
    if content["decisions"]:
        decisions = tuple(_decided(each) for each in content["decisions"])
        yield pdf.Item("", gettext("Övriga beslut"), NO_TAG, (), (), decisions)


def _decided(decision: Mapping[str, Any]) -> pdf.Decided:
    more = ""
    if decision["question"]:
        more = gettext("Frågan var: %(question)s Parternas svar: %(answer)s") % decision
    kind = str(Decision.Kind(decision["kind"]).label)
    return pdf.Decided(str(decision["number"]), kind, _paragraphs(decision["says"]), more)


def _action(action: Mapping[str, str]) -> pdf.Action:
    who = ", ".join(filter(None, (action["organisation"], action["function"])))
    return pdf.Action(action["what"], who, action["due"] or gettext("ingen dag satt"), _outcome(action))


def _outcome(action: Mapping[str, str]) -> str:
    said = {
        "done": gettext("Gjort %(on)s."),
        "dropped": gettext("Struket %(on)s."),
        "open": gettext("Återstår."),
    }[action["state"]]
    return " ".join(filter(None, (said % {"on": action["on"]}, action["note"])))


def _approval(party: Mapping[str, str], answer: MinutesAnswer | None) -> pdf.Approval:
    if answer is None:
        return pdf.Approval(party["name"], gettext("väntar på godkännande av %(who)s") % {"who": party["name"]}, "", "")
    who = answer.person.display_name if answer.person else ""
    says = gettext("godkänner") if answer.approved else gettext("skickar tillbaka: %(remark)s")
    return pdf.Approval(party["name"], says % {"remark": answer.remark}, who, answer.on.isoformat())


def _tag(clause: str, assumed: bool = False) -> Tag:
    return Tag(f"§{STUCK}{clause}" if clause[:1].isdigit() else clause, assumed)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _words() -> dict[str, str]:
    return {
        "kind": gettext("Protokoll"),
        "attendance": gettext("Vilka som var med"),
        "name": gettext("Namn"),
        "function": gettext("Funktion"),
        "came": gettext("Närvaro"),
        "items": gettext("Punkter"),
        "decision": gettext("Beslut"),
        "actions": gettext("Att göra efter mötet"),
        "actions_none": gettext("Ingenting bestämdes att göra efter mötet."),
        "earlier": gettext("Hur det gick med det som bestämdes tidigare"),
        "what": gettext("Vad"),
        "who": gettext("Vem"),
        "when": gettext("Senast"),
        "outcome": gettext("Hur det gick"),
        "approval": gettext("Godkännande"),
        "party": gettext("Part"),
        "answer": gettext("Svar"),
        "day": gettext("Dag"),
        "seal": gettext("Kontrollsumma (SHA-256) för det som godkänns:"),
        "page": gettext("Sida"),
        "of": pgettext("Sida 1 av 2", "av"),
    }
