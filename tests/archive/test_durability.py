import pytest
from django.db import connection, transaction

from archive.durability import unsynced

pytestmark = pytest.mark.django_db(transaction=True)


def level() -> object:
    asked = "PRAGMA synchronous" if connection.vendor == "sqlite" else "SHOW synchronous_commit"
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return cursor.fetchone()[0]


@pytest.fixture
def synced():
    """The level that an installation has; tests run without it, for speed."""
    set_level = "PRAGMA synchronous = 2" if connection.vendor == "sqlite" else "SET synchronous_commit TO on"
    with connection.cursor() as cursor:
        cursor.execute(set_level)
    yield level()
    connection.close()


def test_unsynced_commits_are_not_waited_for(synced):
    with unsynced():
        inside = level()

    assert inside in (1, "off")
    assert level() == synced


def test_unsynced_ends_with_an_error(synced):
    with pytest.raises(ZeroDivisionError), unsynced():
        raise ZeroDivisionError

    assert level() == synced


def test_unsynced_within_a_transaction_leaves_it_as_it_is(synced):
    with transaction.atomic(), unsynced():
        assert level() == synced


def test_unsynced_within_unsynced_ends_with_the_outer_one(synced):
    with unsynced():
        with unsynced():
            pass
        inside = level()

    assert inside in (1, "off")
    assert level() == synced
