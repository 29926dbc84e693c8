"""A person's changes are recorded with who and why; the archive's own are not."""

import pytest
from django.db import IntegrityError, transaction

from archive.history import acting, as_recorded, entries, in_one_record, unattended
from archive.models import Outlet

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(django_user_model):
    return django_user_model.objects.create_user("amara")


def make_outlet(name: str = "Gazette") -> Outlet:
    return Outlet.objects.create(name=name, slug=name.lower(), host=f"{name.lower()}.example")


def rename(outlet: Outlet, name: str) -> None:
    outlet.name = name
    outlet.save()


def rename_both(one: Outlet, other: Outlet) -> None:
    """The second to what is taken, which fails."""
    rename(one, "Tarn")
    Outlet.objects.filter(pk=other.pk).update(slug=one.slug)


def told(outlet: Outlet) -> list[tuple[str, str, str]]:
    """Who, why and the name then, oldest first."""
    return [
        (str(record.history_user or ""), record.history_change_reason, record.name)
        for record in outlet.history.order_by("history_id")
    ]


def test_what_the_archive_changes_is_not_recorded():
    outlet = make_outlet()
    rename(outlet, "Tarn Gazette")
    Outlet.objects.update(name="Gazette of Tarn")

    assert told(outlet) == []


def test_first_change_of_a_person_records_what_stood_before(person):
    outlet = make_outlet()
    with acting(person, "its masthead"):
        rename(outlet, "Tarn Gazette")

    assert told(outlet) == [("", "", "Gazette"), ("amara", "its masthead", "Tarn Gazette")]


def test_what_the_archive_changed_between_two_persons_is_told_apart(person):
    outlet = make_outlet()
    with acting(person):
        rename(outlet, "Tarn Gazette")
    rename(outlet, "tarn.example")
    with acting(person):
        rename(outlet, "Gazette")

    assert [(who, name) for who, _, name in told(outlet)][2:] == [("", "tarn.example"), ("amara", "Gazette")]


def test_row_that_is_saved_often_in_one_action_has_one_record_of_it(person):
    outlet, other = make_outlet(), make_outlet("Slate")
    with acting(person, "its masthead"), in_one_record():
        rename(outlet, "Tarn")
        Outlet.objects.filter(pk=outlet.pk).update(name="Tarn Gazette")
        made = make_outlet("Herald")
        other.delete()

    assert told(outlet) == [("", "", "Gazette"), ("amara", "its masthead", "Tarn Gazette")]
    assert told(made) == [("amara", "its masthead", "Herald")]
    kept = Outlet.history.filter(name="Slate").order_by("history_id").values_list("history_type", flat=True)
    assert list(kept) == ["+", "-"]


def test_action_that_fails_leaves_no_record(person):
    outlet = make_outlet()
    with pytest.raises(IntegrityError), transaction.atomic(), acting(person), in_one_record():
        rename_both(outlet, make_outlet("Slate"))
    with acting(person):
        rename(outlet, "Herald")

    assert [name for _, _, name in told(outlet)] == ["Gazette", "Herald"]


def test_bulk_changes_are_recorded_row_by_row(person):
    outlets = [make_outlet("Gazette"), make_outlet("Courier")]
    with acting(person, "all of them"):
        Outlet.objects.update(country="NO")

    assert [told(outlet)[-1][:2] for outlet in outlets] == [("amara", "all of them")] * 2


def test_bulk_update_and_bulk_create_are_recorded(person):
    outlet = make_outlet()
    outlet.country = "SE"
    with acting(person):
        Outlet.objects.bulk_update([outlet], ["country"])
        made = Outlet.objects.bulk_create([Outlet(name="Wire", slug="wire", host="wire.example")])

    assert [record.country for record in outlet.history.order_by("history_id")] == ["", "SE"]
    assert told(made[0]) == [("amara", "", "Wire")]


def test_deleting_is_recorded(person):
    outlet = make_outlet()
    key = outlet.pk
    with acting(person):
        outlet.delete()

    assert [record.history_type for record in Outlet.history.filter(id=key).order_by("history_id")] == [
        "+",
        "-",
    ]


def test_saving_without_a_change_records_nothing_of_a_person(person):
    outlet = make_outlet()
    with acting(person):
        outlet.save()

    assert [who for who, _, _ in told(outlet)] == [""]


def test_work_that_a_person_asked_for_is_the_archives(person):
    outlet = make_outlet()
    with acting(person), unattended():
        rename(outlet, "Tarn Gazette")

    assert told(outlet) == []


def test_bulk_change_takes_the_same_number_of_queries_for_many_rows(person, django_assert_num_queries):
    for name in ("Gazette", "Courier", "Wire"):
        make_outlet(name)
    with acting(person), django_assert_num_queries(4):
        Outlet.objects.update(country="NO")


def test_entries_tell_what_changed_newest_first(person):
    outlet = make_outlet()
    with acting(person):
        rename(outlet, "Tarn Gazette")

    newest, oldest = entries(outlet.history.all())

    assert [(change.field, change.old, change.new) for change in newest.changes] == [
        ("name", "Gazette", "Tarn Gazette")
    ]
    assert (oldest.changes, oldest.model) == ((), "archive.Outlet")


def test_as_recorded_brings_back_a_deleted_row(person):
    outlet = make_outlet()
    key = outlet.pk
    with acting(person):
        outlet.delete()
        as_recorded(Outlet.history.filter(id=key).latest("history_id")).save()

    assert Outlet.objects.get(pk=key).name == "Gazette"
