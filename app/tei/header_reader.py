"""The header of a TEI file as facts; what is not exactly as the desk writes it is carried."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from app.model.document import (
    Carried,
    Metadata,
    Override,
    Person,
    PlaceEntry,
    Reviewer,
    Revision,
    Source,
)
from app.model.terms import Act, Function, Level
from app.tei import vocabulary as v
from app.tei.foreign import as_xml, carried_attribute, is_element
from app.tei.header_writer import is_date, person_path, place_path
from app.tei.pointers import Points
from app.tei.shapes import Element, has_only, plain

_LEVELS = {f"#{level.name}": level for level in Level}
_FUNCTIONS = {function.value: function for function in Function}


@dataclass
class HeaderReader:
    """Reads ``teiHeader``; then its attributes hold what it said.

    ``log_number`` is a copy of what stands on the paper; the caller decides whether it is carried.
    """

    metadata: Metadata = field(default_factory=Metadata)
    people: list[Person] = field(default_factory=list)
    places: list[PlaceEntry] = field(default_factory=list)
    reviewers: list[Reviewer] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    source: Source = field(default_factory=Source)
    acts: dict[str, Act] = field(default_factory=dict)
    categories: dict[str, dict[str, str]] = field(default_factory=dict)
    serial: int | None = None
    log_number: Element | None = None
    carried: list[Carried] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _read: set[str] = field(default_factory=set)

    @property
    def points(self) -> Points:
        return Points(self.acts, self.categories)

    def read(self, header: Element) -> None:
        # An override points to its act, which stands at the end of the header.
        for change in header.iterfind(f"{v.clark('revisionDesc')}/{v.clark('change')}"):
            self._act(change)
        self._container(header, v.HEADER)

    def _container(self, element: Element, where: str) -> None:
        self._seen.add(where)
        for name, value in element.attrib.items():
            self.carried.append(carried_attribute(where, str(name), str(value)))
        for child in element:
            if not is_element(child):
                self._carry(where, child)
                continue
            path = f"{where}/{v.local(child.tag)}"
            if path in v.CONTAINERS and path not in self._seen and _is_tei(child):
                self._container(child, path)
            elif not self._is_fact(child, where, path):
                self._carry(where, child)

    def _is_fact(self, child: Element, where: str, path: str) -> bool:
        if path == f"{v.PEOPLE}/person":
            return self._person(child)
        if path == f"{v.PLACES}/place":
            return self._listed_place(child)
        fact = _FACTS.get(path)
        return fact is not None and _is_tei(child) and fact(self, child)

    def _carry(self, where: str, node: Element) -> None:
        self.carried.append(Carried(where, as_xml(node)))

    def _take(self, name: str, text: str | None) -> bool:
        """The text as this fact of the metadata, unless there is none or it was read before."""
        if not text or name in self._read:
            return False
        self._read.add(name)
        facts: dict[str, Any] = {name: text}
        self.metadata = replace(self.metadata, **facts)
        return True

    # -- fileDesc ---------------------------------------------------------------------------------

    def _title(self, element: Element) -> bool:
        text = plain(element)
        return self._take("subject", text) or (text == "" and "subject" not in self._read)

    def _reviewer(self, element: Element) -> bool:
        if len(element) != 2 or set(element.keys()) != {v.XML_ID}:
            return False
        resp, name = element
        if resp.tag != v.clark("resp") or plain(resp) != v.REVIEWER or name.tag != v.clark("name"):
            return False
        text = plain(name, "n")
        if text is None:
            return False
        self.reviewers.append(Reviewer(element.get(v.XML_ID, ""), text, name.get("n", "")))
        return True

    def _publication(self, element: Element) -> bool:
        """The desk's own says nothing that the writer would not say again."""
        texts = [text.strip() for text in element.itertext() if text.strip()]
        tags = [v.local(str(child.tag)) for child in element.iter()]
        own = texts == ["Memcon Desk", "Working copy"]
        return own and tags == ["publicationStmt", "publisher", "availability", "p"]

    def _imported(self, element: Element) -> bool:
        if not has_only(element, type="source") or self.source != Source():
            return False
        facts = {"title": "name", "format": "format", "sha256": "digest"}
        found: dict[str, str] = {}
        for child in element:
            kind = child.get("type") or v.local(str(child.tag))
            text = plain(child, "type")
            if kind not in facts or text is None:
                return False
            found[facts[kind]] = text
        self.source = Source(**found)
        return True

    def _repository(self, element: Element) -> bool:
        return self._take("repository", plain(element))

    def _identifier(self, element: Element) -> bool:
        if self.log_number is None and has_only(element, type="nsc-log"):
            self.log_number = element
            return True
        return False

    def _case(self, element: Element) -> bool:
        idno = element[0] if len(element) == 1 and element.get("type") == "foia" else None
        case = plain(idno) if idno is not None and len(element.attrib) == 1 else None
        if not case or self.metadata.stamp.case:
            return False
        self.metadata = replace(self.metadata, stamp=replace(self.metadata.stamp, case=case))
        return True

    def _declassified(self, element: Element) -> bool:
        if element.get("type") != "declassified" or not set(element.keys()) <= {"type", "when"}:
            return False
        found = {"date": element.get("when", "")}
        for child in element:
            kind = "date" if child.tag == v.clark("date") else child.get("type", "")
            text = plain(child, *(() if kind == "date" else ("type",)))
            if kind not in ("authority", "initials", "date") or text is None:
                return False
            found[kind] = text
        self.metadata = replace(self.metadata, stamp=replace(self.metadata.stamp, **found))
        return True

    # -- encodingDesc -----------------------------------------------------------------------------

    def _taxonomy(self, element: Element) -> bool:
        """The desk's own by its name, two cannot have one; it keeps the categories."""
        identifier = element.get(v.XML_ID, "")
        if identifier in (v.CAVEATS, v.EXEMPTIONS):
            rows = element.iterfind(v.clark("category"))
            described = {f"#{row.get(v.XML_ID)}": row.find(v.clark("catDesc")) for row in rows}
            self.categories[identifier] = {
                name: plain(text) or "" for name, text in described.items() if text is not None
            }
        return identifier in (v.CLASSIFICATION, v.CAVEATS, v.EXEMPTIONS)

    def _application(self, element: Element) -> bool:
        if element.get("ident") != v.APPLICATION:
            return False
        serial = element.get("n", "")
        if serial.isascii() and serial.isdigit() and len(serial) < 10:
            self.serial = int(serial)
        return True

    # -- profileDesc ------------------------------------------------------------------------------

    def _person(self, element: Element) -> bool:
        identifier = element.get(v.XML_ID)
        function = _FUNCTIONS.get(element.get("role", Function.PARTICIPANT.value))
        if not identifier or function is None or not _is_tei(element):
            return False
        where = person_path(identifier)
        facts: dict[str, str] = {}
        aliases: list[str] = []
        for name, value in element.attrib.items():
            if name not in (v.XML_ID, "role"):
                self.carried.append(carried_attribute(where, str(name), str(value)))
        for child in element:
            fact = _PERSON.get(str(child.tag))
            text = plain(child) if fact else None
            alias = plain(child, "type") if fact == "name" else None
            if alias is not None and child.get("type") == "alias":
                aliases.append(alias)
            elif fact and text and fact not in facts:
                facts[fact] = text
            else:
                self._carry(where, child)
        name = facts.pop("name", "")
        self.people.append(Person(identifier, name, function, aliases=tuple(aliases), **facts))
        return True

    def _listed_place(self, element: Element) -> bool:
        identifier = element.get(v.XML_ID)
        if not identifier or not _is_tei(element):
            return False
        where = place_path(identifier)
        found = ""
        for name, value in element.attrib.items():
            if name != v.XML_ID:
                self.carried.append(carried_attribute(where, str(name), str(value)))
        for child in element:
            text = plain(child) if child.tag == v.clark("placeName") else None
            if text and not found:
                found = text
            else:
                self._carry(where, child)
        self.places.append(PlaceEntry(identifier, found))
        return True

    def _date(self, element: Element) -> bool:
        when = element.get("when")
        text = plain(element, "when")
        valid = when is None or is_date(when)
        return text is not None and valid and self._take("date", when or text)

    def _time(self, element: Element) -> bool:
        if not set(element.keys()) <= {"from", "to"} or "time" in self._read:
            return False
        found = {"from": element.get("from", ""), "to": element.get("to", ""), "zone": ""}
        for child in element:
            text = plain(child, "type")
            if child.tag != v.clark("seg") or child.get("type") not in found or text is None:
                return False
            found[child.get("type", "")] = text
        self._read.add("time")
        self.metadata = replace(
            self.metadata,
            time_from=found["from"],
            time_to=found["to"],
            zone=found["zone"],
        )
        return True

    def _place(self, element: Element) -> bool:
        return self._take("place", plain(element))

    def _category(self, element: Element) -> bool:
        """What the paper bore is a fact; what it is now follows from the portions."""
        level = _LEVELS.get(element.get("target", ""))
        scheme = element.get("scheme")
        if level is None or scheme != f"#{v.CLASSIFICATION}" or len(element.attrib) != 3:
            return False
        if element.get("n") == "original" and self.metadata.original_level is None:
            self.metadata = replace(self.metadata, original_level=level)
            return True
        return element.get("n") == "present"

    def _code(self, element: Element) -> bool:
        scheme = element.get("scheme")
        if scheme == f"#{v.DECLASSIFICATION}":
            return self._take("declassify_on", plain(element, "scheme"))
        reason = plain(element, "scheme", "ana", "resp", "change")
        level = _LEVELS.get(element.get("ana", ""))
        act = self.points.act(element)
        if scheme != f"#{v.OVERRIDE}" or level is None or reason is None or act is None:
            return False
        if self.metadata.override is not None:
            return False
        self.metadata = replace(self.metadata, override=Override(level, reason, act))
        return True

    # -- revisionDesc -----------------------------------------------------------------------------

    def _act(self, element: Element) -> bool:
        if element.get("type") != v.ACT or len(element) or element.text:
            return False
        identifier = element.get(v.XML_ID)
        who = element.get("who", "#")
        known = {v.XML_ID, "type", "when", "who"}
        if identifier is None or not set(element.keys()) <= known or who[:1] != "#":
            return False
        self.acts[f"#{identifier}"] = Act(who[1:], element.get("when", ""))
        return True

    def _revision(self, element: Element) -> bool:
        if self._act(element):
            return True
        note = plain(element, "when", "who", "n")
        who = element.get("who", "#")
        digest = element.get("n", "")
        if note is None or who[:1] != "#" or " " in who or not v.LINK.fullmatch(digest):
            return False
        self.revisions.append(Revision(element.get("when", ""), who[1:], note, digest))
        return True


def _is_tei(element: Element) -> bool:
    return str(element.tag).startswith(f"{{{v.TEI}}}")


_PERSON = {
    v.clark("persName"): "name",
    v.clark("occupation"): "office",
    v.clark("affiliation"): "affiliation",
}
_FACTS: dict[str, Callable[[HeaderReader, Element], bool]] = {
    f"{v.TITLES}/title": HeaderReader._title,
    f"{v.TITLES}/respStmt": HeaderReader._reviewer,
    v.PUBLICATION: HeaderReader._publication,
    f"{v.SOURCES}/bibl": HeaderReader._imported,
    f"{v.IDENTIFIER}/repository": HeaderReader._repository,
    f"{v.IDENTIFIER}/idno": HeaderReader._identifier,
    f"{v.IDENTIFIER}/altIdentifier": HeaderReader._case,
    f"{v.CUSTODY}/custEvent": HeaderReader._declassified,
    f"{v.CLASSES}/taxonomy": HeaderReader._taxonomy,
    f"{v.APPLICATIONS}/application": HeaderReader._application,
    f"{v.SETTING}/date": HeaderReader._date,
    f"{v.SETTING}/time": HeaderReader._time,
    f"{v.SETTING}/placeName": HeaderReader._place,
    f"{v.TEXT_CLASS}/catRef": HeaderReader._category,
    f"{v.TEXT_CLASS}/classCode": HeaderReader._code,
    f"{v.REVISIONS}/change": HeaderReader._revision,
}
