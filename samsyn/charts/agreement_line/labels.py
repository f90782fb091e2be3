"""Which marks get their text shown, and how that text is broken into lines."""

from dataclasses import dataclass
from datetime import date

from samsyn.charts.agreement_line.model import AgreementLine, Mark
from samsyn.charts.widths import text_width, wrapped

SIZE = 17.0
LINE_HEIGHT = 21.0


@dataclass(frozen=True)
class Label:
    """A date in bold over a text of one or more lines."""

    day: date
    date_text: str
    lines: tuple[str, ...]
    kind: str

    @property
    def width(self) -> float:
        regular = [text_width(line, SIZE) for line in self.lines]
        return max([text_width(self.date_text, SIZE, bold=True), *regular])

    @property
    def height(self) -> float:
        return LINE_HEIGHT * (1 + len(self.lines))


def chosen_marks(line: AgreementLine, limit: int) -> list[Mark]:
    """The marks worth words: every important one, then the next of each kind, then the soonest, up to limit.

    Important ones are never left out, however many they are.
    """
    coming = [mark for mark in line.marks if mark.day >= line.today]
    chosen = [mark for mark in line.marks if mark.weighs]
    kinds = {mark.kind for mark in chosen if mark.day >= line.today}
    for mark in coming:
        if mark.kind not in kinds:
            kinds.add(mark.kind)
            chosen.append(mark)
    if len(line.marks) <= limit:
        chosen += [mark for mark in line.marks if mark not in chosen]
    important = [mark for mark in chosen if mark.weighs]
    others = [mark for mark in chosen if not mark.weighs]
    kept = important + others[: max(0, limit - len(important))]
    return sorted(kept, key=lambda mark: (mark.day, mark.kind))


def labels(line: AgreementLine, limit: int, room: float) -> list[Label]:
    """One label a day, room wide at most, plus today's own."""
    by_day: dict[date, list[Mark]] = {}
    for mark in chosen_marks(line, limit):
        by_day.setdefault(mark.day, []).append(mark)
    found = [_label(line, day, marks, room) for day, marks in by_day.items() if day != line.today]
    found.append(_today(line, by_day.get(line.today, []), room))
    return sorted(found, key=lambda label: label.day)


def _label(line: AgreementLine, day: date, marks: list[Mark], room: float) -> Label:
    texts = dict.fromkeys(mark.text for mark in marks)
    kind = next((mark.kind for mark in marks if mark.weighs), marks[0].kind)
    head = f"{line.words.latest} {day}" if any(mark.latest for mark in marks) else day.isoformat()
    return Label(day, head, tuple(wrapped("; ".join(texts), SIZE, room)), kind)


def _today(line: AgreementLine, marks: list[Mark], room: float) -> Label:
    words = line.words
    texts = [f"{words.latest} {mark.text}" if mark.latest else mark.text for mark in marks]
    if line.today < line.start:
        texts.insert(0, words.not_yet)
    elif line.today > line.end:
        texts.insert(0, words.is_over)
    head = f"{words.today} {line.today.isoformat()}"
    lines = wrapped("; ".join(dict.fromkeys(texts)), SIZE, max(room, text_width(head, SIZE, bold=True)))
    return Label(line.today, head, tuple(lines), "today")
