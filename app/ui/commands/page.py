"""The page images beside the text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.ui.commands.command import Command
from app.ui.commands.desk import Desk
from app.ui.commands.menu import Menu

if TYPE_CHECKING:
    from app.ui.facsimile.pane import FacsimilePane
    from app.ui.page_images import PageImages


def images(desk: Desk) -> PageImages:
    return desk.window.page_images


def on_page(act: Callable[[FacsimilePane], None]) -> Callable[[Desk], None]:
    """Do this with the images, which come into view for it."""

    def run(desk: Desk) -> None:
        if not images(desk).shown:
            images(desk).show(True)
        act(images(desk).pane)

    return run


def is_so(asked: Callable[[PageImages], bool]) -> Callable[[Desk], bool]:
    """Whether a document is open and this holds; the images are made with the first one."""
    return lambda desk: desk.review is not None and asked(images(desk))


def toggle_images(desk: Desk) -> None:
    images(desk).show(not images(desk).shown)


def toggle_strip(desk: Desk) -> None:
    images(desk).show_strip(not images(desk).strip_shown)


def toggle_following(desk: Desk) -> None:
    pane = images(desk).pane
    pane.set_following(not pane.following)


def fit(name: str) -> Callable[[FacsimilePane], None]:
    """Show the pages in this size (``Fit``), which is imported with the first document."""

    def run(pane: FacsimilePane) -> None:
        from app.ui.facsimile.layout import Fit

        pane.fit(Fit[name])

    return run


def turn(by: int) -> Callable[[Desk], None]:
    return lambda desk: images(desk).turn_page(by)


COMMANDS = (
    Command(
        "page.images",
        "Page Images",
        Menu.PAGE,
        "Show the page images beside the text, or hide them",
        toggle_images,
        ("F4",),
        checked=is_so(lambda shown: shown.shown),
        button="Page Images",
    ),
    Command(
        "page.strip",
        "Proof Strip",
        Menu.PAGE,
        "Show the image of the line with the caret above the text, or hide it",
        toggle_strip,
        ("F5",),
        checked=is_so(lambda shown: shown.strip_shown),
        button="Proof Strip",
    ),
    Command(
        "page.follow",
        "Follow the Caret",
        Menu.PAGE,
        "The word with the caret is outlined on the page and brought into view",
        toggle_following,
        checked=is_so(lambda shown: shown.pane.following),
    ),
    Command(
        "page.next",
        "Next Page",
        Menu.PAGE,
        "Show the next page; the caret stays",
        turn(1),
        ("Ctrl+Alt+PgDown",),
        group=1,
    ),
    Command(
        "page.previous",
        "Previous Page",
        Menu.PAGE,
        "Show the page before; the caret stays",
        turn(-1),
        ("Ctrl+Alt+PgUp",),
        group=1,
    ),
    Command(
        "page.fit_width",
        "Fit Width",
        Menu.PAGE,
        "The page is as wide as its pane",
        on_page(fit("WIDTH")),
        ("Ctrl+Alt+0",),
        group=2,
    ),
    Command(
        "page.fit_page",
        "Fit Page",
        Menu.PAGE,
        "The whole page is seen",
        on_page(fit("PAGE")),
        ("Ctrl+Alt+9",),
        group=2,
    ),
    Command(
        "page.zoom_in",
        "Larger Page",
        Menu.PAGE,
        "Show the page larger",
        on_page(lambda pane: pane.zoom(1)),
        ("Ctrl+Alt++", "Ctrl+Alt+="),
        group=2,
    ),
    Command(
        "page.zoom_out",
        "Smaller Page",
        Menu.PAGE,
        "Show the page smaller",
        on_page(lambda pane: pane.zoom(-1)),
        ("Ctrl+Alt+-",),
        group=2,
    ),
    Command(
        "page.turn_left",
        "Turn Left",
        Menu.PAGE,
        "Turn the pages a quarter to the left",
        on_page(lambda pane: pane.turn(-1)),
        group=3,
    ),
    Command(
        "page.turn_right",
        "Turn Right",
        Menu.PAGE,
        "Turn the pages a quarter to the right",
        on_page(lambda pane: pane.turn(1)),
        group=3,
    ),
    Command(
        "page.contrast",
        "More Contrast",
        Menu.PAGE,
        "More contrast; after the most, as scanned",
        on_page(lambda pane: pane.step_contrast()),
        group=3,
    ),
    Command(
        "page.invert",
        "Invert",
        Menu.PAGE,
        "White letters on black, or as scanned",
        on_page(lambda pane: pane.invert()),
        checked=is_so(lambda shown: shown.pane.tone.inverted),
        group=3,
    ),
)
