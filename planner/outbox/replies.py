"""What a mail server answered, as text that people can read."""

import smtplib

LONGEST = 300


def reply_of(error: BaseException) -> str:
    """The code and the words of an answer; of any other error what it says of itself. On one line."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, words = next(iter(error.recipients.values()))
        return _line(code, words)
    if isinstance(error, smtplib.SMTPResponseException):
        return _line(error.smtp_code, error.smtp_error)
    return " ".join(str(error).split())[:LONGEST] or type(error).__name__


def _line(code: int, words: bytes | str) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return f"{code} {' '.join(text.split())}"[:LONGEST]
