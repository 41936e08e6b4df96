"""Every word of the vocabulary and what it does; the walk goes over them from left to right."""

from planner.period import dates, figures, joint_words, part_words, rhythm_words, soft_words, unit_words
from planner.period.walk import Handler, Walk

WORDS: dict[str, Handler] = {
    **figures.WORDS,
    **dates.WORDS,
    **unit_words.WORDS,
    **part_words.WORDS,
    **rhythm_words.WORDS,
    **soft_words.WORDS,
    **joint_words.WORDS,
}


def walk_over(walk: Walk) -> Walk:
    for at, token in enumerate(walk.tokens):
        walk.at = at
        WORDS[token.name](walk, token)
    return walk
