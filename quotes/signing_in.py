"""Signing in: name and password, and for accounts that have switched it on a code of their telephone."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django_otp import user_has_device
from django_otp.forms import OTPAuthenticationFormMixin
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

DIGITS = 6


class SignInForm(OTPAuthenticationFormMixin, AuthenticationForm):
    """Contributors, who are not staff, sign in here too: what they may open is for each page to say."""

    otp_error_messages = OTPAuthenticationFormMixin.otp_error_messages | {
        "token_required": "Give the code too that your app shows now, or one of your reserve.",
        "invalid_token": "This code is not valid, or no longer: give the one that is shown now.",
    }
    otp_token = forms.CharField(
        label="Code",
        required=False,
        widget=forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def clean(self):
        data = super().clean()
        user = self.get_user()
        if user is not None and user_has_device(user):
            self.clean_otp(user)
        return data

    def _chosen_device(self, user):
        return device_for(user, self.cleaned_data.get("otp_token", ""))

    def _update_form(self, user) -> None:
        """Nobody is asked for a device, and the password is not sent back."""


def device_for(user, code: str):
    """What this code is of, locked: six digits are the app's, anything else is one of the reserve."""
    kind = TOTPDevice if len(code) == DIGITS and code.isdecimal() else StaticDevice
    return kind.objects.select_for_update().filter(user=user, confirmed=True).first()
