from .articles import only, quotes


def test_nothing_is_to_be_doubted():
    assert only('"It froze," Jane Roe said.').reasons == ()


def test_an_unnamed_source_is_doubted():
    assert only('"It froze," an official said.').reasons == ("unnamed source",)


def test_a_shared_surname_is_doubted():
    lines = ("Jane Roe came. John Roe left.", '"It froze," Roe said.')
    assert "ambiguous surname" in only(*lines).reasons


def test_an_unclosed_mark_is_doubted():
    assert "unclosed mark" in only('Jane Roe said: "It froze over in a night.').reasons


def test_a_speaker_of_another_paragraph_is_doubted():
    _, second = quotes('"It froze," Jane Roe said.', '"We have never had such a winter here."')
    assert "speaker from another paragraph" in second.reasons


def test_nobody_to_be_found_is_doubted():
    assert "no speaker" in only('"It froze over in a single night," she said.').reasons
