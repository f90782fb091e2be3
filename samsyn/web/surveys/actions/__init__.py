"""What can happen to a survey. Answering has no history row: see `answer`."""

from samsyn.web.surveys.actions.answer import Filled, enter_paper, take_sheet
from samsyn.web.surveys.actions.drafts import begin_draft, discard_draft, fix_version
from samsyn.web.surveys.actions.questions import move_question, remove_question, write_question
from samsyn.web.surveys.actions.rounds import Opening, close_round, open_round

__all__ = [
    "Filled",
    "Opening",
    "begin_draft",
    "close_round",
    "discard_draft",
    "enter_paper",
    "fix_version",
    "move_question",
    "open_round",
    "remove_question",
    "take_sheet",
    "write_question",
]
