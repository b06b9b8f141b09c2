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
    Reader, writer and validation of the working file. The only place that knows lxml.
``importers``
    From a transcript to documents: ``read_source(path)`` knows a format by its content; one module
    a format.
``safe_xml``
    The one way from bytes to an XML tree; nothing is taken from anywhere else.
``storage``, ``settings``
    Files on disk, replaced in one step and never over what somebody else wrote (``storage``); what
    the desk remembers of its person (``settings``).
``opening``
    ``open_file(path)``: from any file to documents, whether it is the working TEI or an import.
``conversion``
    ``convert(sources, out)``: the same work without a screen.
``ui``
    The window. The only place that knows Qt. ``ui.application`` puts it together.
``launch``, ``cli``
    Whether there can be a window on this machine (``launch``); the command line (``cli``), which
    ``main.py`` calls.

Data flow. A file comes in by ``opening`` as a ``Document``; the window wraps it in a ``Review``.
Whatever a person does becomes an ``Edit`` that goes to ``Review.apply``. The review makes the next
document and tells everybody by one ``Change``; each view compares the part it shows, ``before.x is
not after.x``, and repaints if need be. No view tells another. Saving takes the document of that
moment: ``tei.write`` makes the bytes, ``storage`` puts them on the disk.

Where to find things. ``resources/`` has the RelaxNG profile and the sample; ``tests/`` mirrors
``app/``; a command of the window is a row in the table of ``ui.commands``, one of the command line
a row in ``cli.COMMANDS``.
"""

__version__ = "0.1.0"
