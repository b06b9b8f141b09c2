"""Words that are right, or worth a look, in this document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from app.model.document import Document, WordList
from app.model.edits.base import EditRefused
from app.model.terms import Act


@dataclass(frozen=True)
class JudgeWord:
    """``word`` counts as good or bad throughout this document, or, with "open", as the dictionary
    says.
    """

    name: ClassVar[str] = "Judge Word"
    word: str
    verdict: Literal["good", "bad", "open"]

    def apply(self, document: Document, act: Act) -> Document:
        if not self.word or len(self.word.split()) != 1:
            raise EditRefused("Only a single word can be put on a word list.")
        words = WordList(*map(self._without, (document.words.good, document.words.bad)))
        if self.verdict != "open":
            words = replace(words, **{self.verdict: (*getattr(words, self.verdict), self.word)})
        return document if words == document.words else replace(document, words=words)

    def _without(self, words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(held for held in words if held.casefold() != self.word.casefold())
