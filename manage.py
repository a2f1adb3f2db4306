#!/usr/bin/env python
"""The office's own commands: migrate, snapshot, verify_journal, send_messages and the rest of Django's."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    execute_from_command_line(sys.argv)
