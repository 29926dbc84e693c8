"""A page as an element tree, and the same tree without what is never shown as text."""

from itertools import islice

from lxml import etree, html
from lxml.html import HtmlElement

from .errors import EmptyPageError, OverloadedPageError

MAX_LEVELS = 500  # libxml2 drops what is below 255, or with huge_tree 2,048, without an error
UNSHOWN = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "math",
    "button",
    "input",
    "select",
    "textarea",
    "option",
    "label",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "canvas",
    "map",
    "dialog",
)
# "Opens in new tab" and the like, for screen readers, under the names that frameworks give it.
UNSEEN = ("isuallyHidden", "isually-hidden", "isuallyhidden", "sr-only", "screen-reader")
NAMED_UNSEEN = " or ".join(f"contains(@class, '{name}')" for name in UNSEEN)
HIDDEN = f"//*[@hidden or @aria-hidden='true' or {NAMED_UNSEEN}]"
MOST_HIDDEN = 600  # characters


def tree_of(markup: str) -> HtmlElement:
    """The page's root element.

    Raises ``OverloadedPageError`` where the page is nested deeper than any reader needs, and
    ``EmptyPageError`` where it has no element.
    """
    root, is_whole = parsed(markup, huge=False)
    if not is_whole:
        root, is_whole = parsed(markup, huge=True)
        if not is_whole or depth_of(root) > MAX_LEVELS:
            raise OverloadedPageError(f"The page is nested deeper than {MAX_LEVELS:,} levels.")
    return root


def parsed(markup: str, *, huge: bool) -> tuple[HtmlElement, bool]:
    """The root, and whether libxml2 kept to its limits; where it did not, text below them is lost."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=huge)
    try:
        root = html.document_fromstring(markup.encode("utf-8", errors="replace"), parser=parser)
    except etree.ParserError as error:
        raise EmptyPageError("The page is empty: it holds no element.") from error
    return root, not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def depth_of(root: HtmlElement) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def prune(root: HtmlElement) -> None:
    """Takes out of ``root``, in place, comments and the elements whose text a reader does not see.

    Hidden elements with more words than a label are left: some pages unhide their article by script.
    """
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    etree.strip_elements(root, *UNSHOWN, with_tail=False)
    for element in root.xpath(HIDDEN):
        if element.getparent() is not None and is_brief(element):
            element.drop_tree()


def is_brief(element: HtmlElement) -> bool:
    return sum(len(piece) for piece in islice(element.itertext(), MOST_HIDDEN)) < MOST_HIDDEN
