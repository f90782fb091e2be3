"""The bell that mixes the rows at night."""

from samsyn.web.project.mixing import mix


def mix_the_rows() -> None:
    mix("support_supportcontact")
