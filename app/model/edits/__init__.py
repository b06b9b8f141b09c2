"""What a person can do to a document, each thing a value.

An edit knows what it does, not who does it or when: that is the ``Act`` it is applied with. It is
applied to the document it was made for; ``at`` counts paragraphs from 0 in that document. An edit
that can't be done, or that would break a rule of the record, raises ``EditRefused`` and nothing has
happened.
"""

from app.model.edits.base import Compound, Edit, EditRefused
from app.model.edits.heading import (
    AddFurniture,
    CorrectFurniture,
    CorrectHeading,
    CorrectTrailer,
    RemoveFurniture,
    ReviseFurniture,
    SetHeadingMark,
)
from app.model.edits.labels import CorrectLabel, LiftLabel
from app.model.edits.marks import ClearMarking, ConfirmMarks, SetMarking
from app.model.edits.metadata import OverrideClassification, ReviseMetadata, ReviseStamp
from app.model.edits.pages import MovePageBreak
from app.model.edits.people import (
    AddAlias,
    AddPerson,
    MergePeople,
    MovePerson,
    RemovePerson,
    RevisePerson,
)
from app.model.edits.speakers import AssignSpeaker, SetKind, SplitToSpeaker, SwapSpeakers
from app.model.edits.structure import JoinParagraphs, ReplaceText, SplitParagraph
from app.model.edits.text import CorrectText, DismissHint, RevertCorrection, SetCorrectionKind

__all__ = [
    "AddAlias",
    "AddFurniture",
    "AddPerson",
    "AssignSpeaker",
    "ClearMarking",
    "Compound",
    "ConfirmMarks",
    "CorrectFurniture",
    "CorrectHeading",
    "CorrectLabel",
    "CorrectText",
    "CorrectTrailer",
    "DismissHint",
    "Edit",
    "EditRefused",
    "JoinParagraphs",
    "LiftLabel",
    "MergePeople",
    "MovePageBreak",
    "MovePerson",
    "OverrideClassification",
    "RemoveFurniture",
    "RemovePerson",
    "ReplaceText",
    "RevertCorrection",
    "ReviseFurniture",
    "ReviseMetadata",
    "RevisePerson",
    "ReviseStamp",
    "SetCorrectionKind",
    "SetHeadingMark",
    "SetKind",
    "SetMarking",
    "SplitParagraph",
    "SplitToSpeaker",
    "SwapSpeakers",
]
