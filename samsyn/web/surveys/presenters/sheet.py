"""A round's questions as one who answers meets them, in one language, with what was chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.safestring import SafeString

from samsyn.web.surveys.models import Question
from samsyn.web.surveys.models.answers import MOST
from samsyn.web.surveys.phrases import Voice
from samsyn.web.surveys.pictograms import FACES, PICTOGRAMS
from samsyn.web.surveys.wording import Asked


@dataclass(frozen=True, slots=True)
class Choice:
    """`id` is that of its field."""

    id: str
    value: str
    text: str
    drawing: SafeString
    chosen: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One question. `kind`: scale, choices, number or free."""

    name: str
    text: str
    kind: str
    help: str
    drawing: SafeString
    choices: tuple[Choice, ...] = ()
    several: bool = False
    typed: str = ""
    most: int = MOST


def shown(
    questions: Sequence[tuple[Question, Asked]], audience: str, said: Voice, given: Mapping[str, Sequence[str]]
) -> list[Shown]:
    """`given`: name of a field → what was chosen, when a page is shown again."""
    found = []
    for question, asked in questions:
        words = asked.words.get((audience, said.language))
        if words is not None:
            found.append(_shown(question, words.text, words.options, said, given.get(field_of(question.pk), ())))
    return found


def about_oneself(
    asks: Sequence[str], bands: Sequence[str], said: Voice, given: Mapping[str, Sequence[str]]
) -> list[Shown]:
    """Sex and age, where the agreement asks for them. Each may be left."""
    found = []
    if "sex" in asks:
        found.append(_of_self("sex", [(key, said.say(key)) for key in ("woman", "man", "other")], said, given))
    if "age_band" in asks:
        found.append(_of_self("age_band", [(each, each.replace("-", "–")) for each in bands], said, given))
    return found


def field_of(question: UUID) -> str:
    return f"q-{question}"


def drawing(key: str) -> SafeString:
    """'' where there is none. The drawings are our own (pictograms.py)."""
    return SafeString(PICTOGRAMS[key][1] if key in PICTOGRAMS else "")


def _shown(question: Question, text: str, options: Mapping[str, str], said: Voice, given: Sequence[str]) -> Shown:
    name = field_of(question.pk)
    kinds = {Question.Type.SCALE5: "scale", Question.Type.NUMBER: "number", Question.Type.FREE: "free"}
    kind = kinds.get(Question.Type(question.type), "choices")
    helps = {"free": said.say("no_names"), "choices": said.say("several") if question.several else ""}
    return Shown(
        name=name,
        text=text,
        kind=kind,
        help=helps.get(kind, ""),
        drawing=drawing(question.pictogram),
        choices=tuple(
            Choice(f"{name}-{value}", value, words, picture, value in given)
            for value, words, picture in _choices(question, options, said)
        ),
        several=question.several,
        typed=given[0] if given else "",
    )


def _choices(question: Question, options: Mapping[str, str], said: Voice) -> list[tuple[str, str, SafeString]]:
    if question.type == Question.Type.SCALE5:
        return [(str(n), said.say(f"scale_{n}"), SafeString(FACES[n])) for n in FACES]
    if question.type == Question.Type.YESNO:
        return [(each, said.say(each), drawing(each)) for each in ("yes", "no")]
    return [(each, options.get(each, each), drawing(each)) for each in question.options]


def _of_self(name: str, choices: list[tuple[str, str]], said: Voice, given: Mapping[str, Sequence[str]]) -> Shown:
    chosen = given.get(name, ())
    every = [*choices, ("", said.say("skip"))]
    return Shown(
        name=name,
        text=said.say(name),
        kind="choices",
        help="",
        drawing=SafeString(""),
        choices=tuple(
            Choice(f"{name}-{value or 'skip'}", value, text, SafeString(""), value in chosen) for value, text in every
        ),
    )
