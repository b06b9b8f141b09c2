"""What a person can do to a document, each thing a value.

An edit knows what it does, not who does it or when: that is the ``Act`` it is applied with. It is
applied to the document it was made for; ``at`` counts paragraphs from 0 in that document. An edit
that can't be done, or that would break a rule of the record, raises ``EditRefused`` and nothing has
happened.
"""

from app.model.edits.base import Compound, Edit, EditRefused
from app.model.edits.declassification import Declassify
from app.model.edits.dispositions import SetDisposition
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
from app.model.edits.name_lists import TakeNames
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
from app.model.edits.redactions import (
    AddRedaction,
    MergeRedactions,
    ReleaseField,
    RemoveRedaction,
    ResizeRedaction,
    SetCodes,
    SplitRedaction,
    WithholdField,
)
from app.model.edits.second_review import (
    FinishSecondReview,
    GiveOpinion,
    ResolveDisagreement,
    SubmitForSecondReview,
    TakeSecondReview,
    WithdrawSecondReview,
)
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
    "AddRedaction",
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
    "Declassify",
    "DismissFinding",
    "DismissHint",
    "Edit",
    "EditRefused",
    "FinishSecondReview",
    "GiveOpinion",
    "JoinParagraphs",
    "JudgeWord",
    "LiftLabel",
    "MarkName",
    "MergePeople",
    "MergeRedactions",
    "MovePageBreak",
    "MovePerson",
    "OverrideClassification",
    "ReleaseField",
    "RemoveFurniture",
    "RemoveNote",
    "RemovePerson",
    "RemoveRedaction",
    "ReplaceText",
    "ResizeRedaction",
    "ResolveDisagreement",
    "ResolveNote",
    "RestoreFinding",
    "RevertCorrection",
    "ReviseFurniture",
    "ReviseMetadata",
    "ReviseOriginalLevel",
    "RevisePerson",
    "ReviseStamp",
    "SetCodes",
    "SetCorrectionKind",
    "SetDisposition",
    "SetHeadingMark",
    "SetKind",
    "SetMarking",
    "SetReviewed",
    "SplitParagraph",
    "SplitRedaction",
    "SplitToSpeaker",
    "SubmitForSecondReview",
    "SwapSpeakers",
    "TakeNames",
    "TakeSecondReview",
    "UnmarkName",
    "WithdrawSecondReview",
    "WithholdField",
]
