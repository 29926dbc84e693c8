"""What forms that need no account share: a way to ask back, and a trap for programs."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class PublicForm(forms.Form):
    reporter = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("If the curators may ask back."),
    )
    website = forms.CharField(required=False, widget=forms.HiddenInput)  # only programs fill it in

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("This field must stay empty."))
        return ""
