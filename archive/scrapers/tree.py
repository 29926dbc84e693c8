"""A page as an element tree, and the same tree without what is never shown as text."""

from lxml import etree, html
from lxml.html import HtmlElement

from .errors import EmptyPageError, OverloadedPageError

MAX_LEVELS = 2048  # of libxml2 with huge_tree; without it, 255 and no error
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
MOST_HIDDEN_WORDS = 100


def tree_of(markup: str) -> HtmlElement:
    """The page's root element.

    Raises ``OverloadedPageError`` where libxml2 left something out because of a limit, and
    ``EmptyPageError`` where it found no element.
    """
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = html.document_fromstring(markup.encode("utf-8", errors="replace"), parser=parser)
    except etree.ParserError as error:
        raise EmptyPageError("The page is empty: it holds no element.") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise OverloadedPageError(
            f"The page is nested deeper than {MAX_LEVELS:,} levels: parts of it would be lost."
        )
    return root


def prune(root: HtmlElement) -> None:
    """Takes out of ``root``, in place, comments and the elements whose text a reader does not see.

    Hidden elements with more words than a label are left: some pages unhide their article by script.
    """
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    etree.strip_elements(root, *UNSHOWN, with_tail=False)
    for element in root.xpath(HIDDEN):
        if element.getparent() is not None and len(element.text_content().split()) <= MOST_HIDDEN_WORDS:
            element.drop_tree()
