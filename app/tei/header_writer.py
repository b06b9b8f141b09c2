"""The header: what the memorandum is, who took part, who changed what.

Each function writes one container from its own children and the foreign ones that belong to it.
"""

from __future__ import annotations

import re
from datetime import date

from app import __version__
from app.model.classification import overall
from app.model.document import Document, Person, PlaceEntry, Stamp
from app.model.terms import FurnitureKind, Level
from app.tei import vocabulary as v
from app.tei.foreign import Foreign
from app.tei.markup import attribute, lines, quoted
from app.tei.register import Register

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-](0\d|1[0-3]):[0-5]\d)?", re.ASCII)

_DEFAULT_PUBLICATION = (
    "<publicationStmt>\n<publisher>Memcon Desk</publisher>\n"
    '<availability status="restricted"><p>Working copy</p></availability>\n</publicationStmt>'
)


class HeaderWriter:
    """Writes ``teiHeader``, after the body: the register knows by then what the body needs."""

    def __init__(self, document: Document, register: Register, foreign: Foreign) -> None:
        self._document = document
        self._register = register
        self._foreign = foreign

    def written(self) -> str:
        parts = [self._file(), self._encoding(), self._profile()]
        # The profile registers the act of an override, so the changes come last.
        return self._container(v.HEADER, [*parts, self._container(v.REVISIONS, self._changes())])

    def _container(self, where: str, own: list[str], *, identity: str = "") -> str:
        """The element at ``where``, "" if nothing is in it."""
        held = self._foreign.attributes(where)
        children = [child for child in own if child] + self._foreign.children(where)
        if not (children or held or identity):
            return ""
        if where in v.ORDER:
            children.sort(key=lambda xml: v.rank(where, xml))
        name = where.rpartition("/")[2].partition("[")[0]
        if not children:
            return f"<{name}{identity}{held}/>"
        return "\n".join((f"<{name}{identity}{held}>", *children, f"</{name}>"))

    # -- fileDesc ---------------------------------------------------------------------------------

    def _file(self) -> str:
        publication = self._foreign.children(v.FILE)
        has_own = any(xml.startswith("<publicationStmt") for xml in publication)
        return self._container(
            v.FILE,
            [self._titles(), "" if has_own else _DEFAULT_PUBLICATION, self._sources()],
        )

    def _titles(self) -> str:
        subject = self._document.metadata.subject
        carried = any(xml.startswith("<title") for xml in self._foreign.children(v.TITLES))
        title = _element("title", subject) or ("" if carried else "<title/>")
        reviewers = [
            f'<respStmt xml:id="{quoted(reviewer.id)}"><resp>{v.REVIEWER}</resp>'
            f"<name{attribute('n', reviewer.initials)}>{lines(reviewer.name)}</name></respStmt>"
            for reviewer in self._document.reviewers
        ]
        return self._container(v.TITLES, [title, *reviewers])

    def _sources(self) -> str:
        own = [self._manuscript(), self._imported()]
        if not any(own) and not self._foreign.children(v.SOURCES):
            own = ['<bibl type="source"/>']
        return self._container(v.SOURCES, own)

    def _imported(self) -> str:
        """What was imported: name, format, digest of the file."""
        source = self._document.source
        parts = _element("title", source.name)
        parts += _element("idno", source.format, ' type="format"')
        parts += _element("idno", source.digest, ' type="sha256"')
        return f'<bibl type="source">{parts}</bibl>' if parts else ""

    def _manuscript(self) -> str:
        metadata = self._document.metadata
        log = next(self._document.furniture(FurnitureKind.LOG_NUMBER), None)
        number = log[1].text.text.replace("\n", " ") if log else ""
        case = _element("idno", metadata.stamp.case)
        identifier = self._container(
            v.IDENTIFIER,
            [
                _element("repository", metadata.repository),
                _element("idno", number, ' type="nsc-log"'),
                f'<altIdentifier type="foia">{case}</altIdentifier>' if case else "",
            ],
        )
        custody = self._container(v.CUSTODY, [_declassified(metadata.stamp)])
        administration = self._container(v.ADMINISTRATION, [custody])
        additional = self._container(v.ADDITIONAL, [administration])
        if additional and not identifier:
            identifier = "<msIdentifier/>"
        return self._container(v.MANUSCRIPT, [identifier, additional])

    # -- encodingDesc -----------------------------------------------------------------------------

    def _encoding(self) -> str:
        application = (
            f'<application ident="{v.APPLICATION}" version="{__version__}" '
            f'n="{self._document.serial}"><label>Memcon Desk</label></application>'
        )
        levels = [(level.name, level.value) for level in Level]
        taxonomies = [_taxonomy(v.CLASSIFICATION, levels)]
        for taxonomy, categories in sorted(self._register.categories.items()):
            rows = [(identifier, text) for text, identifier in categories.items()]
            taxonomies.append(_taxonomy(taxonomy, rows))
        return self._container(
            v.ENCODING,
            [
                self._container(v.CLASSES, taxonomies),
                self._container(v.APPLICATIONS, [application]),
            ],
        )

    # -- profileDesc ------------------------------------------------------------------------------

    def _profile(self) -> str:
        people = self._container(v.PEOPLE, [self._person(p) for p in self._document.people])
        setting = self._container(v.SETTING, self._setting())
        places = self._container(v.PLACES, [self._place(one) for one in self._document.places])
        return self._container(
            v.PROFILE,
            [
                self._container(v.PARTICIPANTS, [people]),
                self._container(v.SETTINGS, [setting, places]),
                self._container(v.TEXT_CLASS, self._classes()),
            ],
        )

    def _person(self, person: Person) -> str:
        aliases = [f'<persName type="alias">{lines(alias)}</persName>' for alias in person.aliases]
        return self._container(
            person_path(person.id),
            [
                _element("persName", person.name),
                *aliases,
                _element("occupation", person.office),
                _element("affiliation", person.affiliation),
            ],
            identity=f' xml:id="{quoted(person.id)}" role="{person.function.value}"',
        )

    def _place(self, place: PlaceEntry) -> str:
        return self._container(
            place_path(place.id),
            [_element("placeName", place.name)],
            identity=f' xml:id="{quoted(place.id)}"',
        )

    def _setting(self) -> list[str]:
        metadata = self._document.metadata
        when = attribute("when", metadata.date if is_date(metadata.date) else "")
        head, content = "", ""
        for name, value in (("from", metadata.time_from), ("to", metadata.time_to)):
            if _TIME.fullmatch(value):
                head += attribute(name, value)
            else:
                content += _element("seg", value, f' type="{name}"')
        content += _element("seg", metadata.zone, ' type="zone"')
        return [
            _element("date", metadata.date, when),
            f"<time{head}>{content}</time>" if content else f"<time{head}/>" if head else "",
            _element("placeName", metadata.place),
        ]

    def _classes(self) -> list[str]:
        """The classification the paper bore and the present one are two facts (32 CFR 2001.25)."""
        metadata = self._document.metadata
        written = []
        levels = (("original", metadata.original_level), ("present", overall(self._document)))
        for name, level in levels:
            if level is not None:
                target = f'target="#{level.name}" n="{name}"'
                written.append(f'<catRef scheme="#{v.CLASSIFICATION}" {target}/>')
        scheme = f' scheme="#{v.DECLASSIFICATION}"'
        written.append(_element("classCode", metadata.declassify_on, scheme))
        override = metadata.override
        if override is not None:
            head = f' scheme="#{v.OVERRIDE}" ana="#{override.level.name}"'
            head += self._register.act(override.act)
            written.append(f"<classCode{head}>{lines(override.reason)}</classCode>")
        return written

    # -- revisionDesc -----------------------------------------------------------------------------

    def _changes(self) -> list[str]:
        """Stretches of work, then the acts that corrections and decisions point to."""
        written = []
        for revision in self._document.revisions:
            head = attribute("when", revision.when) + _who(revision.by)
            head += attribute("n", revision.digest)
            written.append(f"<change{head}>{lines(revision.note)}</change>")
        for act, identifier in self._register.acts.items():
            head = f' xml:id="{identifier}" type="{v.ACT}"'
            written.append(f"<change{head}{attribute('when', act.when)}{_who(act.by)}/>")
        return written


def person_path(identifier: str) -> str:
    """Where what is foreign in a person belongs."""
    return f"{v.PEOPLE}/person[{identifier}]"


def place_path(identifier: str) -> str:
    """Where what is foreign in a place belongs."""
    return f"{v.PLACES}/place[{identifier}]"


def is_date(text: str) -> bool:
    """Whether @when can say it: a year, a month or a day that there is."""
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def _who(by: str) -> str:
    return attribute("who", f"#{by}" if by else "")


def _element(name: str, text: str, head: str = "") -> str:
    """The element, "" where there is no text: not given is not written."""
    return f"<{name}{head}>{lines(text)}</{name}>" if text else ""


def _taxonomy(identifier: str, categories: list[tuple[str, str]]) -> str:
    rows = [
        f'<category xml:id="{name}"><catDesc>{lines(text)}</catDesc></category>'
        for name, text in categories
    ]
    return "\n".join((f'<taxonomy xml:id="{identifier}">', *rows, "</taxonomy>"))


def _declassified(stamp: Stamp) -> str:
    """The stamp's parts (32 CFR 2001.25(b)) but for the case number, which is an identifier."""
    valid = is_date(stamp.date)
    parts = _element("seg", stamp.authority, ' type="authority"')
    parts += _element("seg", stamp.initials, ' type="initials"')
    parts += "" if valid else _element("date", stamp.date)
    when = attribute("when", stamp.date if valid else "")
    return f'<custEvent type="declassified"{when}>{parts}</custEvent>' if when or parts else ""
