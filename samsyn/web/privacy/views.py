"""For the data protection officer: what is processed, who sees it, how long it is kept, what has been erased."""

from django.apps import apps
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.organisations.roles import Permission
from samsyn.web.privacy.classes import Controller, Record, record_of, records
from samsyn.web.privacy.models import PurgeRun

_RUNS = 30


@require_GET
def privacy(request: ViewerRequest, organisation: str) -> HttpResponse:
    require(request.viewer, Permission.READ_PROCESSING)
    personal = [_row(record) for record in records() if record.personal]
    return render(
        request,
        "privacy/privacy.html",
        {
            "personal": personal,
            "without": [_title(record) for record in records() if not record.personal],
            "runs": [_run(run) for run in PurgeRun.objects.visible_to(request.viewer)[:_RUNS]],
            "backup_days": settings.SAMSYN_BACKUP_DAYS,
        },
    )


def _row(record: Record) -> dict[str, object]:
    return {
        "title": _title(record),
        "record": record,
        "controller": Controller(record.controller).label,
        "seen_by": [(audience.label, names) for audience, names in record.seen_by()],
    }


def _run(run: PurgeRun) -> tuple[PurgeRun, list[tuple[str, int]]]:
    return run, [(_model_title(model), count) for model, count in run.counts.items()]


def _title(record: Record) -> str:
    """What it is called, else the model's own name; many-to-many tables keep their technical name."""
    if record.called is not None:
        return str(record.called)
    try:
        return capfirst(str(apps.get_model(record.model)._meta.verbose_name))
    except LookupError:
        return record.model


def _model_title(model: str) -> str:
    """Also for a table that has been removed since."""
    record = record_of(model)
    return _title(record) if record else model
