"""Withheld words against finished files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.model.document import Document
from app.release.leaks import normal
from app.release.leaks.own_words import OWN
from app.release.leaks.pdf_strands import UnreadablePdf, faults, pdf_strands
from app.release.leaks.pixels import unburnt
from app.release.leaks.secrets import Public, public, secrets
from app.release.leaks.strands import Strand, strands

IMAGES = "release-images.pdf"
"""The file of a release that shows the page images."""
_SURE = 6
"""Letters of a word that is no accident where it stands without blanks around it."""
_RUNNING = 3
"""Words running that are no accident, however common each is."""
_BETWEEN = " | "


@dataclass(frozen=True, slots=True)
class Leak:
    """Withheld words in a file: ``kind`` is what they stand in there ("comment"), ``place`` where
    they were withheld. The words themselves are not told.
    """

    file: str
    kind: str
    place: str
    why: str

    @property
    def message(self) -> str:
        """One line for a person."""
        of = f" of {self.place}" if self.place else ""
        return f"{self.file}: {self.kind}: {self.why}{of}"


@dataclass(frozen=True, slots=True)
class Shared:
    """A word withheld at ``place`` that is no leak, since ``released`` has it too, on purpose."""

    place: str
    released: str

    @property
    def message(self) -> str:
        """One line for a person."""
        return f"a word withheld in {self.place} is also released on purpose in {self.released}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found. A release is clean when there is no leak."""

    leaks: tuple[Leak, ...]
    shared: tuple[Shared, ...]

    @property
    def clean(self) -> bool:
        return not self.leaks


def verify(
    files: Mapping[str, bytes], document: Document, begun: Callable[[str], None] = lambda _: None
) -> Verdict:
    """Whether the files (by name) hold anything that the working document withholds.

    ``begun`` is told the name of each before it is looked at; what it raises ends the check.
    """
    known = _Known(document)
    leaks: list[Leak] = []
    shared: list[Shared] = []
    for name in sorted(files):
        begun(name)
        leaks += _leaks(name, files[name], known)
        if name.endswith(IMAGES) and is_pdf(files[name]):
            for page in unburnt(files[name], document):
                leaks.append(Leak(name, "image", f"page {page}", "the pixels of withheld words"))
    places = {word: place for place, word in known.public_words}
    for word, place in known.places.items():
        if word in places and word not in OWN:
            shared.append(Shared(place, places[word]))
    return Verdict(tuple(dict.fromkeys(leaks)), tuple(dict.fromkeys(shared)))


def is_pdf(content: bytes) -> bool:
    """Whether the bytes say so themselves."""
    return content.lstrip()[:5] == b"%PDF-"


def _leaks(name: str, content: bytes, known: _Known) -> Iterator[Leak]:
    if is_pdf(content) or name.lower().endswith(".pdf"):
        for fault in faults(content):
            yield Leak(name, "PDF", "", f"it has {fault}, which no release has")
        try:
            found = list(pdf_strands(name, content))
        except UnreadablePdf:
            yield Leak(name, "PDF", "", "it can't be read, so it can't be vouched for")
            return
    else:
        found = list(strands(name, content))
    for strand in found:
        for place, why in _in_strand(strand, known):
            yield Leak(name, strand.kind, place, why)


class _Known:
    """What to look for, and what may be there."""

    def __init__(self, document: Document) -> None:
        held = secrets(document)
        released = public(document)
        told = [one for one in released if one.place == "release"]
        self.phrases: dict[str, str] = {}
        self.running: dict[tuple[str, ...], str] = {}
        self.places: dict[str, str] = {}
        self.single: set[str] = set()
        for secret in held:
            words = normal.words(normal.plain(secret.text))
            for word in words:
                if _can_tell(word, alone=len(words) == 1):
                    self.places.setdefault(word, secret.place)
            if len(words) > 1:
                self._add_phrases(words, secret.place)
        texts = [normal.plain(one.text) for one in released if one.place != "release"]
        self.text = _BETWEEN.join(texts)
        self.squeezed = "|".join((*map(normal.squeezed, texts), normal.squeezed(self.text)))
        self.allowed = _counted(released)
        self.public_words = [
            (one.place, word)
            for one in released
            if not one.own
            for word in normal.words(normal.plain(one.text))
        ]
        words = normal.words(self.text)
        self.public_running = set(_windows(words, _RUNNING))
        self.told = self._stripped(told)

    def _add_phrases(self, words: list[str], place: str) -> None:
        """The whole, and a few words running anywhere in it."""
        whole = "".join(words)
        if len(whole) >= _SURE and (len(words) >= _RUNNING or not OWN.issuperset(words)):
            self.phrases.setdefault(whole, place)
        for window in _windows(words, _RUNNING):
            if not OWN.issuperset(window):
                self.running.setdefault(window, place)
        for window in _windows(words, _RUNNING + 1):
            phrase = "".join(window)
            if len(phrase) >= _SURE and not OWN.issuperset(window):
                self.phrases.setdefault(phrase, place)

    def _stripped(self, told: Iterable[Public]) -> tuple[str, ...]:
        """What a release says of itself and is no secret, longest first."""
        phrases = {normal.plain(one.text) for one in told}
        own = (p for p in phrases if p and normal.squeezed(p) not in {*self.phrases, *self.places})
        return tuple(sorted(own, key=lambda phrase: (-len(phrase), phrase)))


def _can_tell(word: str, *, alone: bool) -> bool:
    """Whether a word is long enough to be looked for by itself."""
    if word.isdecimal():
        return len(word) >= 3
    return len(word) >= (2 if alone else 3)


def _counted(released: Iterable[Public]) -> Counter[str]:
    """How often a word may stand in what is shown: own facts are repeated in heads and titles."""
    counted: Counter[str] = Counter()
    for one in released:
        if one.place != "release":
            for word in normal.words(normal.plain(one.text)):
                counted[word] += 2 if one.own else 1
    return counted


def _windows(words: list[str], size: int) -> Iterator[tuple[str, ...]]:
    for at in range(len(words) - size + 1):
        yield tuple(words[at : at + size])


def _in_strand(strand: Strand, known: _Known) -> Iterator[tuple[str, str]]:
    folded = f" {normal.plain(strand.text)} "
    for phrase in known.told:
        if phrase in folded:
            folded = normal.whole(phrase).sub(_BETWEEN, folded)
    squeezed = normal.squeezed(folded)
    for phrase in known.told:
        bare = normal.squeezed(phrase)
        if len(bare) >= _SURE and bare in squeezed:
            squeezed = squeezed.replace(bare, "|")
    words = Counter(normal.words(folded))
    yield from _single(strand, known, folded, squeezed, words)
    if strand.shown and strand.kind == "text":
        yield from _too_often(known, words)
    yield from _running(strand, known, folded, squeezed)


def _single(
    strand: Strand, known: _Known, folded: str, squeezed: str, words: Counter[str]
) -> Iterator[tuple[str, str]]:
    """Words of which one is enough: released nowhere, or hidden where nothing released is."""
    for word, place in known.places.items():
        if word not in squeezed or word in OWN or (strand.shown and word in known.allowed):
            continue
        if strand.kind == "stream" and word.isdecimal():
            continue
        if word in words:
            yield place, "a withheld word"
        elif len(word) >= _SURE and not (strand.shown and word in known.squeezed):
            yield place, "a withheld word, cut or run together"
        elif normal.spaced(word).search(folded) and not (
            strand.shown and normal.spaced(word).search(known.text)
        ):
            yield place, "a withheld word, spaced out"


def _too_often(known: _Known, words: Counter[str]) -> Iterator[tuple[str, str]]:
    for word, place in known.places.items():
        if word in known.allowed and word not in OWN and words[word] > known.allowed[word]:
            yield (
                place,
                f"a word stands {words[word]} times, and {known.allowed[word]} are released: one",
            )


def _running(
    strand: Strand, known: _Known, folded: str, squeezed: str
) -> Iterator[tuple[str, str]]:
    """Several words running, each of which may be common."""
    here = set(_windows(normal.words(folded), _RUNNING))
    for window in here & known.running.keys():
        if not (strand.shown and window in known.public_running):
            yield known.running[window], "withheld words running"
    for phrase, place in known.phrases.items():
        if phrase in squeezed and not (strand.shown and phrase in known.squeezed):
            yield place, "withheld words running"
