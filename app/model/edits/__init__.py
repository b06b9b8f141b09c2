"""What a person can do to a document, each thing a value.

An edit knows what it does, not who does it or when: that is the ``Act`` it is applied with. It is
applied to the document it was made for; ``at`` counts paragraphs from 0 in that document. An edit
that can't be done, or that would break a rule of the record, raises ``EditRefused`` and nothing has
happened.
"""

from app.model.edits.base import Compound, Edit, EditRefused
from app.model.edits.doubts import ConfirmWord, ConfirmWordEverywhere
from app.model.edits.findings import DismissFinding, RestoreFinding
from app.model.edits.heading import (
    AddFurniture,
    ClearHeadingMark,
    CorrectFurniture,
    CorrectHeading,
    CorrectTrailer,
    RemoveFurniture,
    ReviseFurniture,
    SetHeadingMark,
)
from app.model.edits.labels import CorrectLabel, LiftLabel
from app.model.edits.marks import ClearMarking, ConfirmMarks, SetMarking
from app.model.edits.metadata import (
    OverrideClassification,
    ReviseMetadata,
    ReviseOriginalLevel,
    ReviseStamp,
)
from app.model.edits.names import AddPlace, MarkName, UnmarkName
from app.model.edits.notes import AddNote, AnswerNote, RemoveNote, ResolveNote
from app.model.edits.pages import AttachImages, MovePageBreak
from app.model.edits.people import (
    AddAlias,
    AddPerson,
    MergePeople,
    MovePerson,
    RemovePerson,
    RevisePerson,
)
from app.model.edits.progress import SetReviewed
from app.model.edits.speakers import (
    AssignSpeaker,
    ConfirmSpeaker,
    SetKind,
    SplitToSpeaker,
    SwapSpeakers,
)
from app.model.edits.structure import JoinParagraphs, ReplaceText, SplitParagraph
from app.model.edits.text import CorrectText, DismissHint, RevertCorrection, SetCorrectionKind
from app.model.edits.words import JudgeWord

__all__ = [
    "AddAlias",
    "AddFurniture",
    "AddNote",
    "AddPerson",
    "AddPlace",
    "AnswerNote",
    "AssignSpeaker",
    "AttachImages",
    "ClearHeadingMark",
    "ClearMarking",
    "Compound",
    "ConfirmMarks",
    "ConfirmSpeaker",
    "ConfirmWord",
    "ConfirmWordEverywhere",
    "CorrectFurniture",
    "CorrectHeading",
    "CorrectLabel",
    "CorrectText",
    "CorrectTrailer",
    "DismissFinding",
    "DismissHint",
    "Edit",
    "EditRefused",
    "JoinParagraphs",
    "JudgeWord",
    "LiftLabel",
    "MarkName",
    "MergePeople",
    "MovePageBreak",
    "MovePerson",
    "OverrideClassification",
    "RemoveFurniture",
    "RemoveNote",
    "RemovePerson",
    "ReplaceText",
    "ResolveNote",
    "RestoreFinding",
    "RevertCorrection",
    "ReviseFurniture",
    "ReviseMetadata",
    "ReviseOriginalLevel",
    "RevisePerson",
    "ReviseStamp",
    "SetCorrectionKind",
    "SetHeadingMark",
    "SetKind",
    "SetMarking",
    "SetReviewed",
    "SplitParagraph",
    "SplitToSpeaker",
    "SwapSpeakers",
    "UnmarkName",
]
