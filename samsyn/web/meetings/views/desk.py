"""The minutes as they are written: one form for the whole page, so that no button loses what was typed elsewhere.

Each part is saved by its own act. What cannot be saved stays on the page with the reason; what could is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import QueryDict

from samsyn.rules.terms.base import Assumption
from samsyn.web.access.viewer import Viewer
from samsyn.web.meetings import actions
from samsyn.web.meetings.actions.note import can_be_met_at
from samsyn.web.meetings.forms import NewActionForm, NewItemForm, NoteForm, PresentForm
from samsyn.web.meetings.models import AgendaItem, Attendance, Decision, Meeting
from samsyn.web.meetings.presenters.content import answer_words

ACTION, NEW_ITEM = "action", "new-item"


@dataclass
class NoteRow:
    """`conflict` is what somebody else has written there meanwhile. `opened`: a decision is being written."""

    item: AgendaItem
    form: NoteForm
    decisions: list[Decision]
    conflict: str = ""
    can_be_met: bool = False

    @property
    def opened(self) -> bool:
        return bool(self.form.is_bound and (self.form["decision"].value() or self.form["decision"].errors))


@dataclass
class PresentRow:
    attendance: Attendance
    form: PresentForm


class Desk:
    """`data` is what was sent, or None for a fresh page."""

    def __init__(
        self,
        meeting: Meeting,
        data: QueryDict | None,
        *,
        organisations: list[tuple[str, str]],
        questions: dict[str, Assumption],
    ) -> None:
        self.meeting, self.organisations, self.questions = meeting, organisations, questions
        self.data = data.copy() if data is not None else None
        self.troubles: dict[str, list[tuple[str | None, Any]]] = {}
        self.conflicts: dict[str, str] = {}
        self._lay()

    def _lay(self) -> None:
        items = self.meeting.items.select_related("obligation").prefetch_related("decisions")
        self.notes = [self._note_row(each) for each in items]
        called = self.meeting.attendances.select_related("organisation", "person").order_by("organisation__kind", "pk")
        self.present = [PresentRow(each, self._present_form(each)) for each in called]
        self.action = NewActionForm(self._data_for(ACTION), prefix=ACTION, organisations=self.organisations)
        self.new_item = NewItemForm(self._data_for(NEW_ITEM), prefix=NEW_ITEM)
        self.loose = list(self.meeting.decisions.filter(item=None))
        self.actions = list(self.meeting.actions_agreed.select_related("organisation").order_by("added_at"))

    def _data_for(self, prefix: str) -> QueryDict | None:
        """Nothing for a part that was not on the page when it was sent: somebody else has added it since."""
        there = self.data is not None and any(key.startswith(f"{prefix}-") for key in self.data)
        return self.data if there else None

    def _note_row(self, item: AgendaItem) -> NoteRow:
        prefix = f"note-{item.pk}"
        initial = {"noted": item.noted, "was": item.noted, "dealt_with": item.dealt_with}
        can_be_met = item.dealt_with or can_be_met_at(self.meeting, item)
        answers = self._answers(item.assumption)
        form = NoteForm(self._data_for(prefix), prefix=prefix, initial=initial, answers=answers)
        return NoteRow(item, form, list(item.decisions.all()), self.conflicts.get(prefix, ""), can_be_met)

    def _answers(self, assumption: str) -> list[tuple[str, str]]:
        found = self.questions.get(assumption)
        if found is None:
            return []
        return [("", answer_words(found, "")), *((each.id, each.says) for each in found.alternatives)]

    def _present_form(self, row: Attendance) -> PresentForm:
        prefix = f"present-{row.pk}"
        seen = mark(bool(row.came), row.task, row.name)
        initial = {"came": bool(row.came), "task": row.task, "name": row.name, "was": seen}
        return PresentForm(self._data_for(prefix), prefix=prefix, initial=initial)

    # ── saving ──

    def save(self, *, by: Viewer, now: datetime, today: date) -> bool:
        """Everything that can be. False where something could not; then the page says what and why.

        Presence first, then the items in order: one that fails does not stop what stands below it.
        """
        self._each([row.form for row in self.present], lambda: self._note_presence(by, now))
        for row in self.notes:
            self._each([row.form], partial(self._note, row, by, now))
            self._each([row.form], partial(self._decide, row, by, now, today))
        self._each([self.new_item], lambda: self._add_item(by, now))
        self._each([self.action], lambda: self._agree(by, now))
        if self.troubles:
            self._lay()
            self._say()
        return not self.troubles

    def _each(self, forms: Sequence[BaseForm], act: Callable[[], None]) -> None:
        """Do it if these forms were sent and are right. What it refuses is remembered for the first of them."""
        sent = [form for form in forms if form.is_bound]
        if not sent:
            return
        wrong = [str(form.prefix) for form in sent if not form.is_valid()]
        if wrong:
            self.troubles |= {prefix: [] for prefix in wrong if prefix not in self.troubles}
            return
        try:
            act()
        except actions.Overwritten as trouble:
            self._both_texts(str(sent[0].prefix), trouble)
        except ValidationError as trouble:
            self.troubles.setdefault(str(sent[0].prefix), []).append((None, trouble.messages))

    def _note(self, row: NoteRow, by: Viewer, now: datetime) -> None:
        typed = row.form.cleaned_data
        met = typed["dealt_with"] if row.can_be_met else None
        saved = actions.note(row.item, typed["noted"], was=typed["was"], dealt_with=met, by=by, now=now)
        self._put(f"{row.form.prefix}-was", saved.noted)
        self._put(f"{row.form.prefix}-noted", saved.noted)

    def _decide(self, row: NoteRow, by: Viewer, now: datetime, today: date) -> None:
        typed = row.form.cleaned_data
        if not typed["decision"]:
            return
        confirms = typed["kind"] == Decision.Kind.CONFIRM
        actions.decide(
            self.meeting,
            typed["decision"],
            kind=typed["kind"] or Decision.Kind.OTHER,
            item=row.item,
            assumption=row.item.assumption if confirms else "",
            answer=typed.get("answer", "") if confirms else "",
            by=by,
            now=now,
            today=today,
        )
        self._put(f"{row.form.prefix}-decision", "")

    def _note_presence(self, by: Viewer, now: datetime) -> None:
        """Who is not ticked did not come, once somebody is ticked; until then nobody has noted anything.

        Only what the writer changed is written: another may be ticking too.
        """
        rows = [row for row in self.present if row.form.is_bound]
        somebody = any(row.form.cleaned_data["came"] for row in rows)
        noted = {}
        for row in rows:
            typed = row.form.cleaned_data
            untouched = typed["was"] == mark(typed["came"], typed["task"], typed["name"])
            if untouched and not (somebody and row.attendance.came is None):
                continue
            came = typed["came"] or (False if somebody or row.attendance.came is not None else None)
            noted[row.attendance.pk] = actions.Noted(came, typed["task"], typed["name"])
        if noted:
            actions.note_attendance(self.meeting, noted, by=by, now=now)

    def _add_item(self, by: Viewer, now: datetime) -> None:
        if title := self.new_item.cleaned_data["title"]:
            actions.add_item(self.meeting, title, by=by, now=now)
            self._put(f"{NEW_ITEM}-title", "")

    def _agree(self, by: Viewer, now: datetime) -> None:
        typed = self.action.cleaned_data
        if not typed["says"]:
            return
        said = {"function": typed["function"], "due": typed["due"]}
        actions.agree_action(self.meeting, typed["says"], UUID(typed["organisation"]), **said, by=by, now=now)
        for name in ("says", "function", "due"):
            self._put(f"{ACTION}-{name}", "")

    def _put(self, name: str, value: str) -> None:
        if self.data is not None:
            self.data[name] = value

    def _both_texts(self, prefix: str, trouble: actions.Overwritten) -> None:
        """The next time it is saved the writer has seen what the other wrote."""
        self.troubles[prefix] = [("noted", trouble.messages)]
        self.conflicts[prefix] = trouble.now_says
        self._put(f"{prefix}-was", trouble.now_says)

    def _say(self) -> None:
        """Put what could not be saved at its field."""
        notes: list[BaseForm] = [row.form for row in self.notes]
        forms = [*notes, *(row.form for row in self.present), self.action, self.new_item]
        for form in forms:
            for name, texts in self.troubles.get(str(form.prefix), ()):
                if form.is_valid() or name is None:
                    form.add_error(name if name in form.fields else None, texts)


def mark(came: bool, task: str, name: str) -> str:
    """What the writer saw of one who was called, to tell afterwards whether it was changed."""
    return f"{int(came)}|{task}|{name}"
