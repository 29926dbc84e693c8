"""The first account, made where there is no terminal to ask in."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from quotes.management.commands.createsuperuser import ADVICE, NAMES

pytestmark = pytest.mark.django_db


def test_without_terminal_it_says_what_to_do(monkeypatch, django_user_model):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(CommandError) as refused:
        call_command("createsuperuser", stdin=StringIO())

    assert str(refused.value) == ADVICE
    assert not django_user_model.objects.exists()


def test_without_terminal_the_environment_tells_the_account(monkeypatch, django_user_model):
    for name, value in zip(NAMES, ("amara", "amara@archive.example", "rain on the quay"), strict=True):
        monkeypatch.setenv(name, value)

    call_command("createsuperuser", stdin=StringIO(), verbosity=0)

    made = django_user_model.objects.get()
    assert (made.username, made.is_superuser, made.check_password("rain on the quay")) == (
        "amara",
        True,
        True,
    )
