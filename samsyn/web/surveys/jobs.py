"""The bell that mixes what was answered, at night."""

from samsyn.web.project.mixing import mix


def mix_the_answers() -> None:
    """A sheet and its answers still belong together; which came after which, and with what else, is gone."""
    mix("surveys_sheet", "surveys_answer", "surveys_freetext")
