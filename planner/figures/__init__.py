"""The figures of a year that pictures show: pure functions over tasks as they are, and one pass over their history.

What is counted is counted by planner.counts and planner.sheets.comparing, as the reports count it.
"""
