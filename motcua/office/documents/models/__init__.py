"""What the office writes and sends out, as rows: documents, their numbers, signatures and what they are made from."""

from motcua.office.documents.models.asked import Asked as Asked
from motcua.office.documents.models.asked import Capacity as Capacity
from motcua.office.documents.models.certificate import Certificate as Certificate
from motcua.office.documents.models.document import DocumentFile as DocumentFile
from motcua.office.documents.models.document import FileStep as FileStep
from motcua.office.documents.models.document import OutgoingDocument as OutgoingDocument
from motcua.office.documents.models.document import Recipient as Recipient
from motcua.office.documents.models.document import Secrecy as Secrecy
from motcua.office.documents.models.document import State as State
from motcua.office.documents.models.document import Urgency as Urgency
from motcua.office.documents.models.house import Book as Book
from motcua.office.documents.models.house import Counter as Counter
from motcua.office.documents.models.house import Delegation as Delegation
from motcua.office.documents.models.house import Letterhead as Letterhead
from motcua.office.documents.models.house import Mode as Mode
from motcua.office.documents.models.house import Template as Template
from motcua.office.documents.models.signatures import SigningRequest as SigningRequest
from motcua.office.documents.models.verdict import Found as Found
from motcua.office.documents.models.verdict import Verdict as Verdict
