from archive.characters import in_xml, storable


def test_storable_text_keeps_its_length_and_all_else():
    assert storable("a\x00b\ud800c “ü” \U0001f600") == "a\ufffdb\ufffdc “ü” \U0001f600"


def test_storable_list():
    assert storable(("a\x00", "b")) == ["a\ufffd", "b"]


def test_storable_leaves_other_values():
    assert storable(7) == 7


def test_in_xml_keeps_the_length_and_all_that_xml_can_hold():
    assert in_xml("a\x07b\ufffec\td\n“ü” \U0001f600") == "a\ufffdb\ufffdc\td\n“ü” \U0001f600"
