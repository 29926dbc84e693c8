"""Tables out and in again: nothing is lost, nothing runs, and a person sees what would change."""

import pytest
import tablib
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from archive.exchange import OutletExchange
from quotes.exchange import SpeakerExchange
from quotes.models import Speaker
from tests.quotes.rows import make_occurrence, make_outlet, make_speaker

pytestmark = pytest.mark.django_db


def table(*rows, headers):
    return tablib.Dataset(*rows, headers=headers)


def test_speakers_come_back_with_aliases_and_ids():
    speaker = make_speaker(wikidata="Q42", description="mayor of Tarn")
    speaker.aliases.create(name="A. Osei")
    sheet = SpeakerExchange().export()
    Speaker.objects.all().delete()

    assert not SpeakerExchange().import_data(sheet).has_errors()

    back = Speaker.objects.get()
    assert (back.slug, back.wikidata, back.description) == (speaker.slug, "Q42", "mayor of Tarn")
    assert [alias.name for alias in back.aliases.all()] == ["A. Osei", "Amara Osei"]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_formulas_are_plain_outside_and_whole_inside(name):
    make_outlet(name=name, slug="formula", host="formula.example")

    sheet = OutletExchange().export()
    result = OutletExchange().import_data(sheet, dry_run=True)

    assert sheet["name"] == [f"'{name}"]
    assert [row.import_type for row in result.rows] == ["skip"]


def test_imported_fields_are_locked():
    speaker = make_speaker()
    sheet = table([speaker.slug, "Amara Osei", "person", "poet", "", ""], headers=SpeakerExchange.Meta.fields)

    SpeakerExchange().import_data(sheet)

    speaker.refresh_from_db()
    assert (speaker.description, speaker.locked) == ("poet", ["description"])


def test_speaker_without_an_id_is_taken_from_a_file():
    make_speaker()
    file = tablib.Dataset().load(SpeakerExchange().export().export("csv"), format="csv")

    result = SpeakerExchange().import_data(file, dry_run=True)

    assert [row.import_type for row in result.rows] == ["skip"]


def test_import_shows_what_would_change_and_then_changes_it(admin_client, admin_user):
    quote = make_occurrence(speaker=make_speaker()).quote
    file = SimpleUploadedFile("corrections.csv", f"id,status,reason\n{quote.pk},disputed,Denied.\n".encode())

    shown = admin_client.post(
        reverse("admin:quotes_quote_import"), {"import_file": file, "format": "0", "resource": "0"}
    )
    form = shown.context["confirm_form"]
    quote.refresh_from_db()
    assert ("<ins>disputed</ins>" in shown.content.decode(), quote.status) == (True, "unreviewed")

    admin_client.post(reverse("admin:quotes_quote_process_import"), form.initial)

    quote.refresh_from_db()
    assert quote.status == "disputed"
    assert quote.history.latest("history_id").history_user == admin_user


def test_readers_cannot_import(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("staff", is_staff=True))

    assert client.get(reverse("admin:quotes_speaker_import")).status_code == 403


def test_export_of_what_the_list_does_not_know_leads_to_the_list(admin_client):
    response = admin_client.get(reverse("admin:archive_outlet_export"), {"colour": "red"})

    assert (response.status_code, response["Location"]) == (302, reverse("admin:archive_outlet_changelist"))
