"""Spelling: which words of a text are worth a look, and what they were before they were misread.

* ``dictionary`` is the English Hunspell dictionary (``resources/spelling``).
* ``confusions`` knows what OCR takes for what, and how readily.
* ``speller`` judges the words of a text by the dictionary and by lists of good and bad words.
* ``names`` are the good words that a document brings along; ``personal`` keeps a person's own.
"""
