"""The page images of a document, read without a screen.

* ``references`` says which file a page's image is, and refuses what lies elsewhere.
* ``scans`` opens these files, says how large a page is and gives the pixels of PDF pages.
* ``caret`` finds line and word of a place in the text, and the place in the text of a point on the
  page.

Image files are decoded where they are shown, since that takes Qt: ``app.ui.facsimile``.
"""
