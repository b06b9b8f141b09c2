"""Text as XML: escaping, attributes, and what XML cannot hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.tei.errors import TeiError
from app.tei.vocabulary import TEI, XML

_BLANKS = "\t\n\r"
_CONTROLS = bytes(set(range(32)) - {*_BLANKS.encode()})
_PIECE = 1 << 20
"""Characters looked at in one go, so that nothing waits for it and little memory is taken."""
_NONCHARACTERS = ("\ufffe", "\uffff")
_TO_QUOTE = re.compile(r'[&<>"\r\n\t]')
_NAME = re.compile(r"[^\W\d][\w.\-·]*")


def escaped(text: str) -> str:
    """As element content. A carriage return would be read as a line break, so it is a reference."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "\r" in text:
        text = text.replace("\r", "&#13;")
    return text


def lines(text: str) -> str:
    """As element content, with ``lb`` for line breaks."""
    return escaped(text).replace("\n", "<lb/>")


def quoted(text: str) -> str:
    """As an attribute's value, white space kept."""
    if _TO_QUOTE.search(text) is None:
        return text
    text = escaped(text).replace('"', "&quot;")
    return text.replace("\n", "&#10;").replace("\t", "&#9;")


def attribute(name: str, value: str) -> str:
    """`` name="value"``, nothing where the value is ""."""
    return f' {name}="{quoted(value)}"' if value else ""


def attributes(pairs: Iterable[tuple[str, str]]) -> str:
    """Foreign attributes, given with Clark names; their namespaces are declared beside them."""
    written = []
    for number, (name, value) in enumerate(pairs, 1):
        space, brace, plain = name.rpartition("}")
        if not brace:
            written.append(f' {name}="{quoted(value)}"')
        elif space == "{" + XML:
            written.append(f' xml:{plain}="{quoted(value)}"')
        else:
            declared = f' xmlns:n{number}="{quoted(space[1:])}"'
            written.append(f'{declared} n{number}:{plain}="{quoted(value)}"')
    return "".join(written)


def tags(tag: str, written_attributes: str) -> tuple[str, str]:
    """The start and end tag of an element given by its Clark name."""
    space, _, name = tag.rpartition("}")
    if space == "{" + TEI:
        return f"<{name}{written_attributes}>", f"</{name}>"
    if not space:
        raise TeiError(f"the inline element {tag} has no namespace: give it the one of TEI")
    return f'<n:{name} xmlns:n="{quoted(space[1:])}"{written_attributes}>', f"</n:{name}>"


def is_name(text: str) -> bool:
    """Whether XML takes it for an identifier (NCName)."""
    return _NAME.fullmatch(text) is not None


def unwritable(text: str) -> str | None:
    """The first character that XML 1.0 cannot hold, None if there is none."""
    pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
    return next(filter(None, map(_unwritable, pieces)), None)


def _unwritable(text: str) -> str | None:
    try:
        raw = text.encode("utf-8")
    except UnicodeEncodeError as error:
        return text[error.start]
    if len(raw) != len(raw.translate(None, _CONTROLS)):
        return next(character for character in text if character < " " and character not in _BLANKS)
    return next((character for character in _NONCHARACTERS if character in text), None)
