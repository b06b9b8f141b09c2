"""Memcon Desk: review the OCR transcript of a memorandum of conversation and save it as TEI.

This page is the architecture. Each package says more in its own docstring.

Layers, from the bottom. An import may only point down; ``tests/test_architecture.py`` holds us to
it.

``model``
    The document and what can be done to it: frozen values, plain Python, the standard library
    only. Text is text, and everything said about it stands off from it as spans that move when it
    changes. An edit is a value with ``apply(document, act) -> document``. The law above all
    others: putting the original readings back gives the imported text, whatever was edited since
    (``model.witness``).
``review``
    ``Review`` is the one thing that changes: it holds the current document, the saved one and the
    history. ``Change(before, after, edit, origin)`` is the only notification.
``tei``
    Reader, writer and validation of the working file.
``importers``
    From a transcript to documents: ``read_source(path)`` knows a format by its content; one module
    a format.
``safe_xml``
    The one way from bytes to an XML tree; nothing is taken from anywhere else. Only it, ``tei`` and
    the importers of XML formats know lxml.
``facsimile``
    Page images as pixels, and which word of the text is where on them. Without Qt.
``consistency``
    The same words, treated alike: every mention of a term; what is withheld here, released there.
``spelling``, ``checks``, ``checking``
    The dictionary (``spelling``); what is worth a look, one rule a function, each finding with its
    fixes as edits (``checks``); the same as a command (``checking``).
``patterns``, ``reports``, ``reporting``
    Regular expressions that cannot hang (``patterns``); the report of all changes as a page
    (``reports``) and as a command (``reporting``).
``verification``
    Whether a file's record of saves is intact, as a command.
``storage``, ``settings``
    Files on disk, replaced in one step and never over what somebody else wrote (``storage``); what
    the desk remembers of its person (``settings``).
``release``, ``releasing``
    A copy that can be given away: built by allow-list from what was decided, checked by a reader
    of the finished files that shares no code with the writers (``release``), written whole or not
    (``releasing``).
``opening``
    ``open_file(path)``: from any file to documents, whether it is the working TEI or an import.
``conversion``
    ``convert(sources, out)``: the same work without a screen.
``ui``
    The window. The only place that knows Qt. ``ui.application`` puts it together; ``ui.file`` has
    the open document and its file: session, lock, journal, versions, merging.
``launch``, ``cli``
    Whether there can be a window on this machine (``launch``); the command line (``cli``), which
    ``main.py`` calls.

Data flow. A file comes in by ``opening`` as a ``Document``; the window wraps it in a ``Review``.
Whatever a person does becomes an ``Edit`` that goes to ``Review.apply``. The review makes the next
document and tells everybody by one ``Change``; each view compares the part it shows, ``before.x is
not after.x``, and repaints if need be. No view tells another. Saving takes the document of that
moment: ``tei.write`` makes the bytes, ``storage`` puts them on the disk.

Where to find things. ``resources/`` has the RelaxNG profile, the exemption codes and the sample;
``tests/`` mirrors ``app/``; a command of the window is a row in the table of ``ui.commands``, one
of the command line a row in ``cli.COMMANDS``.

Where we differ from the first design, and why.

* *Marks of the text are painted from the document, not set as formats by a highlighter.* Formats
  would be a second state to keep true at every change, and cannot draw a wedge, a flag or a box. At
  1,000 pages they cost 22 ms when a document is opened, a highlighter 29, painting nothing
  (``ui.transcript``).
* *Paragraphs are a sequence in chunks, not one tuple.* Every key makes a snapshot. A flat tuple
  would copy 45,000 pointers for it at 5,000 pages and the history would keep them all; a chunk is
  128, and two snapshots are compared by the chunks they share (``model.paragraphs``).
* *A file on disk is known by its digest alone, without size and time.* A change can keep both, and
  a file that was touched has not changed (``storage.atomic.FileState``).
* *Label and portion mark are values of the paragraph, not ranges of its text.* The importer lifts
  them out, so that the text is what was said. Each keeps its reading: the label is a passage with
  corrections of its own, the mark has ``reading`` and ``read_at``. The witness puts them back where
  they stood (``model.document``, ``model.witness``).
"""

__version__ = "0.1.0"
