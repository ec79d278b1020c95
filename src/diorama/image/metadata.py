"""What a picture file says of its making, in the words that galleries, other studios and newsrooms read.

| in | PNG | JPEG, WebP |
|---|---|---|
| the A1111 text (prompt, steps, seed, size, model) | iTXt `parameters` | EXIF UserComment |
| the recipe, canonical JSON | iTXt `diorama` | XMP `diorama:recipe`, deflated and in base64 |
| kind of source (IPTC), tool | XMP | XMP |
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from typing import Any, Literal
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from PIL import Image, PngImagePlugin
from pydantic import Field

from diorama.errors import RequestError
from diorama.scene.base import Model

SourceType = Literal["algorithmicMedia", "trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"]
"""IPTC digital source types: computed by the stage; by a trained model; edited in part by a trained model."""
SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
XMP = "http://ns.adobe.com/xap/1.0/"
DC = "http://purl.org/dc/elements/1.1/"
OURS = "https://diorama.invalid/ns/1.0/"

USER_COMMENT = 0x9286
EXIF_IFD = 0x8769
SOFTWARE = 0x0131
LARGEST_SEGMENT = 65_000
"""Bytes that one segment of a JPEG file holds, less its name."""
LARGEST_TEXT = 4_000_000
"""Characters of any one text that is read from a file."""
FOREIGN_KEYS = {"invokeai_metadata": "invokeai", "invokeai_workflow": "invokeai_workflow", "prompt": "comfyui", "workflow": "comfyui_workflow"}
"""PNG texts of InvokeAI and ComfyUI, all JSON, and what `parse` calls them."""


class Metadata(Model):
    """What is written into a file."""

    prompt: str = ""
    recipe: str = ""
    """Canonical JSON of the recipe."""
    width: int = Field(ge=1)
    height: int = Field(ge=1)
    seed: int = Field(ge=0)
    model: str = "diorama-stage"
    sampler: str = "Cycles"
    steps: int | None = Field(None, ge=0)
    """Samples per pixel, or steps of diffusion."""
    source_type: SourceType = "algorithmicMedia"
    tool: str = "Diorama"
    extra: tuple[tuple[str, str], ...] = ()
    """More pairs for the A1111 text."""


def parameters(metadata: Metadata) -> str:
    """The text that AUTOMATIC1111's web UI began and galleries read: the prompt, then `Name: value` pairs."""
    pairs = [("Steps", metadata.steps), ("Sampler", metadata.sampler), ("Seed", metadata.seed), ("Size", f"{metadata.width}x{metadata.height}")]
    pairs += [("Model", metadata.model), *metadata.extra, ("Version", metadata.tool)]
    return _clean(metadata.prompt).strip() + "\n" + ", ".join(f"{name}: {_quoted(str(value))}" for name, value in pairs if value is not None)


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False) if re.search(r'[,:\n"]', value) else value


def parse_parameters(text: str) -> dict[str, Any]:
    """Read the A1111 text: `prompt`, `negative_prompt`, and every pair in lower case with underscores."""
    lines = text.strip().split("\n")
    pairs = re.findall(r'\s*([\w][\w /\-]*):\s*("(?:\\.|[^"\\])*"|[^,]*)(?:,|$)', lines[-1])
    has_pairs = len(pairs) >= 3 and any(name.strip() in ("Steps", "Seed", "Size", "Sampler") for name, _ in pairs)
    words = "\n".join(lines[:-1] if has_pairs else lines)
    prompt, _, negative = words.partition("\nNegative prompt:")
    out: dict[str, Any] = {"prompt": prompt.strip()}
    if negative:
        out["negative_prompt"] = negative.strip()
    for name, value in pairs if has_pairs else ():
        out[re.sub(r"[ /\-]+", "_", name.strip().lower())] = _value(value.strip())
    return out


def _value(text: str) -> Any:
    if text.startswith('"') and text.endswith('"') and len(text) > 1:
        try:
            return json.loads(text)
        except ValueError:
            return text
    if re.fullmatch(r"-?\d{1,18}", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?\d+\.\d+", text) else text


def xmp(metadata: Metadata) -> bytes:
    """The XMP packet: what kind of source, which tool, the prompt as description, the recipe."""
    packed = base64.b64encode(zlib.compress(metadata.recipe.encode(), 9)).decode()
    recipe = f"<diorama:recipe>{packed}</diorama:recipe>" if metadata.recipe else ""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}"><rdf:Description rdf:about=""'
        f' xmlns:xmp="{XMP}" xmlns:dc="{DC}" xmlns:Iptc4xmpExt="{IPTC}" xmlns:diorama="{OURS}"'
        f" xmp:CreatorTool={quoteattr(metadata.tool)} Iptc4xmpExt:DigitalSourceType={quoteattr(SOURCE_TYPES + metadata.source_type)}>"
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{escape(_clean(metadata.prompt))}</rdf:li></rdf:Alt></dc:description>'
        f'{recipe}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def _clean(text: str) -> str:
    """Without what files cannot hold: control characters and halves of surrogate pairs."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", "", text)


def png_chunks(metadata: Metadata | None) -> PngImagePlugin.PngInfo | None:
    if metadata is None:
        return None
    chunks = PngImagePlugin.PngInfo()
    chunks.add_itxt("parameters", parameters(metadata))
    if metadata.recipe:
        chunks.add_itxt("diorama", metadata.recipe)
    chunks.add_itxt("XML:com.adobe.xmp", xmp(metadata.model_copy(update={"recipe": ""})).decode())
    return chunks


def exif_and_xmp(metadata: Metadata | None) -> dict[str, bytes]:
    """The arguments with which Pillow writes EXIF and XMP into JPEG and WebP."""
    if metadata is None:
        return {}
    exif = Image.Exif()
    exif[SOFTWARE] = metadata.tool
    exif.get_ifd(EXIF_IFD)[USER_COMMENT] = b"UNICODE\x00" + parameters(metadata).encode("utf-16-be", "replace")
    packet = xmp(metadata)
    data = exif.tobytes()
    if len(data) > LARGEST_SEGMENT or len(packet) > LARGEST_SEGMENT:
        raise RequestError("prompt and recipe are too long to be written into this format", where="format", hint="save as png")
    return {"exif": data, "xmp": packet}


def parse(image: Image.Image) -> dict[str, Any]:
    """What an opened picture says: `parameters` (text), the pairs in it, `recipe` (data), `source_type`, `tool`,
    and `invokeai`, `comfyui` … (data) where those studios wrote it. Damaged parts are left out, never raised.
    """
    out: dict[str, Any] = {}
    texts = {key: str(value)[:LARGEST_TEXT] for key, value in image.info.items() if isinstance(key, str) and isinstance(value, str)}
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp")
    if packet:
        out |= _parse_xmp(packet)
    text = texts.get("parameters") or _user_comment(image)
    if text:
        out |= {"parameters": text, **parse_parameters(text)}
    for key, name in FOREIGN_KEYS.items():
        data = _json(texts.get(key, ""))
        if data is not None:
            out[name] = data
    recipe = _json(texts.get("diorama", ""))
    if recipe is not None:
        out["recipe"] = recipe
    return out


def _json(text: str) -> Any:
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None


def _unpacked(text: str) -> str:
    """The recipe's text out of XMP: deflated, in base64, for JPEG holds little."""
    try:
        return zlib.decompressobj().decompress(base64.b64decode(text), LARGEST_TEXT).decode()
    except (ValueError, zlib.error):
        return ""


def _user_comment(image: Image.Image) -> str:
    try:
        raw = image.getexif().get_ifd(EXIF_IFD).get(USER_COMMENT, b"")
    except Exception:  # a damaged EXIF block makes Pillow raise many kinds; it is not what was asked for
        return ""
    if not isinstance(raw, bytes) or len(raw) < 8:
        return raw if isinstance(raw, str) else ""
    head, body = raw[:8], raw[8:]
    if head.startswith(b"UNICODE"):
        order = "utf-16-le" if body[1::2].count(0) > body[0::2].count(0) else "utf-16-be"  # no mark tells: ASCII's zeros do
        return body.decode(order, "replace").strip("\x00")
    return body.decode("utf-8", "replace").strip("\x00")


def _parse_xmp(packet: bytes | str) -> dict[str, Any]:
    data = packet.encode() if isinstance(packet, str) else packet
    start, end = data.find(b"<x:xmpmeta"), data.rfind(b"</x:xmpmeta>")
    if start < 0 or end < 0 or b"<!DOCTYPE" in data or len(data) > LARGEST_TEXT:  # no entities: they can unfold without end
        return {}
    try:
        root = ElementTree.fromstring(data[start : end + len(b"</x:xmpmeta>")])
    except ElementTree.ParseError:
        return {}
    out: dict[str, Any] = {}
    for node in root.iter(f"{{{RDF}}}Description"):
        source = node.get(f"{{{IPTC}}}DigitalSourceType") or node.findtext(f"{{{IPTC}}}DigitalSourceType")
        tool = node.get(f"{{{XMP}}}CreatorTool") or node.findtext(f"{{{XMP}}}CreatorTool")
        recipe = _json(_unpacked(node.findtext(f"{{{OURS}}}recipe") or ""))
        words = next((li.text for li in node.iterfind(f"{{{DC}}}description/{{{RDF}}}Alt/{{{RDF}}}li")), None)
        found = {"source_type": source and source.removeprefix(SOURCE_TYPES), "tool": tool, "recipe": recipe, "prompt": words}
        out |= {key: value for key, value in found.items() if value}
    return out
