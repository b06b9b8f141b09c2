"""Two reviewers' copies of one original become one document: a three-way merge.

What only one of them changed is taken; what both changed alike is taken once; what they changed
differently is a ``Conflict``, where the merged document has the first one's way and an edit takes
either. Merging with a copy that nobody changed gives the other copy.

* ``document`` merges the parts, field by field; ``paragraphs`` the conversation, paragraph by
  paragraph, and whole stretches where somebody split or joined; ``passages`` the corrections
  within one text, so that two people may mend different words of it.
* ``decisions`` sees to it that nothing is released that nobody saw.
* ``values`` is the rule itself; ``identifiers`` keeps what both added apart; ``taking`` has the
  edits that settle a conflict.

The witness law holds through it: the merged document reads, with the originals put back, as the
three it was made of.
"""

from app.model.merging.decisions import with_seen_released
from app.model.merging.document import Merge, merged
from app.model.merging.values import Conflict

__all__ = ["Conflict", "Merge", "merged", "with_seen_released"]
