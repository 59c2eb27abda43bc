"""The application with the settings of its environment: ``gunicorn wsgi:app``."""

import os

from api import create_app
from api.settings import Settings

app = create_app(Settings.from_environment(os.environ))
