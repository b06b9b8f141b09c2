"""The findings: what the rules say is worth a look, beside the transcript.

* ``watch`` keeps the findings true, in slices between the keys a person types.
* ``pane`` puts the rest together and is all that the window knows: ``model`` has the rows,
  ``filters`` says which are shown, ``details`` why a finding is one and what could be done,
  ``severity`` draws the signs.
"""
