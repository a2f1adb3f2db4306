"""The office's rows as papers: slips frozen as they were issued, books and the stock-flow report of a period."""

from motcua.office.dossiers.printed.freezing import frozen as frozen
from motcua.office.dossiers.printed.freezing import thawed as thawed
from motcua.office.dossiers.printed.slips import pdf as pdf
from motcua.office.dossiers.printed.slips import values as values
