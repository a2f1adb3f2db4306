"""Imports what offices hand in: files and folders into a snapshot, each row stored or rejected with its reason."""

from motcua.evidence.importing.covering import Covered as Covered
from motcua.evidence.importing.covering import Stretch as Stretch
from motcua.evidence.importing.plan import Defaults as Defaults
from motcua.evidence.importing.plan import Plan as Plan
from motcua.evidence.importing.plan import Source as Source
from motcua.evidence.importing.plan import is_snapshot as is_snapshot
from motcua.evidence.importing.plan import plan as plan
from motcua.evidence.importing.run import Asked as Asked
from motcua.evidence.importing.run import Outcome as Outcome
from motcua.evidence.importing.run import Report as Report
from motcua.evidence.importing.run import run_import as run_import
