"""Page images and where on them the lines and words are.

One ``surface`` a page that has any of it, one ``zone`` a line of print. The words of a line are in
the zone's @n, since an element for each would outweigh the text: ``start length left right
confidence``, the last left out where it is not known; words are parted by semicolons.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote, unquote

from lxml import etree

from app.model.document import Page, TextLine, Word
from app.tei.markup import quoted
from app.tei.register import Register
from app.tei.vocabulary import XML_ID, clark

_NOT_IN_A_URI = {c: quote(c) for c in (*map(chr, range(32)), *' "%<>\\^`{|}[]\x7f')}
_LINE = "line"
_CORNERS = ("ulx", "uly", "lrx", "lry")
SURFACE, GRAPHIC, ZONE, PB = (clark(name) for name in ("surface", "graphic", "zone", "pb"))


def has_surface(page: Page) -> bool:
    """Whether more is known of the page's image than its name."""
    return bool(page.width or page.height or page.lines)


def written(pages: tuple[Page, ...], register: Register) -> tuple[str, dict[str, str]]:
    """The ``facsimile``, "" where no page needs it, and the surfaces' identifiers by page."""
    surfaces = {page.id: register.fresh("surface") for page in pages if has_surface(page)}
    if not surfaces:
        return "", surfaces
    parts = [_surface(page, surfaces[page.id]) for page in pages if page.id in surfaces]
    return "\n".join(("<facsimile>", *parts, "</facsimile>")), surfaces


def uri(path: str) -> str:
    """The path as a reference: what a URI cannot hold is escaped, and any ``#`` but the first."""
    path, hash_sign, rest = path.partition("#")
    return _escaped(path) + hash_sign + _escaped(rest).replace("#", "%23")


def path_of(reference: str) -> str:
    """The path that a reference names; escaped bytes that are no UTF-8 are kept as Python does in
    the names of files.
    """
    return unquote(reference, errors="surrogateescape")


def _escaped(path: str) -> str:
    return "".join(
        quote(c, errors="surrogateescape") if "\udc80" <= c <= "\udcff" else _NOT_IN_A_URI.get(c, c)
        for c in path
    )


def _surface(page: Page, identifier: str) -> str:
    box = _box(0, 0, page.width, page.height)
    parts = [f'<surface xml:id="{identifier}" start="#{quoted(page.id)}"{box}>']
    if page.image is not None:
        parts.append(f'<graphic url="{quoted(uri(page.image))}"/>')
    for line in page.lines:
        words = ";".join(map(_word, line.words))
        named = f' n="{words}"' if words else ""
        box = _box(line.left, line.top, line.right, line.bottom)
        parts.append(f'<zone type="{_LINE}"{box}{named}/>')
    return "\n".join((*parts, "</surface>"))


def _box(*corners: int) -> str:
    return "".join(f' {name}="{corner}"' for name, corner in zip(_CORNERS, corners, strict=True))


def _word(word: Word) -> str:
    place = f"{word.start} {word.length} {word.left} {word.right}"
    return place if word.confidence is None else f"{place} {float(word.confidence)!r}"


def read_surfaces(facsimile: etree._Element, root: etree._Element) -> dict[str, Page] | None:
    """What it says of each page, by the page's identifier; None where it is not as written here.

    The pages have no number and no furniture yet.
    """
    pages: dict[str, Page] = {}
    facs = {pb.get(XML_ID): pb.get("facs") for pb in root.iter(PB)}
    try:
        for surface in facsimile:
            page = _read_surface(surface)
            if page is None or facs.get(page.id) != f"#{surface.get(XML_ID)}":
                return None
            pages[page.id] = page
    except ValueError:
        return None
    return pages if pages and not facsimile.attrib else None


def placed(page: Page, surface: Page) -> Page:
    """The page with what its surface says."""
    return replace(
        page,
        image=surface.image,
        width=surface.width,
        height=surface.height,
        lines=surface.lines,
    )


def _read_surface(surface: etree._Element) -> Page | None:
    if surface.tag != SURFACE or set(surface.keys()) != {XML_ID, "start", *_CORNERS}:
        return None
    left, top, width, height = _corners(surface)
    image: str | None = None
    lines: list[TextLine] = []
    for child in surface:
        if child.tag == GRAPHIC and set(child.keys()) == {"url"} and not lines and image is None:
            image = path_of(child.get("url", ""))
        elif child.tag == ZONE and set(child.keys()) - {"n"} == {"type", *_CORNERS}:
            words = child.get("n", "")
            read = tuple(map(_read_word, words.split(";"))) if words else ()
            lines.append(TextLine(*_corners(child), read))
        else:
            return None
    start = surface.get("start", "")
    if left or top or not start.startswith("#"):
        return None
    return Page(start[1:], 0, (), image, width, height, tuple(lines))


def _corners(element: etree._Element) -> tuple[int, int, int, int]:
    left, top, right, bottom = (int(element.get(name, "")) for name in _CORNERS)
    return left, top, right, bottom


def _read_word(text: str) -> Word:
    start, length, left, right, *confidence = text.split(" ")
    sure = float(confidence[0]) if confidence else None
    if len(confidence) > 1:
        raise ValueError(text)
    return Word(int(start), int(length), int(left), int(right), sure)
