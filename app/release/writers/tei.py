"""The release as TEI P5: ``gap`` in place of the words, and nothing else of them.

An own writer, not the working file's: it can only write what a ``Released`` holds.
"""

from __future__ import annotations

from html import escape

from app.model.terms import Level
from app.release.released import Entry, Omission, Participant, Pieces, Portion, Released

_NAMESPACE = "http://www.tei-c.org/ns/1.0"


def written(release: Released) -> bytes:
    """The file, UTF-8."""
    codes = {code: f"code-{number}" for number, (code, _) in enumerate(release.wordings, 1)}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<TEI xmlns="{_NAMESPACE}">',
        *_header(release, codes),
        "<text>",
        "<body>",
        *_Body(release, codes).lines(),
        "</body>",
        "</text>",
        "</TEI>",
        "",
    ]
    return "\n".join(lines).encode()


# -- header ----------------------------------------------------------------------------------------


def _header(release: Released, codes: dict[str, str]) -> list[str]:
    return [
        "<teiHeader>",
        "<fileDesc>",
        f"<titleStmt><title>{_text(release.name)}</title></titleStmt>",
        "<publicationStmt><publisher>Memcon Desk</publisher>"
        '<availability status="free"><p>Released copy</p></availability></publicationStmt>',
        f"<sourceDesc>{_source(release)}</sourceDesc>",
        "</fileDesc>",
        f"<encodingDesc><classDecl>{_taxonomies(release, codes)}</classDecl></encodingDesc>",
        f"<profileDesc>{_profile(release)}</profileDesc>",
        "</teiHeader>",
    ]


def _source(release: Released) -> str:
    repository = f"<repository>{_text(release.repository)}</repository>"
    held = f"<msIdentifier>{repository if release.repository else ''}</msIdentifier>"
    stamp = release.stamp
    if stamp is None:
        return f"<msDesc>{held}</msDesc>"
    parts = [("authority", stamp.authority), ("case", stamp.case), ("initials", stamp.initials)]
    told = "".join(f'<seg type="{name}">{_text(value)}</seg>' for name, value in parts if value)
    event = f'<custEvent type="declassified" when="{escape(stamp.date)}">{told}</custEvent>'
    history = f"<adminInfo><custodialHist>{event}</custodialHist></adminInfo>"
    return f"<msDesc>{held}<additional>{history}</additional></msDesc>"


def _taxonomies(release: Released, codes: dict[str, str]) -> str:
    levels = "".join(_category(level.name, level.value) for level in Level)
    written = f'<taxonomy xml:id="classification">{levels}</taxonomy>'
    if codes:
        rows = "".join(
            _category(codes[code], f"{code}: {wording}" if wording else code)
            for code, wording in release.wordings
        )
        written += f'<taxonomy xml:id="exemptions">{rows}</taxonomy>'
    return written


def _category(identifier: str, text: str) -> str:
    return f'<category xml:id="{identifier}"><catDesc>{_text(text)}</catDesc></category>'


def _profile(release: Released) -> str:
    people = "".join(_person(number, one) for number, one in enumerate(release.participants, 1))
    written = f"<particDesc><listPerson>{people}</listPerson></particDesc>" if people else ""
    if release.date:
        date = _text(release.date)
        written += f"<settingDesc><setting><date>{date}</date></setting></settingDesc>"
    rows = [("present", release.marking)]
    rows += [("original", release.original)] if release.original is not None else []
    references = "".join(
        f'<catRef scheme="#classification" target="#{level.name}" n="{name}"/>'
        for name, level in rows
    )
    return f"{written}<textClass>{references}</textClass>"


def _person(number: int, person: Participant) -> str:
    parts = [("persName", person.name), ("occupation", person.office)]
    parts += [("affiliation", person.affiliation)]
    told = "".join(f"<{name}>{_text(value)}</{name}>" for name, value in parts if value)
    return f'<person xml:id="person-{number}" role="{person.function}">{told}</person>'


# -- body ------------------------------------------------------------------------------------------


class _Body:
    def __init__(self, release: Released, codes: dict[str, str]) -> None:
        self._release = release
        self._codes = codes

    def lines(self) -> list[str]:
        release = self._release
        banner = self._banner()
        head = ['<div type="heading">', banner]
        title = self._pieces(release.title)
        head += [f"<head>{title}</head>"] if title else []
        rows = "".join(map(self._entry, release.head))
        head += [f'<list type="heading">{rows}</list>'] if rows else []
        head += ["<p/>"] if len(head) == 2 else []
        return [*head, "</div>", '<div type="conversation">', *self._conversation(), "</div>"]

    def _banner(self) -> str:
        release = self._release
        original = release.original
        struck = ""
        if original is not None and original is not release.marking:
            struck = f'<del rend="strikethrough">{original.value}</del> '
        now = f"{struck}{release.marking.value}"
        return f'<fw type="classification" place="top" ana="#{release.marking.name}">{now}</fw>'

    def _entry(self, entry: Entry) -> str:
        text = self._marked(self._pieces(entry.text), entry.mark, struck=entry.struck)
        return f"<label>{self._pieces(entry.label)}</label><item>{text}</item>"

    def _conversation(self) -> list[str]:
        lines: list[str] = []
        turn = False
        for portion in self._release.portions:
            if turn and portion.kind != "continuation":
                lines.append("</sp>")
                turn = False
            if portion.kind == "turn":
                lines.append(self._turn(portion))
                turn = True
            lines.append(self._paragraph(portion))
        return [*lines, *(["</sp>"] if turn else []), *([] if lines else ["<p/>"])]

    def _turn(self, portion: Portion) -> str:
        who = "" if portion.speaker is None else f' who="#person-{portion.speaker + 1}"'
        label = f"<speaker>{self._pieces(portion.label)}</speaker>" if portion.label else ""
        return f"<sp{who}>{label}"

    def _paragraph(self, portion: Portion) -> str:
        text = self._pieces(portion.text)
        return f"<p>{self._marked(text, portion.mark, struck=portion.struck)}</p>"

    def _marked(self, text: str, mark: str, *, struck: bool) -> str:
        if not mark:
            return text
        content = _text(mark)
        content = f'<del rend="strikethrough">{content}</del>' if struck else content
        return f'{text} <seg type="portion-mark">{content}</seg>'

    def _pieces(self, pieces: Pieces) -> str:
        return "".join(
            self._gap(piece) if isinstance(piece, Omission) else _text(piece.text)
            for piece in pieces
        )

    def _gap(self, omission: Omission) -> str:
        amount = omission.amount
        names = [code.partition(", ")[0] for code in omission.codes]
        pointers = " ".join(f"#{self._codes[name]}" for name in names if name in self._codes)
        ana = f' ana="{pointers}"' if pointers else ""
        size = f'quantity="{amount.quantity}" unit="{amount.unit}"'
        told = "; ".join((omission.wording, *omission.codes))
        return f'<gap reason="redacted"{ana} {size}><desc>{_text(told)}</desc></gap>'


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<lb/>")
