"""The same words, treated alike: questions about one document, asked long before its release.

* ``parts`` are the words of a document, place by place, with what of them is withheld.
* ``mentions`` finds a term everywhere, as it is written and as it may be misread.
* ``undecided`` are mentions of withheld words that are released, and nobody said that they may be.
* ``treatment`` finds longer passages that are withheld here and released there, in this document or
  in an earlier release of it.
"""
