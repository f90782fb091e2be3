"""Files sent with a form. Only `documents.uploads.takes_files` takes any; elsewhere nothing reaches disk or memory."""

from django.core.exceptions import SuspiciousOperation
from django.core.files.uploadhandler import FileUploadHandler


class NoFiles(FileUploadHandler):
    """Before anyone is known a form could otherwise fill the disk. A page that takes files names its own handlers."""

    def new_file(self, *args: object, **kwargs: object) -> None:
        raise SuspiciousOperation("A file was sent to a page that takes none.")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return None

    def file_complete(self, file_size: int) -> None:
        return None
