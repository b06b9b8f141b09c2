"""The words of a release that was made before, from its plain text or its TEI."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app import safe_xml

_TEXT, _TEI = "release.txt", "release.xml"
_END = {"lb": " ", "label": " ", "speaker": " ", "fw": "\n", "head": "\n", "item": "\n", "p": "\n"}
"""What comes after an element's words."""


class ReadingError(Exception):
    """A release that can't be read: one line, which and why."""


def released_text(path: Path) -> str:
    """The words of a released folder, text or TEI file, omissions in brackets; a line a paragraph.

    Raises ReadingError.
    """
    if path.is_dir():
        found = next((path / name for name in (_TEXT, _TEI) if (path / name).is_file()), None)
        if found is None:
            raise ReadingError(f"{path}: it has no {_TEXT} and no {_TEI}; choose a released folder")
        path = found
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise ReadingError(f"{path}: not read: {reason}") from error
    try:
        if path.suffix.lower() == ".xml":
            return _told(content, str(path))
        return content.decode("utf-8-sig")
    except safe_xml.XmlError as error:
        raise ReadingError(str(error)) from None
    except UnicodeDecodeError:
        raise ReadingError(f"{path}: it is no text in UTF-8; choose the released text") from None


def _told(content: bytes, name: str) -> str:
    """The lines of a TEI file's body."""
    root = safe_xml.parsed(content, name)
    text = "".join(piece for body in root.iter("{*}body") for piece in _pieces(body))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(filter(None, lines))


def _pieces(element: Any) -> Iterator[str]:
    kind = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    words = " ".join("".join(element.itertext()).split())
    if kind == "gap":
        yield f"[{words or 'text not released'}]"
    elif kind:
        yield _plain(element.text)
        for child in element:
            yield from _pieces(child)
            yield _plain(child.tail)
        yield _END.get(kind, "")


def _plain(text: str | None) -> str:
    return (text or "").replace("\n", " ")
