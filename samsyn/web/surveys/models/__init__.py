"""Tables of the surveys: what is asked (read by all parties), and what was answered (one organisation's own)."""

from samsyn.web.surveys.models.answers import Answer, FreeText, Sheet
from samsyn.web.surveys.models.needs import Raised
from samsyn.web.surveys.models.rounds import Round
from samsyn.web.surveys.models.wording import Audience, Question, QuestionText, Template, Version

__all__ = [
    "Answer",
    "Audience",
    "FreeText",
    "Question",
    "QuestionText",
    "Raised",
    "Round",
    "Sheet",
    "Template",
    "Version",
]
