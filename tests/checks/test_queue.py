"""The queue: all that is worth a look, in order, once round."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.checks.findings import findings
from app.checks.queue import WHOLE, Queue, Spot, Thing, by_paragraph
from app.checks.registry import CHECKS
from app.model.document import Document, Mark
from app.model.edits import DismissFinding
from app.model.passage import Passage
from app.model.spans import Doubt, Hint
from app.model.terms import Certainty, Level
from tests.builders import document
from tests.checks.finds import ACT
from tests.strategies import documents


def doubtful() -> Document:
    """A finding, a doubtful word, an unsure speaker, a proposed mark."""
    before = document("The President: They met (again.", "Kaifu: Yes, tbe others.")
    first, second = before.paragraphs
    mark = Mark(Level.C, reading="(Ø)", certainty=Certainty.LOW)
    second = replace(
        second,
        passage=Passage(second.text, (Doubt(5, 8, 0.4),)),
        certainty=Certainty.MEDIUM,
        mark=mark,
    )
    return before.with_paragraphs(0, 2, (first, second))


def queue_of(held: Document, doubts_under: float = 1.0) -> Queue:
    return Queue(held, by_paragraph(findings(held, CHECKS)), doubts_under)


def walked(queue: Queue) -> list[Thing]:
    """Everything, from the beginning on."""
    things: list[Thing] = []
    here = Spot(WHOLE, -1)
    while True:
        thing = queue.next_thing(here)
        if thing is None or thing in things:
            return things
        things.append(thing)
        here = thing.spot


def in_text(things: list[Thing]) -> list[tuple[int, int, str]]:
    return [
        (thing.spot.at, thing.spot.start, thing.spot.order[1])
        for thing in things
        if thing.spot.at != WHOLE
    ]


def test_everything_is_in_order() -> None:
    assert in_text(walked(queue_of(doubtful()))) == [
        (0, 0, "portion-unmarked"),
        (0, 9, "unbalanced"),
        (1, 0, "mark-misread"),
        (1, 0, "speaker"),
        (1, 5, "word"),
    ]


def test_a_proposed_mark_is_named_once() -> None:
    before = doubtful()
    thing = next(one for one in walked(queue_of(before)) if one.spot.order[1] == "mark-misread")
    assert thing.finding is not None
    dismissed = DismissFinding(*thing.finding.key, "as printed").apply(before, ACT)
    assert in_text(walked(queue_of(dismissed)))[-1] == (1, 16, "mark")


@pytest.mark.parametrize(
    ("order", "settled"),
    [
        ("speaker", lambda held: held.paragraphs[1].certainty is Certainty.HIGH),
        ("word", lambda held: not held.paragraphs[1].passage.spans),
        ("mark", lambda held: held.paragraphs[1].mark.confirmed),
    ],
)
def test_what_is_accepted_is_settled(order: str, settled: object) -> None:
    before = doubtful()
    thing = next(one for one in walked(Queue(before, {})) if one.spot.order[1] == order)
    assert thing.accept is not None
    after = thing.accept.apply(before, ACT)
    assert callable(settled)
    assert settled(after)
    assert order not in [one.spot.order[1] for one in walked(Queue(after, {}))]


def test_words_as_sure_as_wanted_are_left_out() -> None:
    assert "word" not in [one.spot.order[1] for one in walked(queue_of(doubtful(), 0.4))]
    assert "word" in [one.spot.order[1] for one in walked(queue_of(doubtful(), 0.41))]


def test_a_dismissed_finding_is_left_out() -> None:
    before = doubtful()
    thing = next(one for one in walked(queue_of(before)) if one.finding is not None)
    assert thing.finding is not None
    after = DismissFinding(*thing.finding.key, "as printed").apply(before, ACT)
    assert len(walked(queue_of(after))) == len(walked(queue_of(before))) - 1


def test_a_hint_is_dismissed_without_a_reason() -> None:
    before = document("Kaifu: Yes. What next?")
    (paragraph,) = before.paragraphs
    hint = Hint(5, 5, "lost-label", "A label may be lost here.")
    passage = Passage(paragraph.text, (hint,))
    before = before.with_paragraphs(0, 1, (replace(paragraph, passage=passage),))
    thing = next(one for one in walked(queue_of(before)) if "label" in one.says)
    assert thing.dismiss is not None
    assert not thing.dismiss.apply(before, ACT).paragraphs[0].passage.spans


def test_an_empty_queue() -> None:
    queue = Queue(document("They met. (U)"), {})
    assert queue.next_thing(Spot(0, 0)) is None
    assert queue.previous_thing(Spot(0, 0)) is None


def test_past_the_end_it_begins_anew() -> None:
    """The last paragraph was taken away meanwhile."""
    queue = queue_of(doubtful())
    assert queue.things_at(2) == ()
    assert queue.next_thing(Spot(7, 3)) == walked(queue)[0]
    assert queue.previous_thing(Spot(7, 3)) == walked(queue)[-1]


@given(documents(), st.data())
@settings(deadline=None, max_examples=50)
def test_back_is_where_one_came_from(held: Document, data: st.DataObject) -> None:
    queue = queue_of(held)
    things = walked(queue)
    assert [thing.spot for thing in things] == sorted(thing.spot for thing in things)
    if things:
        at = data.draw(st.integers(0, len(things) - 1))
        following = queue.next_thing(things[at].spot)
        assert following == things[(at + 1) % len(things)]
        assert following is not None
        assert queue.previous_thing(following.spot) == things[at]
