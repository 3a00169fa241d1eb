"""What stands on a PDF page beside words: rules, and areas that lead to addresses.

PDFium measures in the space of the page before it is turned; a `Frame` turns it so that most
of the text stands upright.
"""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from averment.documents.document import Box

MOST_OBJECTS = 20_000
"""Drawn objects looked at for rules; a map may have a million."""
MOST_LINKS = 1_000
MOST_RULES = 200
"""A form has a few dozen; more are a drawing."""
LONGEST_TARGET = 8_192
"""Bytes of an address; browsers give up before."""
THICKEST_RULE = 2.0
LETTER_PAPER = (612.0, 792.0)
"""What PDFium takes where a page does not give its size."""


class Frame:
    """Turns coordinates so that the text stands upright, and counts from the page's corner."""

    def __init__(self, page: Any, *, quarter: int) -> None:
        box = pdfium.FS_RECTF()
        if not pdfium.FPDF_GetPageBoundingBox(page, box):
            box.left, box.bottom = 0.0, 0.0
            box.right, box.top = LETTER_PAPER
        self.x, self.y = box.left, box.bottom
        self.raw_width, self.raw_height = box.right - box.left, box.top - box.bottom
        self.quarter = quarter
        turned = quarter % 2 == 1
        self.width = self.raw_height if turned else self.raw_width
        self.height = self.raw_width if turned else self.raw_height

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point stands as displayed."""
        x, y = x - self.x, y - self.y
        match self.quarter:
            case 1:
                return y, self.raw_width - x
            case 2:
                return self.raw_width - x, self.raw_height - y
            case 3:
                return self.raw_height - y, x
            case _:
                return x, y

    def sides(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """Return the left, lower, right and upper side of a rectangle as displayed."""
        if self.quarter == 0:
            return left - self.x, bottom - self.y, right - self.x, top - self.y
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return a rectangle as displayed."""
        x0, y0, x1, y1 = self.sides(left, bottom, right, top)
        return Box(left=min(x0, x1), bottom=min(y0, y1), right=max(x0, x1), top=max(y0, y1))


def rules_of(page: Any, frame: Frame) -> Iterator[Box]:
    """Yield the thin horizontal lines of a page."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    found = 0
    for index in range(min(MOST_OBJECTS, pdfium.FPDFPage_CountObjects(page))):
        drawn = pdfium.FPDFPage_GetObject(page, index)
        if not drawn or pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            box = frame.box(left.value, bottom.value, right.value, top.value)
            if box.top - box.bottom <= THICKEST_RULE < box.right - box.left:
                yield box
                found += 1
        if found == MOST_RULES:
            return


def links_of(page: Any, frame: Frame, *, document: Any) -> Iterator[tuple[Box, str]]:
    """Yield the link annotations that lead to addresses."""
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    for _ in range(MOST_LINKS):
        if not pdfium.FPDFLink_Enumerate(page, position, link):
            return
        target = _target(document, link)
        rectangle = pdfium.FS_RECTF()
        if target and pdfium.FPDFLink_GetAnnotRect(link, rectangle):
            sides = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
            yield frame.box(*sides), target


def _target(document: Any, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    if not 1 < length <= LONGEST_TARGET:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.raw[: length - 1].decode("utf-8", "replace")
