"""The controls above the page images."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSpinBox, QToolButton, QWidget

from app.ui.facsimile.layout import Fit, Viewing
from app.ui.facsimile.tone import Tone
from app.ui.labels import PlainLabel

CONTRASTS = ("As Scanned", "More Contrast", "Strong Contrast", "Strongest Contrast")


class Bar(QWidget):
    """Which page is in view, how large, turned how, in what tone."""

    page_chosen = Signal(int)
    zoom_chosen = Signal(int)
    size_chosen = Signal(object)
    turn_chosen = Signal(int)
    tone_chosen = Signal(object)
    locate_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone()
        self.page = QSpinBox()
        self.page.setAccessibleName("Page")
        self.page.setToolTip("The page in view: type another to go there")
        self.page.setKeyboardTracking(False)
        self.page.valueChanged.connect(lambda number: self.page_chosen.emit(number - 1))
        self.count = PlainLabel()
        self.smaller = _button("−", "Smaller", "Show the page smaller (-)")
        self.larger = _button("+", "Larger", "Show the page larger (+)")
        self.smaller.clicked.connect(lambda: self.zoom_chosen.emit(-1))
        self.larger.clicked.connect(lambda: self.zoom_chosen.emit(1))
        self.fitting = _button(
            "", "Size of the page", "Fit the page to the pane, or show all pixels"
        )
        self.image = _button("Image", "Image", "Turn the page, change contrast, invert")
        self._fill_size_menu()
        self._fill_image_menu()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(4)
        row.addWidget(self.page)
        row.addWidget(self.count)
        row.addStretch()
        for widget in (self.smaller, self.fitting, self.larger):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.image)

    def _fill_size_menu(self) -> None:
        menu = _menu(self.fitting)
        for text, fit in (
            ("Fit Width", Fit.WIDTH), ("Fit Page", Fit.PAGE), ("All Pixels (100 %)", Fit.SCALE),
        ):  # fmt: skip
            menu.addAction(text).triggered.connect(partial(self.size_chosen.emit, fit))

    def _fill_image_menu(self) -> None:
        menu = _menu(self.image)
        menu.addAction("Turn Left").triggered.connect(lambda: self.turn_chosen.emit(-1))
        menu.addAction("Turn Right").triggered.connect(lambda: self.turn_chosen.emit(1))
        menu.addSeparator()
        group = QActionGroup(self)
        self.contrasts: list[QAction] = []
        for contrast, text in enumerate(CONTRASTS):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.triggered.connect(partial(self._choose_contrast, contrast))
            group.addAction(action)
            self.contrasts.append(action)
        menu.addSeparator()
        self.invert = menu.addAction("Invert")
        self.invert.setCheckable(True)
        self.invert.triggered.connect(self._choose_inversion)
        menu.addSeparator()
        menu.addAction("Locate the Images…").triggered.connect(lambda: self.locate_requested.emit())

    def _choose_contrast(self, contrast: int) -> None:
        self.tone_chosen.emit(self._tone._replace(contrast=contrast))

    def _choose_inversion(self, inverted: bool) -> None:
        self.tone_chosen.emit(self._tone._replace(inverted=inverted))

    def show_page(self, at: int, count: int) -> None:
        """Page ``at``, from 0, of so many."""
        with QSignalBlocker(self.page):
            self.page.setRange(1, max(1, count))
            self.page.setValue(at + 1)
        self.count.setText(f"of {count}")

    def show_viewing(self, viewing: Viewing, percent: int) -> None:
        named = {Fit.WIDTH: "Fit Width", Fit.PAGE: "Fit Page", Fit.SCALE: f"{percent} %"}
        self.fitting.setText(named[viewing.fit])
        self.fitting.setAccessibleDescription(f"{named[viewing.fit]}, {percent} %")

    def show_tone(self, tone: Tone) -> None:
        self._tone = tone
        self.contrasts[tone.contrast].setChecked(True)
        self.invert.setChecked(tone.inverted)


def _button(text: str, name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setAutoRaise(True)
    # Tool buttons are out of the tab order unless they are asked in.
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _menu(button: QToolButton) -> QMenu:
    menu = QMenu(button)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return menu
