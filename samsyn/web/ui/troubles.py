"""What an act refuses, put where it is read: at its field if the form has it, otherwise above the form."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.forms import Form


def put_into(form: Form, trouble: ValidationError) -> None:
    """Keeps all that was typed; the form is no longer valid afterwards."""
    if not hasattr(trouble, "error_dict"):
        form.add_error(None, trouble)
        return
    for name, errors in trouble.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
