"""Flask's extensions, each made once and bound to the application by create_app."""

from flask_htmx import HTMX
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import LoginManager
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect

from planner.base import Base

# What was loaded stays readable after the commit: an answer is rendered when no transaction is open.
db = SQLAlchemy(metadata=Base.metadata, session_options={"expire_on_commit": False})
csrf = CSRFProtect()
htmx = HTMX()
limiter = Limiter(get_remote_address)
login = LoginManager()
