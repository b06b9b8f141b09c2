"""The queue: one thing worth a look after the other, each decided with one key of one hand.

* ``walk`` goes from thing to thing and does what is decided.
* ``bar`` shows the thing above the transcript, and has the keyboard meanwhile.
"""
