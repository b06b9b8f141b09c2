"""The document and what can be done to it, in plain Python: no Qt, no XML, no files.

* ``terms`` names the domain's closed sets (levels, kinds, places, certainties).
* ``spans`` are the stand-off ranges on a text and the rule each follows when the text under it
  changes.
* ``passage`` is text with its spans; ``correcting`` changes it and keeps the reading it replaced.
* ``paragraphs`` is the immutable sequence that shares structure between snapshots.
* ``document`` is everything a file holds, as frozen values.
* ``edits`` are the things a person can do, each a value with ``apply(document, act)``.
* ``witness`` puts the original readings back: what the source said, whatever was edited since.
* ``reconcile`` turns "the text was this and is now that" into an edit.
* ``search`` finds words, ``replacing`` shows what was found and replaces it, ``comparing`` sets the
  source beside the text, ``alterations`` lists who changed what.
* ``history`` holds what can be undone.
"""
