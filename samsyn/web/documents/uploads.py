"""Files sent with a form: taken only by views that say so, from those who may write, and never more than the limit."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.organisations.roles import Permission

FIELDS_BESIDE = 1_000_000
"""Bytes for the fields of the form itself."""
_WORTH_READING = 5
"""So many times the limit is read to its end, so that what was typed can be kept; more than that is cut off."""


class TooLargeFile(InMemoryUploadedFile):
    """Stands for a file that was larger than the limit. Its bytes were not kept."""


def largest() -> int:
    """In bytes."""
    return int(settings.SAMSYN_LARGEST_DOCUMENT_MB) * 1_000_000


class WithinLimit(FileUploadHandler):
    """Keeps files in memory while all of them together are within `most` bytes. What exceeds it is read and dropped."""

    def __init__(self, request: HttpRequest, most: int) -> None:
        super().__init__(request)
        self.most = most
        self.received = 0
        self.kept = BytesIO()

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,  # noqa: N803, the name is Django's
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        if content_length > _WORTH_READING * self.most + FIELDS_BESIDE:
            raise RequestDataTooBig("The form is many times larger than the largest document.")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.received += len(raw_data)
        if self.received <= self.most:
            self.kept.write(raw_data)
        else:
            self.kept = BytesIO()

    def file_complete(self, file_size: int) -> UploadedFile[Any]:
        kind = InMemoryUploadedFile if self.received <= self.most else TooLargeFile
        self.kept.seek(0)
        return kind(self.kept, self.field_name, self.file_name or "", self.content_type or "", file_size, self.charset)


def takes_files(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For a view whose form has a file. Others get none: settings.FILE_UPLOAD_HANDLERS refuse them.

    1. Who may not write is turned away before a byte is read. 2. The limit is set. 3. Only then the form's token is
    looked at, for to find it Django reads the whole form.
    """
    guarded = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def receive(request: ViewerRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST":
            require(request.viewer, Permission.FULFIL)
            request.upload_handlers = [WithinLimit(request, largest())]
        return guarded(request, *args, **kwargs)

    return receive
