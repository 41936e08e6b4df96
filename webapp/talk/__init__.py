"""What belongs to a task beside its state: the talk about it, its followers, its papers."""

from flask import Blueprint

from webapp.shown_text import comment_html, size_text

section = Blueprint("talk", __name__)
section.add_app_template_filter(comment_html)
section.add_app_template_filter(size_text)

from webapp.talk import attachments, comments, following, people  # noqa: E402 - the views hang themselves on

__all__ = ["attachments", "comments", "following", "people", "section"]
