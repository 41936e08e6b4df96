"""The XML namespaces of OpenDocument, in the form that ElementTree writes them."""

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, STYLE, TABLE, TEXT = (_ODF % name for name in ("office", "style", "table", "text"))
