"""Reads what offices export: spreadsheets, CSV, Parquet; headings by meaning, values as people write them."""

from motcua.evidence.readers.headings import label as label
from motcua.evidence.readers.headings import title as title
from motcua.evidence.readers.procedures import NamedProcedures as NamedProcedures
from motcua.evidence.readers.procedures import ProcedureNames as ProcedureNames
from motcua.evidence.readers.profile import Profile as Profile
from motcua.evidence.readers.profile import load_profile as load_profile
from motcua.evidence.readers.profile import shipped_profiles as shipped_profiles
from motcua.evidence.readers.reading import read as read
from motcua.evidence.readers.rows import Reject as Reject
from motcua.evidence.readers.rows import Row as Row
from motcua.evidence.readers.rows import SourceTable as SourceTable
from motcua.evidence.readers.sources import kind_title as kind_title
from motcua.evidence.readers.sources import source_title as source_title
