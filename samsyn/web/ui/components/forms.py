"""A field with its label, help, error and what was typed; the summary of errors above the form."""

from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField

register = template.Library()

_BOX_WIDGETS = (forms.CheckboxInput,)
_GROUP_WIDGETS = (forms.RadioSelect, forms.CheckboxSelectMultiple)


def _shape(bound: BoundField) -> str:
    widget = bound.field.widget
    if isinstance(widget, _GROUP_WIDGETS):
        return "group"
    return "box" if isinstance(widget, _BOX_WIDGETS) else "line"


def _attributes(bound: BoundField, shape: str) -> dict[str, str | bool]:
    widget = bound.field.widget
    classes = widget.attrs.get("class", "")
    attributes: dict[str, str | bool] = {"class": f"ds-input {classes}".strip()}
    described = [f"{bound.auto_id}-help"] if bound.help_text else []
    if bound.errors:
        described.append(f"{bound.auto_id}-error")
        attributes["aria-invalid"] = "true"
    if described and shape != "group":
        attributes["aria-describedby"] = " ".join(described)
    return attributes


@register.inclusion_tag("ui/parts/field.html")
def field(bound: BoundField, optional: bool | None = None) -> dict[str, Any]:
    """One field of a form. The unit after the box comes from the form field's `unit`, if it has one.

    «(frivilligt)» stands at what may be left out, unless the form field has `says_optional = False`.
    """
    if optional is None:
        optional = not bound.field.required and getattr(bound.field, "says_optional", True)
    shape = _shape(bound)
    return {
        "field": bound,
        "shape": shape,
        "control": bound.as_widget(attrs=_attributes(bound, shape)),
        "unit": getattr(bound.field, "unit", ""),
        "optional": optional,
    }


@register.inclusion_tag("ui/parts/errors.html")
def error_summary(form: forms.BaseForm, focus: bool = True) -> dict[str, Any]:
    """Everything that has to be put right, each a link to its field. Nothing when the form is right."""
    fields = [bound for bound in form if bound.errors] if form.is_bound else []
    general = form.non_field_errors() if form.is_bound else []
    return {"form": form, "fields": fields, "general": general, "focus": focus}


@register.inclusion_tag("ui/parts/fields.html")
def fields(form: forms.BaseForm, focus: bool = True) -> dict[str, Any]:
    """Error summary and every field of a form, in its order."""
    return {"form": form, "focus": focus}
