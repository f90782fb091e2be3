"""How a figure is counted, in a sentence that a person would say, and how to count it by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samsyn.rules.indicators.reaching import steps_of
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.indicators import Facts, Indicator, Where
from samsyn.rules.terms.places import Step

WHAT: Mapping[Facts, str] = {
    "visits": "besök som är räknade på plattan",
    "services": "gånger som en tjänst har räknats på plattan",
    "contacts": "kontakter med stödlinjen",
    "heads": "närvarande vid hållna tillfällen, en gång för varje tillfälle",
    "different_people": "olika personer i grupperna, enligt ledarnas egen uppgift",
    "occasions": "hållna tillfällen",
    "participants": "individer med en placering någon dag i perioden",
    "placements": "placeringar med någon dag i perioden",
    "nights": "nätter som någon har sovit på en plats",
    "guests": "olika gäster som har sovit minst en natt",
    "place_nights": "platser gånger nätter, utan dem som var ur bruk",
    "refusals": "gånger som någon blev utan plats en natt",
    "answers": "svar i enkätomgångar som har avslutats i perioden",
    "hours": "timmar som är rapporterade för arbetspass",
}
_WHERE: Mapping[Facts, str] = {
    "visits": "räkneplattans dagssummor",
    "services": "räkneplattans dagssummor",
    "contacts": "stödlinjens kontakter",
    "heads": "räkningen vid varje hållet tillfälle",
    "different_people": "ledarnas uppgift om olika personer",
    "occasions": "listan över tillfällen",
    "participants": "listan över placeringar",
    "placements": "listan över placeringar",
    "nights": "nattställets listor över vem som kom",
    "guests": "nattställets listor över vem som kom",
    "place_nights": "platserna, natt för natt",
    "refusals": "inskrivningens rader om nekade",
    "answers": "de ifyllda enkäterna",
    "hours": "arbetspassen med rapporterad tid",
}
_FIGURES = {"attendance": "närvarande", "participants": "deltagare", "reached": "nådda", "staff": "personal"}
_SEX = {"woman": "kvinnor", "man": "män", "other": "annat kön", "not_stated": "kön inte uppgivet"}
_CHANNELS = {"phone": "telefon", "chat": "chatt", "mail": "mejl", "visit": "besök"}
_RESULTS = {
    "followed_plan": "avslutade sin placering enligt planeringen",
    "partly": "följde planeringen delvis",
    "broke_off": "avbröt",
}


def says(indicator: Indicator, terms: Agreement) -> str:
    """One or two sentences. What nothing measures says so."""
    if not indicator.facts:
        return "Inget som skrivs ner i Samsyn mäter detta."
    only = _only(indicator.where, terms)
    sentence = _sentence(indicator, terms)
    return f"{sentence} Bara {only}." if only else sentence


def by_hand(indicator: Indicator, terms: Agreement) -> tuple[str, ...]:
    """Steps with which anyone can count it from the lists, and get the same."""
    if not indicator.facts:
        return ()
    only = _only(indicator.where, terms)
    steps = [f"Ta fram {_and(list(dict.fromkeys(_WHERE[each] for each in indicator.facts)))} för perioden."]
    if only:
        steps.append(f"Stryk allt utom {only}.")
    steps += _counting(indicator, terms)
    if "sex" in indicator.split:
        steps.append("Gör om det för vart kön för sig, och för dem som inte har uppgett något.")
    return tuple(steps)


def _counting(indicator: Indicator, terms: Agreement) -> list[str]:
    reached = _reached(indicator, terms)
    match indicator.measure:
        case "count" | "sum" if not reached:
            return ["Räkna ihop."]
        case "distinct" if not reached:
            return ["Räkna varje individ en gång, hur ofta den än förekommer."]
        case "ratio":
            return [f"Dela med {_whole(indicator)}."]
        case "duration":
            return [
                "Behåll dem som har slutat i perioden.",
                "Räkna dagarna i var och en, första och sista medräknade, lägg ihop och dela med hur många de är.",
            ]
        case "paired_change":
            return [
                "Behåll dem som har skattat sig minst två gånger. De andra saknas.",
                "Ta för var och en medelvärdet av stegen mellan första och sista skattningen, påstående för påstående.",
                "Lägg ihop och dela med hur många de är.",
            ]
        case _:
            return [
                f"Räkna var och en som {reached}.",
                "Räkna för sig dem om vilka det inte är känt, eller som fortfarande kan nå dit. De saknas.",
            ]


def _sentence(indicator: Indicator, terms: Agreement) -> str:
    what = _and([WHAT[each] for each in indicator.facts])
    reached = _reached(indicator, terms)
    match indicator.measure:
        case "paired_change":
            return "Jämför varje individs första och sista självskattning."
        case "duration":
            return f"Medelvärdet av antalet dagar bland {what}, av dem som har slutat i perioden."
        case "ratio":
            return f"{_capital(what)}, som del av {_whole(indicator)}."
        case "share_reaching":
            return f"Av {what}: de som {reached}."
        case _ if reached and "participants" in indicator.facts:
            return f"Räknar {'individer' if indicator.measure == 'distinct' else 'placeringar'} som {reached}."
        case _ if reached:
            return f"Räknar {what}, de som {reached}."
        case _:
            return f"Räknar {what}."


def _whole(indicator: Indicator) -> str:
    if indicator.over:
        return _and([WHAT[each] for each in indicator.over])
    return "alla sådana"


def _reached(indicator: Indicator, terms: Agreement) -> str:
    if indicator.reached is None:
        return ""
    found = ["har börjat och varit där minst en dag"] if indicator.reached.began else []
    if steps := steps_of(indicator, terms):
        found.append(_steps(steps))
    elif indicator.reached.steps:
        found.append("har haft samtalen")
    if indicator.reached.result:
        found.append(" eller ".join(_RESULTS[each] for each in indicator.reached.result))
    if indicator.reached.answer:
        found.append("svarade " + " eller ".join(f"«{_answer(each)}»" for each in indicator.reached.answer))
    if indicator.reached.rated_higher:
        found.append("skattar sig högre sista gången än den första")
    return _and(found)


def _answer(written: str) -> str:
    return {"yes": "ja", "no": "nej"}.get(written, written)


def _steps(steps: Sequence[Step]) -> str:
    kinds = {each.kind for each in steps}
    if kinds == {"introduction", "closing"}:
        return "har haft både det inledande och det avslutande samtalet"
    return _and([_step(each) for each in steps])


def _step(step: Step) -> str:
    if step.kind == "self_assessment":
        return f"har skattat sig minst {step.at_least} gånger"
    if step.kind == "individual_plan":
        return "har en individuell planering"
    who = _and([each.lower() for each in step.with_functions])
    apart = "" if step.together else ", vart för sig"
    return f"har haft minst {step.at_least} samtal{f' med {who}' if who else ''}{apart}"


def _only(where: Where | None, terms: Agreement) -> str:
    if where is None:
        return ""
    found = [terms.service[each].name if each in terms.service else each for each in where.service]
    found += [terms.site[each].name if each in terms.site else each for each in where.site]
    found += [terms.activity[each].name if each in terms.activity else each for each in where.activity]
    found += where.pool
    found += [_CHANNELS[each] for each in where.channel]
    found += [_FIGURES[each] for each in where.figure]
    found += [_SEX[each] for each in where.sex]
    found += [f"frågan «{where.question}»{_survey(where.survey, terms)}"] if where.question else []
    return _and(found)


def _survey(survey: str | None, terms: Agreement) -> str:
    return f" i «{terms.survey[survey].name}»" if survey in terms.survey else ""


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}" if words else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
