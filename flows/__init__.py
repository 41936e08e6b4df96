"""Prefect's flows: shallow, one a file, over the domain's verbs; schedules.py is the only place with a schedule."""
