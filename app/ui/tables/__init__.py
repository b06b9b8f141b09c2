"""What all tables of the desk have in common.

* ``look`` makes a view show whole rows, alike everywhere; ``rows_model`` is the model behind those
  with many rows.
* ``row_table`` is a table that is only read.
"""
