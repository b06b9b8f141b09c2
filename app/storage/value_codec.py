"""Values of the model as JSON and back: edits, and whole documents.

It goes by the annotations of the dataclasses, so a new edit or field needs nothing here. Reading is
strict: what is not exactly a value of its type is refused. A field at its default is left out.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from app.model import edits
from app.model.document import Document, Paragraph, Reviewer
from app.model.edits import Edit
from app.model.paragraphs import Paragraphs

_KIND = "is"
"""Names the class of a value where several are possible."""


class Unreadable(ValueError):  # noqa: N818 - says what it is of the stored value
    """It is not the JSON of such a value."""


class NotStorable(TypeError):  # noqa: N818 - says what it is of the value
    """The value is of a class that the model does not have."""


def edit_to_json(edit: Edit) -> object:
    """Raises NotStorable for an edit that is not one of ``app.model.edits``."""
    return _edit_codec().encode(edit)


def edit_from_json(stored: object) -> Edit:
    """Raises Unreadable."""
    made: Edit = _edit_codec().decode(stored)
    return made


def document_to_json(document: Document) -> object:
    return _codec(Document).encode(document)


def document_from_json(stored: object) -> Document:
    """Raises Unreadable."""
    made: Document = _codec(Document).decode(stored)
    return made


def reviewer_to_json(reviewer: Reviewer) -> object:
    return _codec(Reviewer).encode(reviewer)


def reviewer_from_json(stored: object) -> Reviewer:
    """Raises Unreadable."""
    made: Reviewer = _codec(Reviewer).decode(stored)
    return made


class _Codec(NamedTuple):
    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


@cache
def _codec(kind: Any) -> _Codec:
    """For an annotation, as ``typing.get_type_hints`` resolves it."""
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is Edit:
        return _edit_codec()
    if kind is Paragraphs:
        return _sequence(Paragraphs, _codec(Paragraph))
    if kind in (str, int, bool, float, type(None)):
        return _plain(kind)
    if origin is Literal:
        return _literal(arguments)
    if origin in (Union, types.UnionType):
        return _union(arguments)
    if origin is tuple:
        if arguments[1:] == (...,):
            return _sequence(tuple, _codec(arguments[0]))
        return _fixed([_codec(argument) for argument in arguments])
    if issubclass(kind, Enum):
        return _enumerated(kind)
    return _dataclass(kind)


def _plain(kind: type) -> _Codec:
    def decode(stored: Any) -> Any:
        if type(stored) is kind or (kind is float and type(stored) is int):
            return stored
        raise Unreadable(f"{kind.__name__} expected")

    return _Codec(lambda value: value, decode)


def _literal(allowed: tuple[Any, ...]) -> _Codec:
    def decode(stored: Any) -> Any:
        if isinstance(stored, str) and stored in allowed:
            return stored
        raise Unreadable("one of a few words expected")

    return _Codec(lambda value: value, decode)


def _enumerated(kind: type[Enum]) -> _Codec:
    members = {member.value: member for member in kind}

    def decode(stored: Any) -> Enum:
        if isinstance(stored, str) and stored in members:
            return members[stored]
        raise Unreadable(f"a {kind.__name__} expected")

    return _Codec(lambda value: value.value, decode)


def _sequence(kind: Callable[[Any], Any], item: _Codec) -> _Codec:
    def decode(stored: Any) -> Any:
        if not isinstance(stored, list):
            raise Unreadable("a list expected")
        return kind([item.decode(one) for one in stored])

    return _Codec(lambda value: [item.encode(one) for one in value], decode)


def _fixed(places: list[_Codec]) -> _Codec:
    def decode(stored: Any) -> tuple[Any, ...]:
        if not isinstance(stored, list) or len(stored) != len(places):
            raise Unreadable(f"a list of {len(places)} expected")
        return tuple(place.decode(one) for place, one in zip(places, stored, strict=True))

    def encode(value: tuple[Any, ...]) -> list[Any]:
        return [place.encode(one) for place, one in zip(places, value, strict=True)]

    return _Codec(encode, decode)


def _union(arguments: tuple[Any, ...]) -> _Codec:
    """Of classes of the model, or of one type and None."""
    kinds = [argument for argument in arguments if argument is not type(None)]
    one = _codec(kinds[0]) if len(kinds) == 1 else _named({kind.__name__: kind for kind in kinds})
    if len(kinds) == len(arguments):
        return one
    return _Codec(
        lambda value: None if value is None else one.encode(value),
        lambda stored: None if stored is None else one.decode(stored),
    )


@cache
def _edit_codec() -> _Codec:
    found = {name: getattr(edits, name) for name in edits.__all__}
    return _named({name: kind for name, kind in found.items() if dataclasses.is_dataclass(kind)})


def _named(kinds: dict[str, Any]) -> _Codec:
    def encode(value: Any) -> Any:
        name = type(value).__name__
        if kinds.get(name) is not type(value):
            raise NotStorable(name)
        return {_KIND: name, **_codec(kinds[name]).encode(value)}

    def decode(stored: Any) -> Any:
        name = stored.get(_KIND) if isinstance(stored, dict) else None
        if not isinstance(name, str) or name not in kinds:
            raise Unreadable("it is of no known kind")
        rest = {key: value for key, value in stored.items() if key != _KIND}
        return _codec(kinds[name]).decode(rest)

    return _Codec(encode, decode)


def _dataclass(kind: Any) -> _Codec:
    hints = get_type_hints(kind)
    fields = [
        (field.name, _codec(hints[field.name]), _default(field))
        for field in dataclasses.fields(kind)
    ]
    names = {name for name, _, _ in fields}

    def encode(value: Any) -> dict[str, Any]:
        held = ((name, codec, default, getattr(value, name)) for name, codec, default in fields)
        return {name: codec.encode(one) for name, codec, default, one in held if one != default}

    def decode(stored: Any) -> Any:
        if not isinstance(stored, dict) or not stored.keys() <= names:
            raise Unreadable(f"the fields of a {kind.__name__} expected")
        given = {n: codec.decode(stored[n]) for n, codec, _ in fields if n in stored}
        try:
            return kind(**given)
        except (TypeError, ValueError) as error:
            raise Unreadable(f"the fields of a {kind.__name__} expected") from error

    return _Codec(encode, decode)


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default
