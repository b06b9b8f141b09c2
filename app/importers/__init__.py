"""Importers: from source files to documents.

``reading`` goes the one way for all formats. ``formats`` tells them apart; a module each turns the
bytes of ``hocr``, ``alto``, ``page_xml`` and ``pdf`` into what stands where on each page
(``geometry``), which ``reading_order`` turns into lines; ``text`` gives lines at once; ``images``
have none, unless ``recognition`` has a program read them. ``page_images`` finds the picture of each
page; ``page_files`` says which files of a folder are pages of one source.

One set of steps turns the lines of every format into documents; ``structure`` runs them:

* ``letter_spacing`` puts spaced-out words together; ``stamp`` and ``margins`` part (``parting``)
  what is printed or written beside the text from it;
* ``library`` tells the sheets that libraries add, and their stamps;
* ``furniture`` tells banners (``banners``), stamps, page numbers and letterhead from the text, and
  dirt (``noise``), above all at the ``edges`` of the pages;
* ``pages`` lays all of it out on pages; ``memoranda`` parts them where a memorandum begins
  (``titles``); ``expected_banners`` proposes those that were not read;
* ``heading`` reads the form at the head; ``participants`` and ``when_and_where`` read its entries,
  ``metadata`` puts together what they state;
* ``conversation`` joins the lines of the text into paragraphs that begin with a label (``labels``),
  as the text sets them off (``layout``), and ``broken_words``; it looks for ``blank_boxes``;
* ``turns`` lifts labels and ``marks`` off them, finds whose turn it is (``speakers``), whose words
  are ``reported``, what was withheld (``gaps``) and where a label seems to be lost
  (``lost_label``).

Last, ``word_links`` ties the words of the text to their places on the page images.

Each step is a pure function. What is printed goes somewhere: nothing is dropped, only blanks are.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.importers.page_files import grouped, name_of
    from app.importers.page_images import images_from
    from app.importers.reading import read_pages, read_recognised, read_source
    from app.importers.source import SourceError

__all__ = [
    "SourceError",
    "grouped",
    "images_from",
    "name_of",
    "read_pages",
    "read_recognised",
    "read_source",
]

_MODULES = {
    "SourceError": "source",
    "grouped": "page_files",
    "images_from": "page_images",
    "name_of": "page_files",
    "read_pages": "reading",
    "read_recognised": "reading",
    "read_source": "reading",
}


def __getattr__(name: str) -> object:
    """Loads what is asked for: a TEI file is opened without waiting for the readers of others."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
