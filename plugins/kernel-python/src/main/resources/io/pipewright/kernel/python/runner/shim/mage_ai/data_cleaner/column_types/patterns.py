"""How texts of each kind look."""

import re

_CURRENCY = r"(?:[$€¥₹£元]|Rs|CAD)?"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_CLOCK = r"(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:z|[ap]m|[-+]\d{2}:?\d{2})?)?"

WHOLE_NUMBER = re.compile(r"-?\s*%s\s*-?\s*\d+(?:,\d+)*(?:\.0*)?\s*%s\s*$" % (_CURRENCY, _CURRENCY))
NUMBER = re.compile(r"-?\s*%s\s*-?\s*(?:\d+(?:,\d+)*\.?\d*|\.\d+)\s*%s\s*%%?\s*$" % (_CURRENCY, _CURRENCY))
DATE = re.compile(
    r"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|\d{{1,2}}\s+{month},?\s+\d{{2,4}}"
    r"|{month}\s+\d{{1,2}},?\s+\d{{2,4}}){clock}$".format(month=_MONTH, clock=_CLOCK),
    re.IGNORECASE,
)
EMAIL = re.compile(r"[\w.+#-]+@[\w-]+(?:\.[\w-]+)+$")
PHONE_NUMBER = re.compile(r"\s*(?:\+?\d{1,3})?[-. (]*\d{3}[-. )]*\d{3}[-. ]*\d{4}(?: *x\d+)?\s*$")
ZIP_CODE = re.compile(r"\d{3,5}(?:[-\s]\d{4})?$")
LIST = re.compile(r"[\[(].*[\])]$")
