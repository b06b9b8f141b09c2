"""A web page that stands alone: no script, nothing loaded from elsewhere, made for print too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.banner { font-weight: 700; text-align: center; letter-spacing: .05em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 1rem 0; }
dt { font-weight: 600; }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .25rem 0 .5rem; }
th, td { border: 1px solid; padding: .35rem .6rem; text-align: left; vertical-align: top; }
td { overflow-wrap: anywhere; white-space: pre-wrap; }
del { text-decoration: line-through; }
ins { text-decoration: underline; }
@media print {
  body { font-size: 10pt; margin: 0; max-width: none; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
"""


def page(title: str, banner: str, body: Iterable[str]) -> str:
    """The whole file. ``banner`` (the classification) stands at its top and its bottom; ``body``
    is HTML already.
    """
    marked = f'<p class="banner">{escape(banner)}</p>'
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="en">',
            f'<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>',
            f"<style>{_STYLE}</style>\n</head>",
            f"<body>\n<header>{marked}</header>\n<main>\n<h1>{escape(title)}</h1>",
            *body,
            f"</main>\n<footer>{marked}</footer>\n</body>",
            "</html>",
            "",
        )
    )


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Names and what they are; those that are "" are left out."""
    rows = (f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in pairs if text)
    return "\n".join(("<dl>", *rows, "</dl>"))


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose cells are HTML already."""
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "\n".join(
        (
            f"<table>\n<caption>{escape(caption)}</caption>",
            f"<thead><tr>{heads}</tr></thead>\n<tbody>",
            *(f"<tr>{line}</tr>" for line in lines),
            "</tbody>\n</table>",
        )
    )
