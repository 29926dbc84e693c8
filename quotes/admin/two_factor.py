"""Two-factor sign-in: every account can switch it on, with any app for one-time codes."""

import secrets

import segno
from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from quotes.signing_in import device_for

RESERVE = 8  # codes for the day that the telephone is lost
NAME = "telephone"


class CodeForm(forms.Form):
    code = forms.CharField(
        label="Code", max_length=12, widget=forms.TextInput({"autocomplete": "one-time-code"})
    )


@admin.site.admin_view
def two_factor(request):
    """Switch it on by a code of the app, off by any valid code."""
    form = CodeForm(request.POST or None)
    is_on = TOTPDevice.objects.filter(user=request.user, confirmed=True).exists()
    if form.is_valid():
        code = form.cleaned_data["code"].strip()
        done = switch_off(request, code) if is_on else switch_on(request, code)
        if done:
            return done
        form.add_error("code", "This code is not valid, or no longer: give the one that is shown now.")
    context = {
        **admin.site.each_context(request),
        "title": "Two-factor sign-in",
        "form": form,
        "is_on": is_on,
    }
    if not is_on:
        context |= invitation(device_of(request.user))
    return render(request, "admin/two_factor.html", context)


def device_of(user) -> TOTPDevice:
    """The device that is still to be confirmed; made where there is none."""
    return TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": NAME})[0]


def invitation(device: TOTPDevice) -> dict[str, str]:
    picture = segno.make(device.config_url).svg_inline(scale=5, dark="#000", light="#fff")
    return {"picture": mark_safe(picture), "address": device.config_url}  # noqa: S308 -- squares alone


def switch_on(request, code: str):
    device = device_of(request.user)
    if not device.verify_token(code):
        return None
    device.confirmed = True
    device.save()
    codes = reserve(request.user)
    context = {**admin.site.each_context(request), "title": "Two-factor sign-in is on", "codes": codes}
    return render(request, "admin/two_factor_codes.html", context)


def reserve(user) -> list[str]:
    """Codes that work once each, shown once."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="reserve")
    codes = [secrets.token_hex(4) for _ in range(RESERVE)]
    for code in codes:
        device.token_set.create(token=code)
    return codes


def switch_off(request, code: str):
    with transaction.atomic():
        device = device_for(request.user, code)
        if device is None or not device.verify_is_allowed()[0] or not device.verify_token(code):
            return None
    TOTPDevice.objects.filter(user=request.user).delete()
    StaticDevice.objects.filter(user=request.user).delete()
    messages.success(request, "Two-factor sign-in is off.")
    return redirect(reverse("two-factor"))
