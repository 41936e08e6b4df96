"""Pieces that the rules share. Every text here is already normalised: lower case, plain dashes."""

D = r"([0-9]{1,2})(?![0-9])"
Y = r"((?:19|20)[0-9]{2})(?![0-9])"
END = r"(?![^\W_])"  # no letter or figure follows
COLON = r"(?:\s?:(?=\s?(?:[0-9]|[ivx]+\b)))?"  # "Tháng: 6, 12"
NO_LETTER = r"(?![^\W\d_])"
NOT_A_NAME = r"(?<!tháng )(?<!ngày )(?<!quý )(?<!tuần )(?<!thứ )"  # what follows is no "tháng 5", "ngày 5"
