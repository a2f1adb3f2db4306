"""The law as dated data: what a duty rests on, and the figures that law or a programme sets, each with its source."""

from motcua.law.books import Law as Law
from motcua.law.books import law as law
from motcua.law.citation import Citation as Citation
from motcua.law.citation import in_force as in_force
from motcua.law.citation import short as short
from motcua.law.domains import domain_names as domain_names
from motcua.law.value import DatedValue as DatedValue
from motcua.law.value import Setting as Setting
