"""Frozen minutes as a document, with each party's word on them. In the language of the agreements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext, override

from samsyn.exchange.pdf import minutes as pdf
from samsyn.exchange.pdf.parts import Fact, Notice, Party, Tag
from samsyn.rules.meetings import civil_day, clock_of
from samsyn.web.meetings.models import Attendance, Decision, Minutes, MinutesAnswer
from samsyn.web.ui.formats import STUCK, civil_date

Content = dict[str, Any]


def paper_of(
    minutes: Minutes, answers: Iterable[MinutesAnswer] = (), *, fictitious: bool = False
) -> pdf.MinutesDocument:
    """`answers` as they stand; the text itself is the frozen one. `fictitious`: the parties are invented."""
    with override(settings.LANGUAGE_CODE):
        return _paper(minutes, list(answers), fictitious)


def title_of(content: Content) -> str:
    with override(settings.LANGUAGE_CODE):
        return gettext("Protokoll, %(body)s möte %(number)s") % {
            "body": content.get("body_name", ""),
            "number": content.get("number", ""),
        }


def _paper(minutes: Minutes, answers: list[MinutesAnswer], fictitious: bool) -> pdf.MinutesDocument:
    said: Content = minutes.content
    approvals = tuple(_approvals(said, answers))
    body = f"{said['body_name']}, {gettext('möte')} {said['number']}"
    return pdf.MinutesDocument(
        language=settings.LANGUAGE_CODE,
        title=f"{title_of(said)}, {said['held_on']}",
        body=body,
        tag=_tag(said["clause"]),
        partnership=said["partnership"],
        made=gettext("Version %(n)s, lagd fram %(day)s.")
        % {"n": minutes.revision, "day": _day_of(minutes.put_forward_at)},
        standing=_standing(approvals),
        notices=_notices(fictitious),
        parties=tuple(_party(each) for each in said["parties"]),
        meeting=tuple(_facts(said)),
        attendance=tuple(_groups(said["attendance"])),
        items=tuple(_items(said)),
        actions=tuple(_action(each) for each in said["actions"]),
        earlier=tuple(_action(each, _outcome(each)) for each in said["earlier"]),
        approvals=approvals,
        seal=minutes.sha256,
        words=_words(),
    )


def _notices(fictitious: bool) -> tuple[Notice, ...]:
    invented = gettext("Parterna och personerna är påhittade.")
    return (Notice(gettext("Demodata"), (invented,)),) if fictitious else ()


def _standing(approvals: tuple[pdf.Approval, ...]) -> str:
    waiting = [each.party for each in approvals if not each.when]
    if waiting:
        return gettext("Väntar på godkännande av %(parties)s.") % {"parties": ", ".join(waiting)}
    return gettext("Godkänt av alla parter.")


def _party(said: Content) -> Party:
    legal = said["legal_name"] if said["legal_name"] != said["name"] else ""
    number = gettext("Organisationsnummer %(number)s") % {"number": said["org_nr"]} if said["org_nr"] else ""
    case = gettext("Diarienummer %(number)s") % {"number": said["case_number"]} if said["case_number"] else ""
    lines = (legal, said["administration"], number, case)
    return Party(said["side"], said["name"], tuple(line for line in lines if line))


def _facts(said: Content) -> Iterator[Fact]:
    begins, ends = (clock_of(datetime.fromisoformat(said[name])) for name in ("starts_at", "ends_at"))
    yield Fact(gettext("Dag"), (civil_date(date.fromisoformat(said["held_on"]), "weekday"),))
    yield Fact(gettext("Kallat till"), (f"{begins:%H.%M}–{ends:%H.%M}",))
    if said["place"]:
        yield Fact(gettext("Plats"), (said["place"],))
    yield Fact(gettext("Kallat av"), (said["called_by"],))


def _groups(attendance: list[Content]) -> Iterator[pdf.Group]:
    """In the order they were called; a guest stands last among those of the same organisation."""
    found: dict[tuple[str, str], list[Content]] = {}
    for each in attendance:
        found.setdefault((each["organisation"], each["side"]), []).append(each)
    for (name, side), rows in found.items():
        yield pdf.Group(name, side, tuple(_present(each) for each in rows))


def _present(row: Content) -> pdf.Present:
    tasks = {value: str(label) for value, label in Attendance.Task.choices if value}
    return pdf.Present(row["name"], row["function"], _came(row), tasks.get(row["task"], ""))


def _came(row: Content) -> str:
    if row["came"] is None:
        return gettext("inte antecknat")
    if row["guest"]:
        return gettext("gäst")
    return gettext("närvarande") if row["came"] else gettext("frånvarande")


def _items(said: Content) -> Iterator[pdf.Item]:
    for each in said["items"]:
        met = (gettext("Åtagandet är uppfyllt, enligt mötet."),) if each["met"] else ()
        yield pdf.Item(
            str(each["number"]),
            each["title"],
            _tag(each["clause"], each["assumed"]),
            _lines(each["background"]),
            (*_lines(each["noted"]), *met),
            tuple(_decided(decision) for decision in each["decisions"]),
        )
    if said["decisions"]:
        loose = tuple(_decided(decision) for decision in said["decisions"])
        yield pdf.Item("", gettext("Andra beslut"), _tag(""), (), (), loose)


def _decided(decision: Content) -> pdf.Decided:
    kinds = {value: str(label) for value, label in Decision.Kind.choices}
    more = ""
    if decision["question"]:
        more = gettext("Frågan: %(question)s Svaret: %(answer)s") % {
            "question": decision["question"],
            "answer": decision["answer_says"],
        }
    return pdf.Decided(str(decision["number"]), kinds.get(decision["kind"], ""), _lines(decision["says"]), more)


def _action(each: Content, outcome: str = "") -> pdf.Action:
    who = ", ".join(filter(None, (each["organisation"], each["function"])))
    return pdf.Action(each["says"], who, each["due"] or gettext("ingen dag satt"), outcome)


def _outcome(each: Content) -> str:
    if each["done_on"]:
        return " ".join(filter(None, (gettext("Gjort %(day)s.") % {"day": each["done_on"]}, each["note"])))
    if each["dropped_on"]:
        return " ".join(filter(None, (gettext("Struket %(day)s.") % {"day": each["dropped_on"]}, each["note"])))
    return gettext("Återstår.")


def _approvals(said: Content, answers: list[MinutesAnswer]) -> Iterator[pdf.Approval]:
    by_party = {str(each.organisation_id): each for each in answers}
    for each in said["approvers"]:
        answer = by_party.get(each["organisation"])
        if answer is None:
            yield pdf.Approval(each["name"], gettext("väntar"), "", "")
            continue
        word = gettext("godkänt") if answer.approved else gettext("skickat tillbaka")
        yield pdf.Approval(each["name"], word, str(answer.person or ""), str(answer.on))


def _tag(clause: str, assumed: bool = False) -> Tag:
    return Tag(f"§{STUCK}{clause}" if clause[:1].isdigit() else clause, assumed)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _day_of(at: datetime) -> str:
    return str(civil_day(at))


def _words() -> dict[str, str]:
    return {
        "kind": gettext("Protokoll"),
        "attendance": gettext("Närvaro"),
        "name": gettext("Namn"),
        "function": gettext("Funktion"),
        "came": gettext("Närvaro"),
        "items": gettext("Punkter"),
        "decision": gettext("Beslut"),
        "actions": gettext("Att göra"),
        "actions_none": gettext("Mötet bestämde inte om något att göra."),
        "earlier": gettext("Att göra från tidigare möten"),
        "what": gettext("Vad"),
        "who": gettext("Vem"),
        "when": gettext("Senast"),
        "outcome": gettext("Hur det gick"),
        "approval": gettext("Parternas godkännande"),
        "party": gettext("Part"),
        "answer": gettext("Svar"),
        "day": gettext("Dag"),
        "seal": gettext("Textens kontrollsumma (SHA-256)"),
        "page": gettext("Sida"),
        "of": gettext("av"),
    }
