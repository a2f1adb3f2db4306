"""The forms and books of a one-stop desk: values in, PDF or a workbook out."""

from motcua.printing.forms.form_sets import FormKind as FormKind
from motcua.printing.forms.form_sets import FormName as FormName
from motcua.printing.forms.form_sets import FormSet as FormSet
from motcua.printing.forms.form_sets import forms_on as forms_on
from motcua.printing.forms.printer import print_form as print_form
from motcua.printing.forms.stock_flow import StockFlow as StockFlow
from motcua.printing.forms.stock_flow import StockFlowRow as StockFlowRow
from motcua.printing.forms.values import Apology as Apology
from motcua.printing.forms.values import Charge as Charge
from motcua.printing.forms.values import ControlSlip as ControlSlip
from motcua.printing.forms.values import Dossier as Dossier
from motcua.printing.forms.values import FeeSlip as FeeSlip
from motcua.printing.forms.values import HandOver as HandOver
from motcua.printing.forms.values import Letterhead as Letterhead
from motcua.printing.forms.values import Paper as Paper
from motcua.printing.forms.values import Party as Party
from motcua.printing.forms.values import Receipt as Receipt
from motcua.printing.forms.values import Refusal as Refusal
from motcua.printing.forms.values import SupplementRequest as SupplementRequest
from motcua.printing.forms.values import Termination as Termination
from motcua.printing.forms.values import Verdict as Verdict
from motcua.printing.forms.volumes import BookLine as BookLine
from motcua.printing.forms.volumes import CertificationBook as CertificationBook
from motcua.printing.forms.volumes import CertificationLine as CertificationLine
from motcua.printing.forms.volumes import TrackingBook as TrackingBook
from motcua.printing.forms.workbook import book_workbook as book_workbook
