"""Bars by year."""

from quotes.timeline import HEIGHT, LEAST, Bar, timeline


def link(year):
    return f"?year={year}"


def test_timeline_has_a_bar_for_years_without_quotes():
    assert timeline({2020: 4, 2022: 2}, link, range(2022, 2023)) == [
        Bar(2020, 4, HEIGHT, "?year=2020"),
        Bar(2021, 0, 0, "?year=2021"),
        Bar(2022, 2, HEIGHT // 2, "?year=2022", chosen=True),
    ]


def test_timeline_shows_a_single_quote_beside_very_many():
    assert timeline({2020: 1, 2021: 9000}, link)[0].height == LEAST


def test_timeline_of_nothing_is_empty():
    assert timeline({}, link) == []


def test_timeline_ends_at_forty_years():
    assert [bar.year for bar in timeline({1900: 1, 2020: 1}, link)] == list(range(1981, 2021))


def test_bar_stands_on_the_ground():
    assert Bar(2020, 1, 16, "").top == HEIGHT - 16
