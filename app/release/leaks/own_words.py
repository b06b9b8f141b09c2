"""Words that every release has of itself: elements, attributes, what the forms print.

One of them alone says nothing of what was withheld; several running still do. A test holds the list
to what the writers really put into a release of nothing.
"""

from __future__ import annotations

_WORDS = """
about action additional admininfo agency agreed align allows amount ana and another are as authority
auto availability background banner basefont beginbfchar begincmap begincodespacerange
bitspercomponent body bold border by capheight case catalog catdesc category catref center chain
charset cidfonttype2 cidsysteminfo class classdecl classification code col collapse color colorspace
confidential content contents conversation copy count courier csv custevent custodialhist date dd
decided decisions declassified dejavusansmono del denied desc descendantfonts desk device devicegray
div dl doctype dt dw en encoding encodingdesc endbfchar endcmap endcodespacerange endstream entry
eof exemptions f1 f2 f3 fewer fff filedesc filter first flatedecode font fontbbox fontdescriptor
fontfile2 fontname footer for free full fw gap h1 h2 head header heading height html http i1 id
image images in initial initials interpreter is italicangle item kids label lang lb left length
length1 less letter line lines list listperson log main margin mark max meaning media mediabox
memcon memorandum meta monospace msdesc msidentifier name no none not notetaker nothing ns
occupation of omission one org original originally padding page pages paragraph paragraphs parent
part particdesc participant pdf persname person place policy portion pre present principal print
profiledesc publicationstmt publisher quantity reason redacted redaction referred release released
rend repository resolved resources restriction reviewed reviewer role root row scale scheme scope
second secret seg serif setting settingdesc sheet sight size solid sourcedesc sp space spacing span
speaker stamp status stemv stream strikethrough struck subtype table target taxonomy td tei
teiheader text textclass th than the this title titlestmt to top tounicode tr ts txt type type0
type1 unclassified under unit utf version vertical viewport was weight when white who why width
winansiencoding withdrawal withheld words www xml xmlns xobject yet
"""
OWN = frozenset(_WORDS.split())
