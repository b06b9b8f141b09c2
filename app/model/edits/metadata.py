"""The normalised metadata. What the paper says stays in the heading."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal

from app.model.document import Document, Override
from app.model.edits.base import EditRefused
from app.model.terms import Act, Level

MetadataField = Literal[
    "subject", "date", "time_from", "time_to", "zone", "place", "repository", "declassify_on"
]
StampField = Literal["authority", "case", "initials", "date"]


@dataclass(frozen=True)
class ReviseMetadata:
    """One field of the metadata has this value; "" where the paper does not say."""

    name: ClassVar[str] = "Revise Metadata"
    field: MetadataField
    value: str

    def apply(self, document: Document, act: Act) -> Document:
        if getattr(document.metadata, self.field) == self.value:
            return document
        changed: dict[str, Any] = {self.field: self.value}
        return replace(document, metadata=replace(document.metadata, **changed))


@dataclass(frozen=True)
class ReviseStamp:
    """One part of the declassification stamp, normalised."""

    name: ClassVar[str] = "Revise Stamp"
    field: StampField
    value: str

    def apply(self, document: Document, act: Act) -> Document:
        if getattr(document.metadata.stamp, self.field) == self.value:
            return document
        stamp = replace(document.metadata.stamp, **{self.field: self.value})
        return replace(document, metadata=replace(document.metadata, stamp=stamp))


@dataclass(frozen=True)
class ReviseOriginalLevel:
    """The overall classification that the paper bore; None where it bears none."""

    name: ClassVar[str] = "Revise Original Classification"
    level: Level | None

    def apply(self, document: Document, act: Act) -> Document:
        if document.metadata.original_level is self.level:
            return document
        metadata = replace(document.metadata, original_level=self.level)
        return replace(document, metadata=metadata)


@dataclass(frozen=True)
class OverrideClassification:
    """The overall level is not the highest portion's, for a written reason; None takes the override
    back.

    32 CFR 2001.21(b) and 2001.24(g) (compilation) require the reason.
    """

    name: ClassVar[str] = "Override Classification"
    level: Level | None
    reason: str = ""

    def apply(self, document: Document, act: Act) -> Document:
        override = None
        if self.level is not None:
            if not self.reason.strip():
                raise EditRefused("An override of the overall classification needs its reason.")
            override = Override(self.level, self.reason.strip(), act)
        return replace(document, metadata=replace(document.metadata, override=override))
