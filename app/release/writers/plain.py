"""The release as plain text, UTF-8."""

from __future__ import annotations

from app.release.released import Entry, Pieces, Portion, Released, in_line


def written(release: Released) -> bytes:
    """Banner, stamp, head, paragraphs, one after the other."""
    banner = release.marking.value
    blocks = [banner, stamp_line(release), release.name.upper(), original_line(release)]
    blocks += [_entry(entry) for entry in release.head]
    blocks += [_portion(portion) for portion in release.portions]
    blocks.append(banner)
    return ("\n\n".join(filter(None, blocks)) + "\n").encode()


def original_line(release: Released) -> str:
    """What the paper bore and what this copy is: two facts."""
    if release.original is None:
        return ""
    return f"Originally {release.original.value}; this copy is {release.marking.value}."


def stamp_line(release: Released) -> str:
    """The declassification stamp in one line, "" where there is none."""
    stamp = release.stamp
    if stamp is None:
        return ""
    parts = [f"DECLASSIFIED under authority of {stamp.authority}"]
    parts += [f"case {stamp.case}"] if stamp.case else []
    parts += [f"by {stamp.initials}"] if stamp.initials else []
    return ", ".join((*parts, stamp.date))


def marked(text: str, mark: str, *, struck: bool) -> str:
    """The text with its portion mark; a struck one says so."""
    if not mark:
        return text
    return f"{text} {mark} [struck]" if struck else f"{text} {mark}"


def _entry(entry: Entry) -> str:
    text = _lines(entry.text)
    line = marked(text, entry.mark, struck=entry.struck)
    label = in_line(entry.label)
    return f"{label} {line}" if label else line


def _portion(portion: Portion) -> str:
    line = marked(in_line(portion.text), portion.mark, struck=portion.struck)
    label = in_line(portion.label)
    return f"{label} {line}" if label else line


def _lines(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces).strip()
