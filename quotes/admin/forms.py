"""What curators type or hand in on pages of their own."""

from django import forms

from archive.errors import SubscriptionError
from archive.subscriptions import read_opml, read_table


class AddressesForm(forms.Form):
    addresses = forms.CharField(
        label="Addresses of sites or feeds, one a line",
        widget=forms.Textarea(attrs={"rows": 8, "cols": 60, "spellcheck": "false"}),
        max_length=50_000,
        help_text="The feeds that each announces are looked for and added.",
    )


class ListForm(forms.Form):
    file = forms.FileField(label="OPML or CSV file", help_text="As this page or a feed reader exports it.")

    def clean(self):
        """``feeds``: what the file lists."""
        file = self.cleaned_data.get("file")
        if file is None:
            return self.cleaned_data
        content = file.read()
        is_markup = content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
        try:
            feeds = read_opml(content) if is_markup else read_table(content)
        except SubscriptionError as error:
            raise forms.ValidationError(str(error)) from error
        return self.cleaned_data | {"feeds": feeds}
