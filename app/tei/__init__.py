"""The working file: TEI P5, read and written, and what is wrong with one.

The only place that knows lxml.

* ``vocabulary`` names what is in a file and where TEI wants it; ``markup`` escapes.
* ``writer`` makes the bytes: ``body_writer`` and ``header_writer`` the two halves,
  ``inline_writer`` mixed content. ``nesting`` lays ranges into one another, ``register`` gives out
  identifiers.
* ``parsing`` makes a tree of untrusted bytes; ``reader`` a document: ``body_reader`` (with
  ``page_reader``), ``header_reader``, ``inline_reader`` and ``mark_reader`` mirror the writers.
  ``shapes`` says when an element is exactly one of ours, ``pointers`` what is pointed to;
  ``identifiers`` gives them to what has none.
* ``note_reader`` reads a thread of notes, ``stand_off`` has what belongs to no place of the text
  (dismissed findings, word lists), ``name_lists`` persons and places in files of their own.
* ``facsimile`` is where on the page images lines and words are, both ways.
* ``foreign`` is what another program wrote and the desk carries; ``losses`` what it would not keep.
* ``validation`` checks a file against the desk's profile and says what is wrong where.

The encoding in short. What is on the paper is in ``body``; ``div type="heading"`` has the head as
printed, ``div type="conversation"`` the turns. A person's act is a ``change type="act"`` with an
identifier in ``revisionDesc``; what they did points to it by @change, and to them by @resp: on
``corr`` (a correction), ``seg`` (a mark), ``pb`` (a break moved), ``sp`` (a speaker assigned),
``said`` (whose words a narrative paragraph reports), ``anchor type="assigned"`` (narrative or
continuation by decision), ``anchor type="reviewed"`` (the paragraph is done), ``p`` (a paragraph
break made), ``classCode`` (an override). A person's ``note`` stands where its words end and points
with @target to the ``anchor type="note"`` where they begin; its messages are the notes in it, and
``note type="resolved"`` who settled it. ``persName`` and ``placeName`` point with @ref to the
participants and to ``listPlace``.
"""

from app.tei.errors import TeiError
from app.tei.losses import losses
from app.tei.name_lists import read_names, write_names
from app.tei.parsing import looks_like_tei
from app.tei.reader import read
from app.tei.validation import Problem, check
from app.tei.writer import write

__all__ = [
    "Problem",
    "TeiError",
    "check",
    "looks_like_tei",
    "losses",
    "read",
    "read_names",
    "write",
    "write_names",
]
