"""Prints the text of each page of PDFs as PDFium gives it to who copies it: a JSON list of lists."""

import json
import sys

import pypdfium2

json.dump(
    [[page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)] for path in sys.argv[1:]],
    sys.stdout,
)
