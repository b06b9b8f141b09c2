"""The names and tokens of the working file, and the order TEI wants them in.

The encoding is TEI P5. What a name means here is said where it is written or read; this module only
makes sure that writer, reader and validation spell it alike.
"""

from __future__ import annotations

import re

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
XML_ID = f"{{{XML}}}id"

PORTION_MARK = "portion-mark"
STRIKETHROUGH = "strikethrough"
CONVERSATION = "conversation"
HEADING = "heading"
MOVED = "moved"
SHEET = "sheet"
HINT = "hint"
ACT = "act"
ASSIGNED = "assigned"
REVIEWED = "reviewed"
NOTE = "note"
RESOLVED = "resolved"
STAMP = "stamp"
GAP = "gap"
READ_LEADING = "read-leading"
READ_TRAILING = "read-trailing"

CLASSIFICATION = "classification"
CAVEATS = "caveats"
EXEMPTIONS = "exemptions"
DECLASSIFICATION = "declassification"
OVERRIDE = "override"
APPLICATION = "memcon-desk"
REVIEWER = "reviewer"

LINK = re.compile("([0-9a-f]{64}:[0-9a-f]{64})?", re.ASCII)
"""A link of the chain of evidence (``change/@n``): digests of the content and of the chain so far,
none before the first.
"""

MARKUP_START = "start()"
MARKUP_END = "end()"
"""Held among a ``Markup``'s attributes: the XML that stands first or last in it and is no text."""

# Paths of element names from the root: where something foreign belongs (``Carried.where``).
OUTSIDE = ""
ROOT = "TEI"
HEADER = "TEI/teiHeader"
FILE = f"{HEADER}/fileDesc"
TITLES = f"{FILE}/titleStmt"
PUBLICATION = f"{FILE}/publicationStmt"
SOURCES = f"{FILE}/sourceDesc"
MANUSCRIPT = f"{SOURCES}/msDesc"
IDENTIFIER = f"{MANUSCRIPT}/msIdentifier"
ADDITIONAL = f"{MANUSCRIPT}/additional"
ADMINISTRATION = f"{ADDITIONAL}/adminInfo"
CUSTODY = f"{ADMINISTRATION}/custodialHist"
ENCODING = f"{HEADER}/encodingDesc"
CLASSES = f"{ENCODING}/classDecl"
APPLICATIONS = f"{ENCODING}/appInfo"
PROFILE = f"{HEADER}/profileDesc"
PARTICIPANTS = f"{PROFILE}/particDesc"
PEOPLE = f"{PARTICIPANTS}/listPerson"
SETTINGS = f"{PROFILE}/settingDesc"
SETTING = f"{SETTINGS}/setting"
PLACES = f"{SETTINGS}/listPlace"
TEXT_CLASS = f"{PROFILE}/textClass"
REVISIONS = f"{HEADER}/revisionDesc"
TEXT = "TEI/text"
BODY = f"{TEXT}/body"
BODY_START = f"{BODY}/start"
"""No element: what stands in the body before its divisions."""
HEADING_DIV = f"{BODY}/div[heading]"
CONVERSATION_DIV = f"{BODY}/div[conversation]"

CONTAINERS = frozenset(
    {
        *(HEADER, FILE, TITLES, SOURCES, MANUSCRIPT, IDENTIFIER, ADDITIONAL, ADMINISTRATION),
        *(CUSTODY, ENCODING, CLASSES, APPLICATIONS, PROFILE, PARTICIPANTS, PEOPLE),
        *(SETTINGS, SETTING, PLACES, TEXT_CLASS, REVISIONS),
    }
)
"""Elements of the header that are entered; any other is a fact that is read whole, or foreign."""

ORDER = {
    ROOT: ("teiHeader", "fsdDecl", "facsimile", "sourceDoc", "standOff", "text", "TEI"),
    HEADER: ("fileDesc", "encodingDesc", "profileDesc", "xenoData", "revisionDesc"),
    FILE: (
        *("titleStmt", "editionStmt", "extent", "publicationStmt", "seriesStmt", "notesStmt"),
        "sourceDesc",
    ),
    TITLES: ("title",),
    MANUSCRIPT: (
        *("msIdentifier", "head", "msContents", "physDesc", "history", "additional", "msPart"),
    ),
    IDENTIFIER: (
        *("placeName", "bloc", "country", "region", "settlement", "district", "geogName"),
        *("institution", "repository", "collection", "idno"),
    ),
    ADDITIONAL: ("adminInfo", "surrogates", "listBibl"),
    ADMINISTRATION: ("recordHist", "availability", "custodialHist", "note"),
    TEXT: ("front", "body", "group", "back"),
}
"""Where TEI asks for an order; elements not named come last, as they came."""


def clark(name: str) -> str:
    """The TEI element of this name as lxml names it."""
    return f"{{{TEI}}}{name}"


def local(name: str) -> str:
    """The name without its namespace."""
    return name.rpartition("}")[2]


TAG = re.compile(r"<([\w.:-]+)")


def rank(where: str, xml: str) -> int:
    """The place of an element among the children of ``where``, for sorting."""
    order = ORDER.get(where, ())
    tag = TAG.match(xml)
    name = tag[1].rpartition(":")[2] if tag else ""
    return order.index(name) if name in order else len(order)
