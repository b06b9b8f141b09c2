"""What the desk remembers of its person: who they are, recent files, how the window stood.

One private JSON file in the person's configuration folder. It never holds text of a document.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from platformdirs import user_config_path

from app.model.terms import Custody

MOST_RECENT = 10
MOST_REDUCED, MOST_ENLARGED = 50, 300
MOST_VERSIONS = 100


class Theme(Enum):
    """How the desk is coloured; SYSTEM follows the person's desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """``recent`` is newest first; ``geometry`` and ``layout`` are Qt's bytes for window and docks.

    ``zoom`` is in percent of the desktop's text size. ``page_images``: they are shown where a
    document has some; ``doubts_under`` is the certainty, in percent, under which a word is marked.
    ``keys`` are those the person chose for commands, by the command's id, instead of its own.
    ``second_review``: a release needs a second person's review; without, its log says so.
    ``custody``: whose records the papers are among. ``versions``: how many saves are kept beside a
    file.
    """

    reviewer_name: str = ""
    reviewer_initials: str = ""
    recent: tuple[Path, ...] = ()
    geometry: bytes = b""
    layout: bytes = b""
    theme: Theme = Theme.SYSTEM
    zoom: int = 100
    page_images: bool = True
    proof_strip: bool = False
    doubts_under: int = 100
    second_review: bool = True
    custody: Custody = Custody.AGENCY
    versions: int = 10
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def introduced(self) -> bool:
        """Whether the person has said who they are."""
        return bool(self.reviewer_name and self.reviewer_initials)

    def opened(self, path: Path) -> Settings:
        """With this file as the most recent one."""
        path = path.absolute()
        others = (held for held in self.recent if held != path)
        return replace(self, recent=(path, *others)[:MOST_RECENT])

    def forgotten(self, path: Path) -> Settings:
        """Without this file among the recent ones."""
        return replace(self, recent=tuple(held for held in self.recent if held != path.absolute()))


def default_path() -> Path:
    """Where the settings of this person are kept."""
    return user_config_path("memcon-desk", appauthor=False) / "settings.json"


def load(path: Path) -> tuple[Settings, str]:
    """The settings, and a line for the person where they could not be read, else "".

    A file that cannot be understood is set aside as ``settings.json.broken``, so that nothing in
    it is lost.
    """
    try:
        return _decoded(path.read_bytes()), ""
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        return Settings(), f"{path}: settings not read: {error.strerror}; defaults are used"
    except (ValueError, TypeError, KeyError, RecursionError):
        return Settings(), _set_aside(path)


def save(settings: Settings, path: Path) -> None:
    """Write the settings, readable by their owner alone. Raises OSError or ``SaveError``."""
    # Imported here: a start only reads, and is waited for.
    from app.storage.atomic import save_bytes, state_on_disk

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    save_bytes(path, _encoded(settings), state_on_disk(path))


def _set_aside(path: Path) -> str:
    kept = path.with_name(f"{path.name}.broken")
    try:
        path.replace(kept)
    except OSError as error:
        reason = f"not set aside ({error.strerror})"
        return f"{path}: settings not understood and {reason}; defaults are used"
    return f"{path}: settings not understood; kept as {kept.name}, defaults are used"


def _encoded(settings: Settings) -> bytes:
    fields = {
        "reviewer": {"name": settings.reviewer_name, "initials": settings.reviewer_initials},
        "recent": [str(path) for path in settings.recent],
        "geometry": base64.b64encode(settings.geometry).decode(),
        "layout": base64.b64encode(settings.layout).decode(),
        "theme": settings.theme.value,
        "zoom": settings.zoom,
        "page_images": settings.page_images,
        "proof_strip": settings.proof_strip,
        "doubts_under": settings.doubts_under,
        "second_review": settings.second_review,
        "custody": settings.custody.value,
        "versions": settings.versions,
        "keys": {command: list(keys) for command, keys in settings.keys},
    }
    return (json.dumps(fields, indent=2) + "\n").encode()


def _decoded(content: bytes) -> Settings:
    """What ``_encoded`` wrote. Raises ValueError, TypeError or KeyError for anything else."""
    fields = json.loads(content)
    return Settings(
        reviewer_name=_text(fields["reviewer"]["name"]),
        reviewer_initials=_text(fields["reviewer"]["initials"]),
        recent=tuple(Path(_text(path)) for path in fields["recent"])[:MOST_RECENT],
        geometry=base64.b64decode(fields["geometry"], validate=True),
        layout=base64.b64decode(fields["layout"], validate=True),
        theme=Theme(fields["theme"]),
        zoom=_number(fields["zoom"], MOST_REDUCED, MOST_ENLARGED),
        # Settings of before there were page images do not have these.
        page_images=_choice(fields.get("page_images", True)),
        proof_strip=_choice(fields.get("proof_strip", False)),
        doubts_under=_number(fields.get("doubts_under", 100), 1, 100),
        second_review=_choice(fields.get("second_review", True)),
        custody=Custody(fields.get("custody", "agency")),
        versions=_number(fields.get("versions", 10), 0, MOST_VERSIONS),
        keys=_keys(fields.get("keys", {})),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object, least: int, most: int) -> int:
    if not isinstance(value, int) or not least <= value <= most:
        raise ValueError(value)
    return value


def _choice(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _keys(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return tuple(
        (_text(command), tuple(_text(one) for one in keys)) for command, keys in value.items()
    )
