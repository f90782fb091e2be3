"""The agreement as a document. In the language of the agreement, whoever asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from django.utils import translation
from django.utils.translation import gettext, pgettext

from samsyn.charts.agreement_line import agreement_line
from samsyn.exchange.pdf import agreement as pdf
from samsyn.exchange.pdf.drawing import drawing
from samsyn.rules.money import IndexRegister
from samsyn.rules.obligations import Obligation, duties
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.parties import Party
from samsyn.rules.timeline import terms_on
from samsyn.web.agreements.presenters.assumptions import Question, questions_of
from samsyn.web.agreements.presenters.clauses import ClauseWords, TermWords, clauses_of
from samsyn.web.agreements.presenters.home import marks_of
from samsyn.web.agreements.presenters.line import line_of
from samsyn.web.agreements.presenters.other_reading import Consequence
from samsyn.web.agreements.presenters.sides import duty_title, is_latest
from samsyn.web.agreements.presenters.standing import standing_words
from samsyn.web.ui.formats import STUCK, civil_date


def agreement_document(
    dossier: Dossier,
    *,
    on: date,
    today: date,
    version: int,
    case_numbers: Mapping[str, str],
    index: IndexRegister,
    real_terms: bool = False,
) -> pdf.AgreementDocument:
    """The terms as they held `on` a day, as known `today`. `case_numbers` by the party's id in the file.

    `real_terms`: the parties are invented, the terms are those of an agreement that exists.
    """
    agreement = terms_on(dossier, on, today)
    with translation.override(agreement.agreement.language):
        written = _document(dossier, agreement, on, today, version, case_numbers, index)
        return replace(written, notices=tuple(_notices(agreement, on, today, real_terms)))


def _document(
    dossier: Dossier,
    agreement: Agreement,
    on: date,
    today: date,
    version: int,
    case_numbers: Mapping[str, str],
    index: IndexRegister,
) -> pdf.AgreementDocument:
    owed = duties(dossier, index=index, known_on=today)
    line = line_of(dossier, today, marks_of(agreement, owed))
    heading, standing = agreement.agreement, standing_words(dossier, today).sentence
    made = {"name": heading.name, "version": version, "digest": dossier.digest[:12], "today": today}
    return pdf.AgreementDocument(
        language=heading.language,
        title=heading.title,
        name=heading.name,
        purpose=heading.purpose,
        made=gettext("%(name)s. Framställd %(today)s ur version %(version)s (%(digest)s).") % made,
        standing=standing,
        notices=(),
        parties=tuple(_party(party, case_numbers.get(party.id, "")) for party in agreement.party.values()),
        line=drawing(str(agreement_line(line, "middle")), standing),
        clauses=tuple(_clause(each) for each in clauses_of(dossier, agreement, on)),
        questions=tuple(_question(each) for each in questions_of(dossier, agreement, today, index=index)),
        due=tuple(_due(agreement, each) for each in owed if each.due is not None),
        words=_words(),
    )


def _notices(agreement: Agreement, on: date, today: date, real_terms: bool) -> Iterator[pdf.Notice]:
    source = agreement.source
    if agreement.agreement.fictitious:
        yield pdf.Notice(gettext("Demodata"), (_invented(real_terms),))
    if source.status != "signed":
        title = gettext("Det här är ett förslag") if source.status == "proposal" else gettext("Det här är ett utkast")
        yield pdf.Notice(title, (source.says, *_missing(source.missing)))
    elif source.missing:
        yield pdf.Notice(gettext("Allt är inte med"), source.missing)
    if on != today:
        yield pdf.Notice(_on_another_day(agreement, on, today) % {"day": civil_date(on, "long")}, ())


def _on_another_day(agreement: Agreement, on: date, today: date) -> str:
    if on < agreement.period.first:
        return gettext("Den %(day)s hade överenskommelsen inte börjat gälla")
    return gettext("Så här gäller den %(day)s") if on > today else gettext("Så här gällde den %(day)s")


def _invented(real_terms: bool) -> str:
    if real_terms:
        return gettext("Parterna och händelserna är påhittade. Villkoren är hämtade ur en verklig överenskommelse.")
    return gettext("Parterna och händelserna är påhittade.")


def _missing(missing: tuple[str, ...]) -> tuple[str, ...]:
    return (gettext("Det här saknas hos oss: %(what)s") % {"what": "; ".join(missing)},) if missing else ()


def _party(party: Party, case_number: str) -> pdf.Party:
    legal = party.legal_name if party.legal_name != party.name else None
    number = gettext("Organisationsnummer %(number)s") % {"number": party.org_nr} if party.org_nr else None
    case = gettext("Diarienummer %(number)s") % {"number": case_number} if case_number else None
    return pdf.Party(party.kind, party.name, tuple(filter(None, (legal, party.administration, number, case))))


def _clause(clause: ClauseWords) -> pdf.Clause:
    remarks = []
    if clause.added:
        remarks.append(gettext("Tillagt genom ett tillägg."))
    if clause.nothing_because:
        remarks.append(f"{gettext('Inget att räkna:')} {clause.nothing_because}")
    if clause.elsewhere:
        seen = (
            f"{each.title}{f' {each.name}' if each.name else ''} ({_label(each.clause)})" for each in clause.elsewhere
        )
        remarks.append(f"{gettext('Se också:')} {', '.join(seen)}")
    terms = tuple(_term(term) for term in clause.terms)
    tag = pdf.Tag(_label(clause.label), clause.assumed)
    return pdf.Clause(tag, clause.heading, clause.depth, clause.says, tuple(remarks), terms)


def _term(term: TermWords) -> pdf.Term:
    title = f"{term.title}: {term.name}" if term.name else term.title
    if not term.holds:
        title = f"{title} ({gettext('gäller inte den här dagen')})"
    return pdf.Term(title, term.says, tuple(pdf.Fact(fact.label, fact.lines) for fact in term.facts))


def _question(question: Question) -> pdf.Question:
    others = tuple(pdf.Reading(each.says, _gives(each.gives)) for each in question.others)
    tag = pdf.Tag(_label(question.clause), assumed=True)
    return pdf.Question(tag, question.question, question.chosen, question.why, others)


def _gives(gives: Consequence) -> tuple[str, ...]:
    terms = (f"{gettext('Då står det:')} {'. '.join(gives.terms)}.",) if gives.terms else ()
    return (*terms, *(gives.follows or (gettext("Inga dagar, belopp eller parter som är kända i dag ändras."),)))


def _due(agreement: Agreement, owed: Obligation) -> pdf.Due:
    awaited = owed.amount_note.split(". ")[0].rstrip(".") if owed.amount is None else ""
    what = f"{duty_title(owed)}. {owed.says}" + (f" {awaited}." if awaited else "")
    who = ", ".join(agreement.party_name(key) for key in owed.by)
    day = str(owed.due) if owed.due_stated else f"{owed.due}{STUCK}*"
    when = f"{gettext('senast')}{STUCK}{day}" if is_latest(owed.kind) else day
    return pdf.Due(when, what, who, pdf.Tag(_label(owed.clause), bool(owed.reason.assumptions)))


def _label(clause: str) -> str:
    return f"§{STUCK}{clause}" if clause[:1].isdigit() else clause


def _words() -> dict[str, str]:
    return {
        "kind": gettext("Idéburet offentligt partnerskap"),
        "purpose": gettext("Syfte"),
        "parties": gettext("Parterna"),
        "contents": gettext("Innehåll"),
        "clauses": gettext("Punkt för punkt"),
        "questions": gettext("Tolkningar att bekräfta"),
        "questions_lead": gettext(
            "Här är texten tyst eller kan tolkas på flera sätt. Så räknar Samsyn tills parterna har svarat."
        ),
        "reads": gettext("Så tolkar vi det:"),
        "or": gettext("Eller:"),
        "due": gettext("Vad som ska göras, dag för dag"),
        "due_lead": gettext("Stjärnan betyder att dagen inte står i texten."),
        "when": gettext("Dag"),
        "what": gettext("Vad"),
        "who": gettext("Vem"),
        "clause": gettext("Punkt"),
        "page": gettext("Sida"),
        "of": pgettext("Sida 1 av 2", "av"),
    }
