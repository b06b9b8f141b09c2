"""A copy that can be given away: built from what is released, checked, and written whole or not.

Nothing is hidden or deleted in a copy of the working file. ``build`` makes a new, small value
(``released``) from what was decided to be released, by allow-list: whatever it does not know stays
behind. The ``writers`` see that value and nothing else. Then ``leaks`` reads the finished bytes
again and looks for the withheld words; it shares no code with the writers.

* ``readiness`` says what is still missing before a release.
* ``amounts`` says how much was removed, in the wording of FRUS; ``sheets`` how many pages of it.
* ``removals`` is the log: each removal, who decided, who agreed, never the words.
* ``comparison`` says what two releases differ in; ``reading`` has the words of one made before.
* ``folder`` writes the files in one step.
"""
