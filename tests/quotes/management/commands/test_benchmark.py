"""``manage.py benchmark``: which steps are taken where, and what is told when they cannot be."""

import pytest
from django.core.management import CommandError, call_command

from quotes.management.commands.benchmark import FILLED, Command
from quotes.models import Move
from tests.quotes.rows import make_occurrence, make_speaker


@pytest.fixture
def steps(monkeypatch):
    """What would be done in processes of their own, which take minutes."""
    taken = []

    def take(self, folder, subject, step, numbers, only):
        taken.append((folder.name, step))

    monkeypatch.setattr(Command, "in_an_archive_of_its_own", take)
    return taken


def test_archive_that_is_kept_is_filled_once_and_measured_again(steps, tmp_path):
    for _ in range(2):
        call_command("benchmark", "admin", keep=tmp_path / "kept")

    assert steps == [("kept", "fill"), ("kept", "admin"), ("kept", "admin")]
    assert (tmp_path / "kept" / FILLED).read_text() == "admin: 100000 quotes\n"


def test_folder_that_cannot_be_made_is_named(steps, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Amara")

    with pytest.raises(CommandError, match="letter.txt cannot be made .*: name another folder"):
        call_command("benchmark", "search", keep=tmp_path / "letter.txt")


def test_folder_with_something_else_in_it_is_left_alone(steps, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Amara")

    with pytest.raises(CommandError, match="holds no filled archive: delete it, or name another place"):
        call_command("benchmark", "search", keep=tmp_path)
    assert (steps, [file.name for file in tmp_path.iterdir()]) == ([], ["letter.txt"])


def test_archive_of_another_subject_is_not_measured(steps, tmp_path):
    call_command("benchmark", "search", keep=tmp_path)

    with pytest.raises(CommandError, match="was filled for “search”"):
        call_command("benchmark", "admin", keep=tmp_path)


def test_nothing_is_kept_of_what_is_made_while_it_is_measured(steps, tmp_path):
    with pytest.raises(CommandError, match="“collect” makes its archive while it measures"):
        call_command("benchmark", "collect", keep=tmp_path)


@pytest.mark.django_db
def test_name_that_no_page_has_is_told():
    one, other = (
        make_occurrence(speaker=make_speaker(name)).speaker for name in ("Amara Osei", "Ines Prado")
    )
    Move.objects.create(kind="merge", speaker=one, former_speaker=other)

    with pytest.raises(CommandError, match="No page has “quueue” in its name"):
        call_command("benchmark", "admin", inside="admin", only="quueue")
