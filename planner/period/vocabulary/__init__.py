"""The words of the grammar as (name, regular expression), in the order in which they are tried."""

from planner.period.vocabulary import calendar_words, hours, joints, names, rhythms, soft

RULES = (*soft.RULES, *names.RULES, *hours.RULES, *rhythms.RULES, *calendar_words.RULES, *joints.RULES)
