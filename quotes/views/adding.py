"""Curators put an article into the archive: by its address, or as a file with who supplied it."""

from django import forms
from django.contrib import messages
from django.contrib.admin.views.decorators import staff_member_required
from django.shortcuts import redirect, render

from archive.errors import ArchiveError
from quotes.adding import Added, add_file, add_url
from quotes.errors import QuoteError

LARGEST = 20 * 1024 * 1024


class AddForm(forms.Form):
    """An address alone is fetched; with a file, the file is kept as what stood there."""

    url = forms.URLField(
        label="Address of the article", required=False, max_length=2000, assume_scheme="https"
    )
    file = forms.FileField(label="Saved page", required=False, help_text="HTML or plain text, up to 20 MB.")
    supplied_by = forms.CharField(
        label="Supplied by",
        required=False,
        max_length=200,
        help_text="Who handed the file in. Needed with a file.",
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST:
            raise forms.ValidationError("This file is larger than 20 MB: save the page without its pictures.")
        return file

    def clean(self):
        data = super().clean()
        if not data.get("url") and not data.get("file") and not self.errors:
            raise forms.ValidationError("Give an address or a file.")
        if data.get("file") and not data.get("supplied_by"):
            self.add_error("supplied_by", "Say who supplied the file: the archive did not fetch it itself.")
        return data


@staff_member_required(login_url="admin:login")
def add_page(request):
    form = AddForm(request.POST, request.FILES) if request.method == "POST" else AddForm()
    if form.is_valid():
        try:
            result = added(form.cleaned_data, request.user)
        except ArchiveError as error:
            form.add_error(None, f"{error} {error.advice}".rstrip())
        except QuoteError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, f"In the archive. {result.summary}.")
            return redirect("article", result.article.pk)
    return render(request, "add.html", {"form": form}, status=422 if form.errors else 200)


def added(data: dict, user) -> Added:
    file = data.get("file")
    if file is None:
        return add_url(data["url"], user)
    supplier = data["supplied_by"]
    return add_file(file.read(), name=file.name, url=data["url"], supplied_by=supplier, user=user)
