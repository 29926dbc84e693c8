"""Curators put an article into the archive: its address, or a file with who supplied it. Others suggest."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive.errors import ArchiveError
from archive.models import Article
from quotes.access import ADD
from quotes.adding import LARGEST, Added, add_file, add_url, suggest_url
from quotes.errors import QuoteError

from .public_form import PublicForm
from .report import TOO_MANY, allowed

LONGEST = 2000  # characters


class AddForm(forms.Form):
    """An address alone is fetched; with a file, the file is kept as what stood there."""

    url = forms.URLField(
        label=gettext_lazy("Address of the article"),
        required=False,
        max_length=LONGEST,
        assume_scheme="https",
    )
    file = forms.FileField(
        label=gettext_lazy("Saved page"),
        required=False,
        help_text=gettext_lazy("HTML or plain text, up to 20 MB."),
    )
    supplied_by = forms.CharField(
        label=gettext_lazy("Supplied by"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Who handed the file in. Needed with a file."),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST:
            raise forms.ValidationError(
                _("This file is larger than 20 MB: save the page without its pictures.")
            )
        return file

    def clean(self):
        data = super().clean()
        if not data.get("url") and not data.get("file") and not self.errors:
            raise forms.ValidationError(_("Give an address or a file."))
        if data.get("file") and not data.get("supplied_by"):
            self.add_error(
                "supplied_by", _("Say who supplied the file: the archive did not fetch it itself.")
            )
        return data


class SuggestForm(PublicForm):
    field_order = ["url", "note"]

    url = forms.URLField(
        label=gettext_lazy("Address of the article"), max_length=LONGEST, assume_scheme="https"
    )
    note = forms.CharField(
        label=gettext_lazy("What is said there?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 3}),
    )


def add_page(request):
    """Curators add; everybody else suggests, and a curator decides."""
    return adding(request) if request.user.has_perm(ADD) else suggesting(request)


def adding(request):
    form = (
        AddForm(request.POST, request.FILES)
        if request.method == "POST"
        else AddForm(initial=offered(request))
    )
    if form.is_valid():
        try:
            result = added(form.cleaned_data, request.user)
        except ArchiveError as error:
            form.add_error(None, f"{error} {error.advice}".rstrip())
        except QuoteError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("In the archive. %s.") % result.summary)
            return redirect("article", result.article.pk)
    return render(request, "add.html", {"form": form}, status=422 if form.errors else 200)


def suggesting(request):
    form = SuggestForm(request.POST) if request.method == "POST" else SuggestForm(initial=offered(request))
    status = 422 if form.errors else 200
    if form.is_valid():
        if allowed(request):
            return suggested(request, form)
        form.add_error(None, _("These are many suggestions within an hour. Please come back later."))
        status = TOO_MANY
    return render(request, "suggest.html", {"form": form}, status=status)


def suggested(request, form: SuggestForm):
    data = form.cleaned_data
    try:
        article = suggest_url(
            data["url"], data["note"], request.user.get_username() or data["reporter"] or "a reader"
        )
    except ArchiveError as error:
        form.add_error("url", str(error))
        return render(request, "suggest.html", {"form": form}, status=422)
    if article.state == Article.State.READ:
        messages.success(request, _("This article is in the archive already."))
        return redirect("article", article.pk)
    messages.success(request, _("Thank you. The curators will look at it."))
    return redirect("add")


def offered(request) -> dict[str, str]:
    """The address that the bookmarklet brings along."""
    return {"url": request.GET.get("url", "")[:LONGEST]}


def added(data: dict, user) -> Added:
    file = data.get("file")
    if file is None:
        return add_url(data["url"], user)
    supplier = data["supplied_by"]
    return add_file(file.read(), name=file.name, url=data["url"], supplied_by=supplier, user=user)
