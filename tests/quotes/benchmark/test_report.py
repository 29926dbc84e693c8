"""The whole measurement on a handful of quotes: every class of query finds its way, and every page opens."""

import pytest
from django.core.management import CommandError, call_command

from quotes.benchmark.fts import COMPARED
from quotes.benchmark.report import Benchmark
from tests.quotes.rows import make_occurrence

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("search_index")]


def test_benchmark_of_a_small_archive():
    lines = []
    benchmark = Benchmark(40, 2, lines.append)
    benchmark.build()
    assert lines[0].startswith("Rows of 40 quotes written in ")
    lines.clear()
    benchmark.search()
    assert [line[:28].strip() for line in lines[1:-2]] == list(benchmark.classes)
    lines.clear()
    benchmark.grow()
    assert lines[0].startswith("1 times the quotes, p50 of 40 ")
    assert [line[:28].strip() for line in lines[1:]] == list(benchmark.classes)
    lines.clear()
    benchmark.compare()
    assert {line[:28].strip() for line in lines[2:]} == COMPARED


def test_benchmark_inside_an_archive_that_is_not_empty():
    make_occurrence()
    with pytest.raises(CommandError, match="not empty"):
        call_command("benchmark", "search", "--inside=build")


@pytest.mark.parametrize("numbers", [["--quotes=0"], ["--queries=0"]])
def test_benchmark_of_nothing(numbers):
    with pytest.raises(CommandError, match="at least 1"):
        call_command("benchmark", "search", *numbers)
