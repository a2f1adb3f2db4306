"""The printing room: values in, PDF or a Word document out; it knows nothing of what is printed."""

from motcua.printing.document import Annex as Annex
from motcua.printing.document import Block as Block
from motcua.printing.document import Heading as Heading
from motcua.printing.document import Item as Item
from motcua.printing.document import OfficialDocument as OfficialDocument
from motcua.printing.document import Paragraph as Paragraph
from motcua.printing.document import Signer as Signer
from motcua.printing.document import Table as Table
from motcua.printing.docx import to_docx as to_docx
from motcua.printing.lines import legible as legible
from motcua.printing.official import Form as Form
from motcua.printing.official import to_form as to_form
from motcua.printing.official import to_pdf as to_pdf
from motcua.printing.places import Place as Place
from motcua.printing.typst import PrintingFailed as PrintingFailed
from motcua.printing.typst import pdf as pdf
