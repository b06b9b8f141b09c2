"""Rules of the domain: what in a document is worth a look, in plain words.

* ``finding`` says what a finding is; ``check`` what a rule is and what it may read.
* ``registry`` has all rules in one tuple; ``findings`` runs them, and again where an edit was made.
* The rules, one short function each: ``portions`` (portion marks), ``overall`` (banners, override),
  ``declassification``, ``head`` (date, time, place, subject, end mark), ``speakers``, ``hints`` (of
  the importer), ``pages``, ``words`` (doubled, broken, spacing, brackets), ``corrections``,
  ``spelling``, ``consistency`` (withheld here, released there).
* What is done with findings: ``places`` says where one is, ``alike`` fixes all of the same words,
  ``queue`` has all that is worth a look in order, ``progress`` what share of it is done.
* ``fields`` judges single values of the metadata, ``caveats`` knows the register.

A rule gets a function here, a row in ``registry`` and a table in ``tests/checks``.
"""
