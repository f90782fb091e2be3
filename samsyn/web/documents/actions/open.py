"""A file is opened: written down, so that the data protection officer can see who has read what."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Content, Document
from samsyn.web.history import acts
from samsyn.web.history.actions import record

acts.register({"document.open": _("öppnade en handling")})


@transaction.atomic
def open_document(document: Document, *, by: Viewer, now: datetime) -> Content:
    """The bytes. The act is the reader's own organisation's business, and is not shown to the other parties."""
    content = Content.objects.visible_to(by).get(pk=document.content_id)
    record("document.open", by=by, now=now, subject=document, partnership=document.partnership_id)
    return content
