"""A picture as a page for the press: PDF with trim and bleed boxes and crop marks; PDF/X-4 (ISO 15930-7:2010) where it is in four inks."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from diorama import __version__
from diorama.image.metadata import SOURCE_TYPES, SourceType
from diorama.image.press import MM_PER_INCH, Separated, Sheet
from diorama.image.profiles import cmyk

POINTS = 72 / MM_PER_INCH
"""To a millimetre."""
MARK, GAP = 5.0, 3.0
"""Length of a crop mark and its distance from the trim, millimetres; where the bleed is wider, that far."""
HAIRLINE = 0.25
"""Points."""


def pdf(made: Separated, sheet: Sheet, *, marks: bool = False, title: str = "", source_type: SourceType | None = None) -> bytes:
    """One page. Four inks: PDF/X-4, its profile as output intent. RGB: a PDF whose picture carries its profile, which is no PDF/X."""
    document = Pdf.new()
    inked = made.image.mode == "CMYK"
    border = max(sheet.bleed, GAP) + MARK if marks else sheet.bleed
    page = document.add_blank_page(page_size=(_pt(sheet.width + 2 * border), _pt(sheet.height + 2 * border)))
    trim = _box(border, sheet)
    page.obj.TrimBox = trim
    page.obj.BleedBox = _box(border - sheet.bleed, sheet._replace(width=sheet.width + 2 * sheet.bleed, height=sheet.height + 2 * sheet.bleed))
    profile = document.make_indirect(Stream(document, made.profile, N=4 if inked else 3, Alternate=Name.DeviceCMYK if inked else Name.DeviceRGB))
    page.obj.Resources = Dictionary(
        XObject=Dictionary(P=_image(document, made, profile)),
        ColorSpace=Dictionary(All=Array([Name.Separation, Name.All, Name.DeviceCMYK, _ink(document)])),
    )  # fmt: skip
    page.obj.Contents = document.make_stream(_drawn(page, sheet, border, marks))
    if inked:
        document.Root.OutputIntents = Array([Dictionary(
            Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String("Custom"), Info=String(cmyk(made.profile)), DestOutputProfile=profile,
        )])  # fmt: skip
    _described(document, title, inked, source_type)
    out = io.BytesIO()
    document.save(out, min_version="1.6", force_version="1.6", object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def _pt(mm: float) -> float:
    return round(mm * POINTS, 4)


def _box(border: float, sheet: Sheet) -> Array:
    return Array([_pt(border), _pt(border), _pt(border + sheet.width), _pt(border + sheet.height)])


def _image(document: Pdf, made: Separated, profile: pikepdf.Object) -> pikepdf.Object:
    """In four inks they are the output intent's own; RGB says which by its profile."""
    space = Name.DeviceCMYK if made.image.mode == "CMYK" else Array([Name.ICCBased, profile])
    picture = Stream(document, made.image.tobytes())
    size = {"/Width": made.image.width, "/Height": made.image.height}
    picture.update({"/Type": Name.XObject, "/Subtype": Name.Image, **size, "/ColorSpace": space, "/BitsPerComponent": 8})
    return document.make_indirect(picture)


def _ink(document: Pdf) -> pikepdf.Object:
    """Registration colour: every ink."""
    return document.make_indirect(Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 1]), N=1))


def _drawn(page: pikepdf.Page, sheet: Sheet, border: float, marks: bool) -> bytes:
    edge, wide, high = border - sheet.bleed, sheet.width + 2 * sheet.bleed, sheet.height + 2 * sheet.bleed
    lines = [f"q {_pt(wide)} 0 0 {_pt(high)} {_pt(edge)} {_pt(edge)} cm /P Do Q"]
    if marks:
        lines.append(f"q /All CS 1 SCN {HAIRLINE} w")
        far = max(GAP, sheet.bleed)
        for x in (border, border + sheet.width):
            for low, up in ((border - far - MARK, border - far), (border + sheet.height + far, border + sheet.height + far + MARK)):
                lines.append(f"{_pt(x)} {_pt(low)} m {_pt(x)} {_pt(up)} l S")
        for y in (border, border + sheet.height):
            for left, right in ((border - far - MARK, border - far), (border + sheet.width + far, border + sheet.width + far + MARK)):
                lines.append(f"{_pt(left)} {_pt(y)} m {_pt(right)} {_pt(y)} l S")
        lines.append("Q")
    return "\n".join(lines).encode()


def _described(document: Pdf, title: str, inked: bool, source_type: SourceType | None) -> None:
    """What PDF/X-4 asks for in the document's properties (ISO 15930-7:2010, 6.4): title, dates, producer, trapping, identifiers, the standard's name."""
    now, told = datetime.now(UTC), title.strip() or "a picture"
    stamp = now.strftime("D:%Y%m%d%H%M%SZ")
    maker = f"Diorama {__version__}"
    document.docinfo = document.make_indirect(Dictionary(
        Title=String(told), Creator=String(maker), Producer=String(maker), CreationDate=String(stamp), ModDate=String(stamp), Trapped=Name.false,
    ))  # fmt: skip
    document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    iso = now.strftime("%Y-%m-%dT%H:%M:%SZ")
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as data:
        data.register_xml_namespace("http://www.npes.org/pdfx/ns/id/", "pdfxid")
        data.register_xml_namespace("http://ns.adobe.com/xap/1.0/mm/", "xmpMM")
        if inked:
            data["pdfxid:GTS_PDFXVersion"] = "PDF/X-4"
        if source_type is not None:
            data.register_xml_namespace("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "Iptc4xmpExt")
            data["Iptc4xmpExt:DigitalSourceType"] = SOURCE_TYPES + source_type
        data["dc:title"] = told
        data["xmp:CreatorTool"] = data["pdf:Producer"] = maker
        data["xmp:CreateDate"] = data["xmp:ModifyDate"] = data["xmp:MetadataDate"] = iso
        data["pdf:Trapped"] = "False"
        data["xmpMM:DocumentID"] = f"urn:diorama:{now.timestamp():.6f}"
        data["xmpMM:VersionID"], data["xmpMM:RenditionClass"] = "1", "default"
