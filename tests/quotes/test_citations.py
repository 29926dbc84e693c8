"""Citations as the styles' handbooks and the tools' formats have them."""

import json
from dataclasses import replace
from datetime import date

import pytest

from quotes import citations
from quotes.citations import Source, file_formats, names, styles

SOURCE = Source(
    key="quote7",
    words="It rained",
    speaker="Amara Osei",
    title="Rain & no end",
    outlet="The Gazette",
    url="https://gazette.example/rain",
    archive_url="https://archive.example/captures/3/",
    accessed=date(2026, 3, 5),
    authors=("Wen Li Chen", "Jo Bloggs"),
    published=date(2026, 3, 2),
    language="en",
    url_status="live",
    day="2 March 2026",
)
BARE = replace(SOURCE, authors=(), published=None)


def test_apa():
    assert styles.apa(SOURCE) == (
        "Chen, W. L., & Bloggs, J. (2026, March 2). Rain & no end. The Gazette. https://gazette.example/rain"
    )


def test_apa_without_authors_and_date_begins_with_the_title():
    assert styles.apa(BARE) == "Rain & no end. (n.d.). The Gazette. https://gazette.example/rain"


def test_mla():
    assert styles.mla(SOURCE) == (
        "Chen, Wen Li, and Jo Bloggs. “Rain & no end.” The Gazette, 2 Mar. 2026, gazette.example/rain."
    )


def test_mla_of_three_authors_names_the_first():
    source = replace(SOURCE, authors=("Wen Chen", "Jo Bloggs", "Al Diaz"))

    assert styles.mla(source).startswith("Chen, Wen, et al. “Rain")


@pytest.mark.parametrize(
    ("style", "begins"),
    [
        (styles.apa, "Halyard Wire. (2026"),
        (styles.mla, "Halyard Wire. “Rain"),
        (styles.wikipedia, "{{cite news |author1=Halyard Wire |title="),
        (file_formats.bibtex, "@article{quote7,\n  author = {{Halyard Wire}},"),
        (file_formats.ris, "TY  - NEWS\r\nAU  - Halyard Wire\r\n"),
    ],
)
def test_an_agency_has_no_surname(style, begins):
    assert style(replace(SOURCE, authors=("Halyard Wire",))).startswith(begins)


def test_csl_json_of_an_agency():
    (item,) = json.loads(file_formats.csl_json(replace(SOURCE, authors=("Halyard Wire", "Jo Bloggs"))))

    assert item["author"] == [{"literal": "Halyard Wire"}, {"family": "Bloggs", "given": "Jo"}]


@pytest.mark.parametrize("style", [styles.mla, styles.chicago])
def test_marks_of_a_title_within_marks_are_single(style):
    assert "“‘Rain’ ends" in style(replace(SOURCE, title="“Rain” ends"))


@pytest.mark.parametrize("style", [styles.mla, styles.chicago])
def test_straight_marks_of_a_title_become_single(style):
    assert "“The ‘dry’ year" in style(replace(SOURCE, title='The "dry" year'))


def test_chicago_of_four_authors_names_the_first():
    source = replace(SOURCE, authors=("Wen Chen", "Jo Bloggs", "Al Diaz", "Di Ewe"))

    assert styles.chicago(source).startswith("Wen Chen et al., “Rain")


def test_mla_keeps_the_question_mark_of_a_title():
    assert "“Rain?” The Gazette" in styles.mla(replace(SOURCE, title="Rain?"))


def test_chicago():
    assert styles.chicago(SOURCE) == (
        "Wen Li Chen and Jo Bloggs, “Rain & no end,” The Gazette, March 2, 2026, https://gazette.example/rain."
    )


def test_wikipedia():
    assert styles.wikipedia(SOURCE) == (
        "{{cite news |last1=Chen |first1=Wen Li |last2=Bloggs |first2=Jo |title=Rain & no end "
        "|work=The Gazette |date=2026-03-02 |url=https://gazette.example/rain "
        "|archive-url=https://archive.example/captures/3/ |archive-date=2026-03-05 |url-status=live "
        "|language=en |quote=It rained}}"
    )


def test_wikipedia_lets_no_word_end_the_template():
    written = styles.wikipedia(replace(SOURCE, words="a|b}}c"))

    assert written.endswith("|quote=a{{!}}b&#125;&#125;c}}")


def test_wikipedia_reads_no_markup_in_words():
    written = styles.wikipedia(replace(SOURCE, title="[[Rain]] ''ends'' <ref> ~~~~"))
    title = "&#91;&#91;Rain&#93;&#93; &#39;&#39;ends&#39;&#39; &lt;ref> &#126;&#126;&#126;~"

    assert f"|title={title} |work=" in written


def test_wikipedia_keeps_an_address_one():
    written = styles.wikipedia(replace(SOURCE, url="https://gazette.example/a|b?c[1]={d}"))

    assert "|url=https://gazette.example/a%7Cb?c%5B1%5D=%7Bd%7D |" in written


def test_bibtex_escapes_what_latex_would_run():
    assert file_formats.bibtex(replace(SOURCE, words=r"100% \input{x}")) == (
        "@article{quote7,\n"
        "  author = {Chen, Wen Li and Bloggs, Jo},\n"
        "  title = {{Rain \\& no end}},\n"
        "  journal = {The Gazette},\n"
        "  date = {2026-03-02},\n"
        "  year = {2026},\n"
        "  url = {https://gazette.example/rain},\n"
        "  urldate = {2026-03-05},\n"
        "  note = {Amara Osei: “100\\% \\textbackslash{}input\\textbraceleft{}x\\textbraceright{}”. "
        "Archived: https://archive.example/captures/3/}\n"
        "}\n"
    )


def test_ris():
    assert file_formats.ris(SOURCE).split("\r\n") == [
        "TY  - NEWS",
        "AU  - Chen, Wen Li",
        "AU  - Bloggs, Jo",
        "TI  - Rain & no end",
        "T2  - The Gazette",
        "PY  - 2026",
        "DA  - 2026/03/02",
        "UR  - https://gazette.example/rain",
        "L2  - https://archive.example/captures/3/",
        "Y2  - 2026/03/05",
        "LA  - en",
        "N1  - Amara Osei: “It rained”",
        "ER  - ",
        "",
    ]


def test_ris_keeps_each_field_on_its_line():
    assert "TI  - Rain ER - AU" in file_formats.ris(replace(SOURCE, title="Rain\r\nER  - \nAU"))


def test_csl_json():
    [item] = json.loads(file_formats.csl_json(SOURCE))

    assert item == {
        "id": "quote7",
        "type": "article-newspaper",
        "title": "Rain & no end",
        "container-title": "The Gazette",
        "author": [{"family": "Chen", "given": "Wen Li"}, {"family": "Bloggs", "given": "Jo"}],
        "issued": {"date-parts": [[2026, 3, 2]]},
        "accessed": {"date-parts": [[2026, 3, 5]]},
        "URL": "https://gazette.example/rain",
        "archive_location": "https://archive.example/captures/3/",
        "language": "en",
        "note": "Amara Osei: “It rained”",
    }


@pytest.mark.parametrize("style", citations.STYLES, ids=lambda style: style.name)
def test_every_style_does_without_authors_and_date(style):
    assert "Rain & no end" in style.written(BARE)


@pytest.mark.parametrize("file_format", citations.FILE_FORMATS.values(), ids=lambda f: f.suffix)
def test_every_file_format_does_without_speaker_authors_and_date(file_format):
    assert "It rained" in file_format.written(replace(BARE, speaker=""))


def test_with_citation():
    assert citations.with_citation(SOURCE) == (
        "“It rained” — Amara Osei (The Gazette, 2 March 2026, https://gazette.example/rain; "
        "archived: https://archive.example/captures/3/)"
    )


@pytest.mark.parametrize(
    ("name", "written"), [("Cher", "Cher"), ("Ana Ruiz", "Ruiz, A."), ("Jean-Paul Sartre", "Sartre, J.-P.")]
)
def test_initials(name, written):
    assert names.initials(name) == written


def test_german_readers_get_german_days():
    source = replace(SOURCE, readers="de")

    assert styles.apa(source).startswith("Chen, W. L., & Bloggs, J. (2026, 2. März). Rain")
    assert styles.mla(source).startswith(
        "Chen, Wen Li, und Jo Bloggs. “Rain & no end.” The Gazette, 2. März 2026,"
    )
    assert styles.chicago(source).startswith(
        "Wen Li Chen und Jo Bloggs, “Rain & no end,” The Gazette, 2. März 2026,"
    )
    assert styles.apa(replace(source, published=None)).startswith("Chen, W. L., & Bloggs, J. (o. D.). Rain")


@pytest.mark.parametrize(("readers", "written"), [("de-AT", "2. März 2026"), ("fr", "2 Mar. 2026")])
def test_days_by_the_readers_language(readers, written):
    assert f", {written}, " in styles.mla(replace(SOURCE, readers=readers))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Joost van der Meulen", names.Name("van der Meulen", "Joost")),
        ("Ana de la Cruz", names.Name("de la Cruz", "Ana")),
        ("Rosa De Luca", names.Name("De Luca", "Rosa")),
        ("Jan Van der Berg", names.Name("Van der Berg", "Jan")),
        ("Nguyen Van Minh", names.Name("Minh", "Nguyen Van")),
        ("Van Morris", names.Name("Morris", "Van")),
        ("Al Diaz", names.Name("Diaz", "Al")),
        ("Ed Roe Jr.", names.Name("Roe", "Ed", "Jr.")),
        ("Ed Roe, III", names.Name("Roe", "Ed", "III")),
        ("Cher", names.Name("Cher")),
        ("", names.Name("")),
    ],
)
def test_split_name(name, parts):
    assert names.split_name(name) == parts


@pytest.mark.parametrize(
    ("style", "begins"),
    [
        (styles.apa, "van der Meulen, J., & Roe, E. F., Jr. (2026"),
        (styles.mla, "van der Meulen, Joost, and E.F. Roe Jr. “Rain"),
        (styles.chicago, "Joost van der Meulen and E.F. Roe Jr., “Rain"),
        (styles.wikipedia, "{{cite news |last1=van der Meulen |first1=Joost |last2=Roe |first2=E.F. Jr. |"),
        (file_formats.bibtex, "@article{quote7,\n  author = {van der Meulen, Joost and Roe, Jr., E.F.},"),
        (file_formats.ris, "TY  - NEWS\r\nAU  - van der Meulen, Joost\r\nAU  - Roe, E.F., Jr.\r\n"),
    ],
)
def test_particles_belong_to_the_surname_and_suffixes_come_last(style, begins):
    assert style(replace(SOURCE, authors=("Joost van der Meulen", "E.F. Roe Jr."))).startswith(begins)


def test_csl_json_of_a_suffix():
    (item,) = json.loads(file_formats.csl_json(replace(SOURCE, authors=("Ed Roe Jr.",))))

    assert item["author"] == [{"family": "Roe", "given": "Ed", "suffix": "Jr."}]
