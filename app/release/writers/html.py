"""The release as one accessible HTML file: no script, nothing fetched from anywhere."""

from __future__ import annotations

from html import escape

from app.release.released import Entry, Omission, Pieces, Portion, Released
from app.release.writers.plain import original_line, stamp_line

_STYLE = """
body { font: 1rem/1.5 serif; color: #1a1a1a; background: #fff; max-width: 42rem;
  margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; }
.banner { text-align: center; font-weight: bold; letter-spacing: .05em; }
.stamp { border: 2px solid #1a1a1a; padding: .5rem; }
.omission { border: 1px solid #1a1a1a; padding: 0 .25rem; font: .9em/1.2 monospace; }
.speaker { font-weight: bold; }
.struck { font: 0/0 serif; }
dt { font-weight: bold; }
dd { margin: 0 0 .5rem 1rem; white-space: pre-line; }
table { border-collapse: collapse; }
th, td { border: 1px solid #767676; padding: .25rem .5rem; text-align: left; vertical-align: top; }
@media print { body { max-width: none; margin: 0; } }
"""


def written(release: Released) -> bytes:
    """The file, UTF-8."""
    banner = _banner(release)
    stamp = stamp_line(release)
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(release.name)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        f"<header>{banner}",
        *([f'<p class="stamp">{escape(stamp)}</p>'] if stamp else []),
        "</header>",
        "<main>",
        f"<h1>{_pieces(release.title) or escape(release.name)}</h1>",
        f"<p>{escape(original_line(release))}</p>",
        *_head(release),
        "<h2>Text</h2>",
        *map(_portion, release.portions),
        *_codes(release),
        "</main>",
        f"<footer>{banner}</footer>",
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines).encode()


def _banner(release: Released) -> str:
    struck = ""
    if release.original is not None and release.original is not release.marking:
        struck = f"{_struck(release.original.value)} "
    return f'<p class="banner">{struck}{release.marking.value}</p>'


def _head(release: Released) -> list[str]:
    if not release.head:
        return []
    return ["<h2>Head</h2>", "<dl>", *map(_entry, release.head), "</dl>"]


def _entry(entry: Entry) -> str:
    text = _marked(_pieces(entry.text), entry.mark, struck=entry.struck)
    return f"<dt>{_pieces(entry.label) or 'Entry'}</dt><dd>{text}</dd>"


def _portion(portion: Portion) -> str:
    label = _pieces(portion.label)
    speaker = f'<span class="speaker">{label}</span> ' if label else ""
    return f"<p>{speaker}{_marked(_pieces(portion.text), portion.mark, struck=portion.struck)}</p>"


def _marked(text: str, mark: str, *, struck: bool) -> str:
    if not mark:
        return text
    return f"{text} {_struck(mark) if struck else escape(mark)}"


def _struck(mark: str) -> str:
    """A reader who hears the page is told what others see."""
    return f'<s>{escape(mark)}</s><span class="struck"> (struck)</span>'


def _pieces(pieces: Pieces) -> str:
    return "".join(
        f'<span class="omission">{escape(piece.text)}</span>'
        if isinstance(piece, Omission)
        else escape(piece.text)
        for piece in pieces
    )


def _codes(release: Released) -> list[str]:
    if not release.wordings:
        return []
    rows = [
        f'<tr><th scope="row">{escape(code)}</th><td>{escape(wording)}</td></tr>'
        for code, wording in release.wordings
    ]
    head = '<tr><th scope="col">Code</th><th scope="col">Meaning</th></tr>'
    return ["<h2>Why words are withheld</h2>", "<table>", head, *rows, "</table>"]
