"""Ids made in Python."""

import time
from concurrent.futures import ThreadPoolExecutor

from samsyn.web.project.ids import new_id, new_timeless_id


def test_ids_sort_by_the_time_they_were_made() -> None:
    earlier = [new_id() for _ in range(50)]
    time.sleep(0.002)
    later = [new_id() for _ in range(50)]
    assert max(earlier) < min(later)


def test_an_id_is_a_uuid_of_version_seven_and_carries_its_millisecond() -> None:
    before = time.time_ns() // 1_000_000
    made = new_id()
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert 0 <= (made.int >> 80) - before < 5_000


def test_threads_do_not_make_the_same_id() -> None:
    with ThreadPoolExecutor(4) as threads:
        made = [each for batch in threads.map(lambda _: [new_id() for _ in range(2_000)], range(4)) for each in batch]
    assert len(set(made)) == len(made)


def test_a_timeless_id_tells_no_time() -> None:
    assert new_timeless_id().version == 4
