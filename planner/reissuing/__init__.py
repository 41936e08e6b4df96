"""A plan that is issued again: which stored plan it is, what is new, changed and gone, what is accepted of it.

The work that was done on a row is kept: its tasks go on under the row as it is issued now.
"""
