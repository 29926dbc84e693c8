"""Signing in: with a code where an account asks for one, and locked where somebody guesses."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

pytestmark = pytest.mark.django_db

PASSWORD = "a boat full of herring"
LOGIN = "/admin/login/"


@pytest.fixture
def curator(django_user_model):
    return django_user_model.objects.create_superuser("amara", password=PASSWORD)


def sign_in(client, password=PASSWORD, **values):
    data = {"username": "amara", "password": password, "next": "/admin/"} | values
    return client.post(LOGIN, data)


def is_in(client) -> bool:
    return client.get("/admin/").status_code == 200


def code_of(device, ahead=0) -> str:
    return f"{totp(device.bin_key, t0=-30 * ahead):06d}"


def switch_on(client, curator):
    """Two-factor sign-in, and the reserve that is shown once."""
    client.force_login(curator)
    client.get(reverse("two-factor"))
    device = TOTPDevice.objects.get()
    page = client.post(reverse("two-factor"), {"code": code_of(device)}).content.decode()
    client.logout()
    return device, re.findall(r"<code>(\w+)</code>", page)


def test_name_and_password_are_enough_where_nothing_else_is_on(client, curator):
    assert sign_in(client).status_code == 302
    assert is_in(client)


def test_with_two_factors_the_password_alone_is_refused(client, curator):
    switch_on(client, curator)

    page = sign_in(client)

    assert "Give the code too that your app shows now" in page.content.decode()
    assert PASSWORD not in page.content.decode()
    assert not is_in(client)


def test_code_of_the_app_signs_in_once(client, curator):
    device, _ = switch_on(client, curator)
    code = code_of(device, ahead=1)

    sign_in(client, otp_token=code)
    assert is_in(client)

    client.logout()
    sign_in(client, otp_token=code)
    assert not is_in(client)


def test_reserve_code_signs_in_once(client, curator):
    _, reserve = switch_on(client, curator)
    assert len(reserve) == 8

    sign_in(client, otp_token=reserve[0])
    assert is_in(client)

    client.logout()
    sign_in(client, otp_token=reserve[0])
    assert not is_in(client)


def test_wrong_code_does_not_switch_it_on(client, curator):
    client.force_login(curator)

    page = client.post(reverse("two-factor"), {"code": "000000"})

    assert "not valid" in page.content.decode()
    assert not TOTPDevice.objects.filter(confirmed=True).exists()


def test_it_is_switched_off_by_a_code(client, curator):
    _, reserve = switch_on(client, curator)
    client.force_login(curator)

    client.post(reverse("two-factor"), {"code": "wrong"})
    assert TOTPDevice.objects.filter(confirmed=True).exists()
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):  # a wrong code makes the next one wait
        client.post(reverse("two-factor"), {"code": reserve[0]})

    assert not TOTPDevice.objects.filter(confirmed=True).exists()


def test_guessing_is_locked_out_even_with_the_right_password(client, curator):
    answers = [sign_in(client, password=f"guess {number}").status_code for number in range(5)]

    locked = sign_in(client)

    assert (answers[0], locked.status_code) == (200, 429)
    assert "Wait a quarter of an hour" in locked.content.decode()
    assert not is_in(client)


def test_guessing_one_name_does_not_lock_another(client, curator):
    for number in range(6):
        client.post(LOGIN, {"username": "kwame", "password": f"guess {number}"})

    assert sign_in(client).status_code == 302
