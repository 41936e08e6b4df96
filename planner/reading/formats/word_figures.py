"""A list's figure in the form that Word prints it (w:numFmt; ECMA-376 part 1, 17.18.59)."""

_TENS = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_ROMAN = (*_TENS, (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def figure(count: int, form: str) -> str:
    """3 as "3", "III", "c" …; a form that no plan uses counts in figures."""
    if form in ("upperRoman", "lowerRoman"):
        return roman(count) if form == "upperRoman" else roman(count).lower()
    if form in ("upperLetter", "lowerLetter") and count > 0:
        letter = chr(ord("A" if form == "upperLetter" else "a") + (count - 1) % 26)
        return letter * min((count - 1) // 26 + 1, 5)
    return f"{count:02d}" if form == "decimalZero" else str(count)


def roman(count: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * min(count // value, 50)
        count %= value
    return text
