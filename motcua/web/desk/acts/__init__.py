"""The acts that the page of a dossier offers: each with its form, when it fits, and the one call it makes."""

from motcua.web.desk.acts.act import DeskAct as DeskAct
from motcua.web.desk.acts.act import Situation as Situation
from motcua.web.desk.acts.offering import ALL as ALL
from motcua.web.desk.acts.offering import offered as offered
from motcua.web.desk.acts.offering import permitted as permitted
