"""The ways of working beside the transcript, each in a dock of its own.

* ``docks`` makes a tool when it is first seen, and has those that can be seen follow the document
  and the caret; ``tool`` is what all of them are.
* ``replace`` finds and replaces, with ``hit_list`` as the preview; ``search`` looks in the
  background.
* ``compare`` has the source beside the text, ``provenance`` who changed what the caret is on,
  ``notes`` the notes.
"""
