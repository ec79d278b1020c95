"""XMP: the packet that is written, and the properties of any packet that is read.

A JPEG's segment holds 64 KB. What is longer goes into an extension that the packet names by its MD5 (XMP specification, part 3, 1.1.3.1).
"""

from __future__ import annotations

import base64
import hashlib
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from PIL import Image

from diorama.image.metadata.model import SOURCE_TYPES, Metadata

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
XMP = "http://ns.adobe.com/xap/1.0/"
NOTE = "http://ns.adobe.com/xmp/note/"
DC = "http://purl.org/dc/elements/1.1/"
OURS = "https://diorama.invalid/ns/1.0/"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DESCRIPTION, TOOL, SOURCE = f"{{{DC}}}description", f"{{{XMP}}}CreatorTool", f"{{{IPTC}}}DigitalSourceType"
RECIPE, EXTENDED = f"{{{OURS}}}recipe", f"{{{NOTE}}}HasExtendedXMP"

STANDARD, EXTENSION = b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
"""Names of the segments of a JPEG file."""
LARGEST_SEGMENT = 65_533
"""Bytes after a segment's length."""
LARGEST_PACKET = 16_000_000
"""Bytes that are read."""


# ── written ──


def packet(metadata: Metadata, *, recipe: bool = True) -> bytes:
    """The whole as one packet, for formats that hold any length."""
    return _packet(metadata, [_description(metadata), *([_recipe(metadata)] if recipe and metadata.recipe else [])])


def segments(metadata: Metadata) -> bytes:
    """The APP1 segments of a JPEG file: one packet, and where that is too long an extension with prompt and recipe."""
    whole = packet(metadata)
    if len(STANDARD + whole) <= LARGEST_SEGMENT:
        return _segment(STANDARD + whole)
    more = _meta(_open(metadata, tool=False) + _description(metadata) + _recipe(metadata)).encode()
    digest = hashlib.md5(more, usedforsecurity=False).hexdigest().upper()
    head = EXTENSION + digest.encode() + struct.pack(">L", len(more))
    room = LARGEST_SEGMENT - len(head) - 4
    parts = [_segment(head + struct.pack(">L", at) + more[at : at + room]) for at in range(0, len(more), room)]
    return _segment(STANDARD + _packet(metadata, [f"<xmpNote:HasExtendedXMP>{digest}</xmpNote:HasExtendedXMP>"])) + b"".join(parts)


def _segment(data: bytes) -> bytes:
    return b"\xff\xe1" + struct.pack(">H", len(data) + 2) + data


def _packet(metadata: Metadata, parts: Sequence[str]) -> bytes:
    body = _meta(_open(metadata) + "".join(parts))
    return f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>{body}<?xpacket end="w"?>'.encode()


def _meta(description: str) -> str:
    """RDF around an open description."""
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}">{description}</rdf:Description></rdf:RDF></x:xmpmeta>'


def _open(metadata: Metadata, *, tool: bool = True) -> str:
    names = f'<rdf:Description rdf:about="" xmlns:xmp="{XMP}" xmlns:dc="{DC}" xmlns:Iptc4xmpExt="{IPTC}" xmlns:xmpNote="{NOTE}" xmlns:diorama="{OURS}"'
    source = f" Iptc4xmpExt:DigitalSourceType={quoteattr(SOURCE_TYPES + metadata.source_type)}" if metadata.source_type else ""
    return names + (f" xmp:CreatorTool={quoteattr(metadata.tool)}{source}>" if tool else ">")


def _description(metadata: Metadata) -> str:
    words = escape(holdable(metadata.prompt), {"\r": "&#13;"})
    return f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt></dc:description>'


def _recipe(metadata: Metadata) -> str:
    return f"<diorama:recipe>{base64.b64encode(zlib.compress(metadata.recipe.encode(), 9)).decode()}</diorama:recipe>"


def holdable(text: str) -> str:
    """The text without what XML cannot hold: control characters and halves of surrogate pairs."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", "", text)


def unpack_recipe(text: str, largest: int) -> str:
    """The recipe's JSON out of its property; empty where it is damaged or longer than `largest` characters."""
    try:
        return zlib.decompressobj().decompress(base64.b64decode(text), largest).decode()
    except (ValueError, zlib.error):
        return ""


# ── read ──


def properties(image: Image.Image) -> dict[str, str]:
    """The properties of an opened file by `{namespace}name`, extension included. Of an array in languages the default one, of others all, with commas."""
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    found = parse(packet if isinstance(packet, bytes) else str(packet).encode("utf-8", "replace"))
    if EXTENDED in found:
        found |= parse(_extension(image, found[EXTENDED]))
    return found


def _extension(image: Image.Image, digest: str) -> bytes:
    """The extension of that MD5, out of its segments; empty where it is not whole."""
    head = EXTENSION + digest.strip().encode("ascii", "replace")
    start = len(head) + 8
    found = [data for _, data in getattr(image, "applist", ()) if data.startswith(head) and len(data) > start]
    parts = {struct.unpack(">L", data[start - 4 : start])[0]: data[start:] for data in found}
    whole = b"".join(parts[at] for at in sorted(parts))
    return whole if hashlib.md5(whole, usedforsecurity=False).hexdigest().upper() == digest.strip().upper() else b""


def parse(packet: bytes) -> dict[str, str]:
    """The properties of a packet, whether written as elements, attributes, resources or values with qualifiers. Empty where it is no XMP."""
    if packet[:2] in (b"\xff\xfe", b"\xfe\xff"):
        packet = packet.decode("utf-16", "replace").encode()
    begun = re.search(rb"<(?:\w+:)?(?:xmpmeta|xapmeta|RDF)\b", packet)
    ended = list(re.finditer(rb"</(?:\w+:)?(?:xmpmeta|xapmeta|RDF)\s*>", packet))
    if not begun or not ended or b"<!DOCTYPE" in packet or len(packet) > LARGEST_PACKET:  # no entities: they can unfold without end
        return {}
    try:
        root = ElementTree.fromstring(packet[begun.start() : ended[-1].end()])
    except ElementTree.ParseError:
        return {}
    rdf = root if root.tag == f"{{{RDF}}}RDF" else root.find(f"{{{RDF}}}RDF")
    found: dict[str, str] = {}
    for node in () if rdf is None else rdf.findall(f"{{{RDF}}}Description"):
        found |= {name: value for name, value in node.attrib.items() if not name.startswith(f"{{{RDF}}}")}
        found |= {child.tag: value for child in node if (value := _value(child)) is not None}
    return found


def _value(node: ElementTree.Element) -> str | None:
    """The text of a property; None of a structure."""
    if resource := node.get(f"{{{RDF}}}resource"):
        return resource
    for name in ("Alt", "Seq", "Bag"):
        array = node.find(f"{{{RDF}}}{name}")
        if array is not None:
            items = list(array.findall(f"{{{RDF}}}li"))
            chosen = [item for item in items if item.get(LANG) == "x-default"] or items[:1] if name == "Alt" else items
            return ", ".join(_texts(chosen))
    value = node.get(f"{{{RDF}}}value") or next((child.text or "" for child in node.iter(f"{{{RDF}}}value")), None)
    return value if value is not None else None if len(node) else node.text or ""


def _texts(items: Sequence[ElementTree.Element]) -> Iterator[str]:
    for item in items:
        value = _value(item)
        if value is not None:
            yield value
