"""Secret addresses stay out of the web process's log."""

import logging
import re

SECRET = re.compile(r"/(calendar|links)/[\w-]{16,}")


class WithoutSecrets(logging.Filter):
    """When a request ends in a fault that the application did not see, gunicorn names its address."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = SECRET.sub(r"/\1/…", record.getMessage()), ()
        return True
