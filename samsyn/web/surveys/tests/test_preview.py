"""A draft is seen as it will be met, in every language, before it stands for good; nothing can be sent from there."""

from __future__ import annotations

from samsyn.web.surveys.tests.asking import House, words_of


def test_a_draft_is_seen_in_each_language_by_grown_ups_and_by_children(asking: House) -> None:
    at = f"{asking.home}versions/{asking.draft().pk}/"
    client = asking.client()
    assert f"{at}preview/" in client.get(at).content.decode()
    swedish = words_of(client.get(f"{at}preview/"))
    assert "Jag känner mig välkommen här." in swedish
    assert "Det känns bra att komma hit." in words_of(client.get(f"{at}preview/?lang=sv&who=child"))
    english = client.get(f"{at}preview/?lang=en&who=adult")
    assert 'lang="en"' in english.content.decode()
    assert "Jag känner mig välkommen här." not in words_of(english)


def test_a_language_that_nobody_knows_is_the_first_one(asking: House) -> None:
    answer = asking.client().get(f"{asking.home}versions/{asking.draft().pk}/preview/?lang=xx&who=alla")
    assert "Jag känner mig välkommen här." in words_of(answer)


def test_nothing_is_sent_from_a_preview(asking: House) -> None:
    at = f"{asking.home}versions/{asking.draft().pk}/preview/"
    client = asking.client()
    assert "survey-asked" in client.get(at).content.decode()
    assert client.post(at, {"q": "1"}).status_code == 405
    assert not asking.rows()[0]
