"""Several files as one."""

import io
import zipfile

from samsyn.exchange.files import zipped

FILES = {"b.toml": b"b", "amendments/a.toml": "å".encode()}


def test_what_goes_in_comes_out_in_a_folder_of_its_own() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(FILES, inside="lanterna"))) as archive:
        assert archive.namelist() == ["lanterna/amendments/a.toml", "lanterna/b.toml"]
        assert archive.read("lanterna/amendments/a.toml") == "å".encode()


def test_the_same_files_give_the_same_bytes_in_whatever_order_they_come() -> None:
    assert zipped(FILES, inside="x") == zipped(dict(reversed(FILES.items())), inside="x")
