"""Words that nearly every sentence has, in the languages that most articles are in. Pure.

To find two of them side by side the places of both would have to be compared in half of all quotes, so they
are indexed as pairs too (as CommonGrams of Lucene). Every pair is, whatever the language of its quote.
"""

from collections.abc import Sequence

LISTED = """
a about all an and are as at be because been but by can do don for from get going had has have he her his how
i if in is it just know ll me more my no not now of on one or our out people re s said she so t that the their
them there they think this to up ve very was we were what when where which who will with would you your

als auch auf aus bei das dass dem den der des die ein eine einen er es fur haben ich im ist man mit nicht noch
nur oder sich sie sind um und von war wenn wie wir wird zu zum zur

au aux avec c ce ces d dans de du elle en est et il ils je l la le les leur lui mais n ne nous on ont ou par
pas plus pour qu que qui sa se ses son sont sur un une vous y

al como con del el ella era esta ha hay las lo los mi muy para pero por si sin su sus todo una ya

alla che ci da dei del della di e gli i il ma nel non per piu si sono
"""
FUNCTION_WORDS = frozenset(LISTED.split())


def pair(first: str, second: str) -> str:
    """Of two folded words; no word has this line between its letters."""
    return f"{first}_{second}"


def pairs(words: Sequence[str]) -> list[str]:
    """Of function words that stand side by side, in their order."""
    return [
        pair(first, second)
        for first, second in zip(words, words[1:], strict=False)
        if first in FUNCTION_WORDS and second in FUNCTION_WORDS
    ]
