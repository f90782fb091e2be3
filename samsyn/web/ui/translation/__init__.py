"""The English translation: which Swedish strings there are, and which of them have no English yet.

Needs neither GNU gettext nor settings: Django turns templates into something Babel can read.

    python -m samsyn.web.ui.translation          write new strings into locale/en, drop those that are gone
    python -m samsyn.web.ui.translation --check  say what is missing; exit 1 if anything is
"""
