"""The record of processing, as the data protection officer reads it."""

from samsyn.web.access.fixtures import Cast
from samsyn.web.organisations.roles import Role


def test_the_basis_is_said_for_each_kind_of_party(cast: Cast) -> None:
    page = cast.client(cast.municipality, Role.PROTECTION_OFFICER).get("/as/kommunen/privacy/").content.decode()
    assert "Offentlig part: uppgift av allmänt intresse (GDPR art. 6.1 e)." in page
    assert "Idéburen part: berättigat intresse (GDPR art. 6.1 f)." in page
    assert "6.1 e och f" not in page
