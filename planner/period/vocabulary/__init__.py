"""The words of the grammar as (name, regular expression), in the order in which they are tried."""

from planner.period.vocabulary import calendar_words, joints, rhythms, soft

RULES = (*soft.RULES, *rhythms.RULES, *calendar_words.RULES, *joints.RULES)
