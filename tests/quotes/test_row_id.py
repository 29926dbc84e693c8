"""Numbers in addresses, however long."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db

LONGEST, TOO_LONG = int("9" * 18), 2**63


@pytest.mark.parametrize("name", ["quote-short", "annotation", "card", "embed", "live", "article", "capture"])
@pytest.mark.parametrize("number", [LONGEST, TOO_LONG])
def test_number_of_nothing_is_not_found(client, name, number):
    address = reverse(name, args=[1]).replace("/1/", f"/{number}/")
    assert client.get(address).status_code == 404
