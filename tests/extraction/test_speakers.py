import pytest

from .articles import only


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ('"It froze," Merrow Tidal Power said.', "organisation"),
        ('"It froze," Pellbridge Rovers said.', "organisation"),
        ('"It froze," Samantha Power said.', "person"),
        ('"It froze," Ms. Power said.', "person"),
        ('"It froze," Ottokar Vale said.', "person"),
    ],
)
def test_the_end_of_a_name_tells_a_body_from_a_person(line, kind):
    assert only(line).speaker_kind == kind
