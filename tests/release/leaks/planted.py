"""Releases with a leak planted by hand, in one place at a time."""

from __future__ import annotations

import base64
import io
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable

Files = dict[str, bytes]
Plant = Callable[[Files, str], Files]


# -- text files ------------------------------------------------------------------------------------


def _put(name: str, before: str, planted: str, *, escape: bool = True) -> Plant:
    """In the file, before the first ``before``; {} is the words."""

    def plant(files: Files, words: str) -> Files:
        text = files[name].decode()
        assert before in text
        shown = words.replace("&", "&amp;").replace("<", "&lt;") if escape else words
        return files | {name: text.replace(before, planted.format(shown) + before, 1).encode()}

    return plant


def _cut_by_elements(files: Files, words: str) -> Files:
    half = len(words) // 2
    cut = f"{words[:half]}<hi>{words[half:]}</hi>"
    return _put("release.xml", "</p>", "{}", escape=False)(files, cut)


def _as_references(files: Files, words: str) -> Files:
    told = "".join(f"&#x{ord(letter):x};" for letter in words)
    return _put("release.xml", "</p>", "{}", escape=False)(files, told)


def _escaped_twice(files: Files, words: str) -> Files:
    told = "".join(f"&amp;#{ord(letter)};" for letter in words)
    return _put("release.html", "</p>", "{}", escape=False)(files, told)


def _data_uri(files: Files, words: str) -> Files:
    told = base64.b64encode(words.encode()).decode()
    uri = f'<img alt="" src="data:text/plain;base64,{told}">'
    return _put("release.html", "</main>", "{}", escape=False)(files, uri)


def _utf_16(files: Files, words: str) -> Files:
    text = files["release.txt"].decode() + words
    return files | {"release.txt": text.encode("utf-16")}


def _file_name(files: Files, words: str) -> Files:
    return files | {f"{'_'.join(words.split())}.txt": b"released"}


def _folder_name(files: Files, words: str) -> Files:
    return {f"{words} copy/{name}": content for name, content in files.items()}


TEXT: dict[str, Plant] = {
    "xml text": _put("release.xml", "</p>", " {}"),
    "xml attribute": _put("release.xml", "<p>", '<p n="{}"/>'),
    "xml identifier": _put("release.xml", "<p>", '<p xml:id="x-{}"/>'),
    "xml comment": _put("release.xml", "<body>", "<!-- {} -->"),
    "xml comment before the root": _put("release.xml", "<TEI", "<!-- {} -->"),
    "xml processing instruction": _put("release.xml", "<body>", "<?editor {}?>"),
    "xml note": _put("release.xml", "</p>", "<note>{}</note>"),
    "xml revisionDesc": _put(
        "release.xml", "</teiHeader>", "<revisionDesc><change>{}</change></revisionDesc>"
    ),
    "xml sic": _put("release.xml", "</p>", "<choice><sic>{}</sic><corr>x</corr></choice>"),
    "xml orig": _put("release.xml", "</p>", "<orig>{}</orig>"),
    "xml person list": _put(
        "release.xml", "</listPerson>", "<person><persName>{}</persName></person>"
    ),
    "xml title": _put("release.xml", "</title>", " {}"),
    "xml desc of a gap": _put("release.xml", "</desc>", " {}"),
    "xml zone": _put("release.xml", "<text>", '<facsimile><surface n="{}"/></facsimile>'),
    "xml index": _put("release.xml", "</p>", "<index><term>{}</term></index>"),
    "xml CDATA": _put("release.xml", "</p>", "<![CDATA[{}]]>", escape=False),
    "xml cut by elements": _cut_by_elements,
    "xml character references": _as_references,
    "html text": _put("release.html", "</p>", " {}"),
    "html title": _put("release.html", "</title>", " {}"),
    "html meta": _put("release.html", "<title>", '<meta name="keywords" content="{}">'),
    "html alternative text": _put("release.html", "</main>", '<img src="" alt="{}">'),
    "html data attribute": _put("release.html", "</main>", '<i data-old="{}"></i>'),
    "html comment": _put("release.html", "</main>", "<!-- {} -->"),
    "html style": _put("release.html", "</style>", "/* {} */"),
    "html script": _put("release.html", "</head>", "<script>var x = '{}'</script>"),
    "html hidden element": _put("release.html", "</main>", "<p hidden>{}</p>"),
    "html escaped twice": _escaped_twice,
    "html data uri": _data_uri,
    "text": _put("release.txt", "UNCLASSIFIED", "{} "),
    "text in 16 bits": _utf_16,
    "log": _put("redaction-log.csv", "less than", "{} "),
    "withdrawal sheet": _put("withdrawal-sheet.csv", "less than", "{} "),
    "file name": _file_name,
    "folder name": _folder_name,
}


# -- PDF -------------------------------------------------------------------------------------------


def pdf(
    *objects: bytes,
    catalog: bytes = b"",
    page: bytes = b"",
    trailer: bytes = b"",
    shown: bytes = b"",
) -> bytes:
    """A PDF of one page; ``objects`` are numbered from 6."""
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>"
        b"/Contents 4 0 R" + page + b">>",
        stream(b"BT /F1 12 Tf 72 700 Td (released) Tj ET\n" + shown),
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
        *objects,
    ]
    written, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(bodies) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n" % count + rows
    end = b"trailer\n<</Size %d/Root 1 0 R" % count + trailer + b">>\n"
    return written + table + end + b"startxref\n%d\n%%%%EOF\n" % len(written)


def stream(content: bytes, head: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (head, len(content), content)


def literal(words: str) -> bytes:
    """A string of a PDF: in 16 bits where it is not Western."""
    try:
        raw = words.replace("\n", " ").encode("cp1252")
    except UnicodeEncodeError:
        return b"<" + (b"\xfe\xff" + words.encode("utf-16-be")).hex().encode() + b">"
    return b"(" + raw.replace(b"(", b"\\(").replace(b")", b"\\)") + b")"


def _pdf(make: Callable[[bytes], bytes]) -> Plant:
    return lambda files, words: files | {"release.pdf": make(literal(words))}


def _shown(operators: bytes) -> Plant:
    return _pdf(lambda told: pdf(shown=operators.replace(b"WORDS", told)))


def _older_revision(files: Files, words: str) -> Files:
    first = pdf(shown=b"BT /F1 12 Tf 72 600 Td " + literal(words) + b" Tj ET")
    return files | {"release.pdf": first + pdf()[9:]}


def _packed(files: Files, words: str) -> Files:
    packed = zlib.compress(b"BT /F1 12 Tf 72 600 Td " + literal(words) + b" Tj ET")
    return files | {"release.pdf": pdf(stream(packed, b"/Filter/FlateDecode"))}


def _attached(files: Files, words: str) -> Files:
    content = pdf(
        stream(words.encode(), b"/Type/EmbeddedFile"),
        b"<</Type/Filespec/F(notes.txt)/UF(notes.txt)/EF<</F 6 0 R>>>>",
        catalog=b"/Names<</EmbeddedFiles<</Names[(notes.txt) 7 0 R]>>>>",
    )
    return files | {"release.pdf": content}


PDF: dict[str, Plant] = {
    "pdf text": _shown(b"BT /F1 12 Tf 72 600 Td WORDS Tj ET"),
    "pdf white text": _shown(b"1 1 1 rg BT /F1 12 Tf 72 600 Td WORDS Tj ET"),
    "pdf invisible text": _shown(b"BT 3 Tr /F1 12 Tf 72 600 Td WORDS Tj ET"),
    "pdf text under a box": _shown(b"BT /F1 12 Tf 72 600 Td WORDS Tj ET 0 g 60 590 500 30 re f"),
    "pdf tiny text": _shown(b"BT /F1 0.1 Tf 72 600 Td WORDS Tj ET"),
    "pdf text off the page": _shown(b"BT /F1 12 Tf 9000 9000 Td WORDS Tj ET"),
    "pdf actual text": _shown(b"/Span <</ActualText WORDS>> BDC BT ET EMC"),
    "pdf metadata": _pdf(lambda told: pdf(b"<</Title" + told + b">>", trailer=b"/Info 6 0 R")),
    "pdf XMP": _pdf(
        lambda told: pdf(
            stream(b"<x>" + told + b"</x>", b"/Type/Metadata/Subtype/XML"),
            catalog=b"/Metadata 6 0 R",
        )
    ),
    "pdf outline": _pdf(
        lambda told: pdf(
            b"<</Type/Outlines/First 7 0 R/Last 7 0 R/Count 1>>",
            b"<</Title" + told + b"/Parent 6 0 R/Dest[3 0 R/Fit]>>",
            catalog=b"/Outlines 6 0 R",
        )
    ),
    "pdf annotation": _pdf(
        lambda told: pdf(
            b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents" + told + b">>",
            page=b"/Annots[6 0 R]",
        )
    ),
    "pdf alternative text": _pdf(
        lambda told: pdf(
            b"<</Type/StructElem/S/Figure/Alt" + told + b">>", catalog=b"/StructTreeRoot 6 0 R"
        )
    ),
    "pdf object nobody uses": _pdf(lambda told: pdf(b"<</Old" + told + b">>")),
    "pdf attachment": _attached,
    "pdf older revision": _older_revision,
    "pdf packed stream": _packed,
}


# -- other files -----------------------------------------------------------------------------------


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A picture of one pixel with these chunks."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    held = [(b"IHDR", head), *chunks, (b"IDAT", zlib.compress(b"\x00\x00")), (b"IEND", b"")]
    written = b"\x89PNG\r\n\x1a\n"
    for kind, body in held:
        check = zlib.crc32(kind + body)
        written += struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)
    return written


def _png(make: Callable[[bytes], tuple[bytes, bytes]]) -> Plant:
    return lambda files, words: files | {"page.png": png(make(words.encode()))}


def _zip(files: Files, words: str) -> Files:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w>{words}</w>")
    return files | {"copy.docx": held.getvalue()}


OTHER: dict[str, Plant] = {
    "png text chunk": _png(lambda words: (b"tEXt", b"Comment\x00" + words)),
    "png packed text chunk": _png(
        lambda words: (b"zTXt", b"Comment\x00\x00" + zlib.compress(words))
    ),
    "archive": _zip,
}

PLACES: dict[str, Plant] = TEXT | PDF | OTHER


# -- what is planted -------------------------------------------------------------------------------

CANARIES: dict[str, str] = {
    "Manuel Torrijano": "paragraph 1",
    "seventeen helicopters": "paragraph 2",
    "Ambassador Quillfeather": "paragraph 2",
    "called Sandpiper": "paragraph 4",
}
"""Withheld words of the reviewed memorandum, the last of them released nowhere, and their place."""


def _last(words: str) -> str:
    return words.split()[-1]


def _cut(by: str) -> Callable[[str], str]:
    """The last word with this in it, after its fifth letter."""
    return lambda words: _last(words)[:5] + by + _last(words)[5:]


def _shifted(by: int, first: str = "a") -> Callable[[str], str]:
    """In another alphabet of the same letters, which begins with ``first`` moved by so much."""

    def spelt(words: str) -> str:
        return "".join(chr(ord(letter) + by) for letter in _last(words).lower())

    assert unicodedata.normalize("NFKC", chr(ord(first) + by)) == first
    return spelt


SPELLINGS: dict[str, Callable[[str], str]] = {
    "as it is": _last,
    "the whole": str,
    "upper case": lambda words: _last(words).upper(),
    "lower case": lambda words: _last(words).lower(),
    "possessive": lambda words: _last(words) + "'s",
    "possessive as printed": lambda words: _last(words) + "\u2019s",
    "plural": lambda words: _last(words) + "s",
    "in quotation marks": lambda words: f"\u201c{_last(words)}\u201d",
    "in brackets": lambda words: f"[{_last(words)}]",
    "struck by dashes": lambda words: f"--{_last(words)}--",
    "broken at a line end": _cut("-\n"),
    "broken and set in": _cut("-\r\n    "),
    "broken as OCR reads it": _cut("\u00ac\n"),
    "over two lines": lambda words: words.replace(" ", "\n"),
    "joined by a no-break space": lambda words: words.replace(" ", "\u00a0"),
    "joined by an underscore": lambda words: words.replace(" ", "_"),
    "turned round": lambda words: ", ".join(reversed(words.split())),
    "run together": lambda words: words.replace(" ", ""),
    "spaced out": lambda words: " ".join(_last(words)),
    "pointed": lambda words: ".".join(_last(words)),
    "hyphened": lambda words: "-".join(_last(words)),
    "accented": lambda words: _last(words).replace("a", "\u00e1").replace("e", "\u00e8"),
    "decomposed": _cut("\u0301"),
    "soft hyphen": _cut("\u00ad"),
    "zero width": _cut("\u200b"),
    "turned direction": _cut("\u202e"),
    "full width": _shifted(0xFEE0),
    "mathematical bold": _shifted(0x1D41A - ord("a")),
}
