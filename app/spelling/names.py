"""The good words that a document brings along."""

from __future__ import annotations

import re

from app.model.document import Document, WordList

_WORD = re.compile(r"[^\W\d_]+")


def named_words(document: Document) -> WordList:
    """The document's own word list, with the names of its people, their offices and its place."""
    texts = [document.metadata.place]
    for person in document.people:
        texts += person.name, person.office, person.affiliation, *person.aliases
    names = dict.fromkeys(word for text in texts for word in _WORD.findall(text))
    return WordList((*document.words.good, *names), document.words.bad)
