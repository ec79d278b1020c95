"""Pictures as other programs save them, made here byte for byte as their code writes metadata: EXIF type and order, PNG keyword, XMP form."""

from __future__ import annotations

import gzip
import io
import json
import struct
from typing import Any

import numpy as np
from PIL import Image, PngImagePlugin

SEED, MODEL = 4_242_424_242, "juggernautXL_v9"
FOX = "a red fox in deep snow, golden hour"
BLUR = "blurry, text, watermark"


def plain(mode: str = "RGB") -> Image.Image:
    y, x = np.mgrid[0:64, 0:96]
    return Image.fromarray(np.stack([x, y, x + y], -1).astype(np.uint8)).convert(mode)


def png(texts: dict[str, str], image: Image.Image | None = None) -> bytes:
    """tEXt where Latin-1 holds it, as Pillow and most programs do; else iTXt."""
    chunks = PngImagePlugin.PngInfo()
    for key, value in texts.items():
        chunks.add_text(key, value)
    out = io.BytesIO()
    (image or plain()).save(out, "PNG", pnginfo=chunks)
    return out.getvalue()


def jpeg(exif: bytes = b"", xmp: bytes = b"", comment: bytes = b"", format: str = "JPEG") -> bytes:
    out = io.BytesIO()
    given = {"exif": exif, "xmp": xmp, "comment": comment}
    plain().save(out, format, **{key: value for key, value in given.items() if value})
    return out.getvalue()


def user_comment(text: str, order: str = "big", kind: int = 7) -> bytes:
    """EXIF with one UserComment of this type (7: UNDEFINED), in UTF-16 of this byte order, as piexif (big) and ImageSharp (little) write it."""
    mark = ">" if order == "big" else "<"
    data = b"UNICODE\0" + text.encode("utf-16-be" if order == "big" else "utf-16-le")
    main = struct.pack(mark + "HHHLLL", 1, 0x8769, 4, 1, 26, 0)
    exif = struct.pack(mark + "HHHLLL", 1, 0x9286, kind, len(data), 44, 0)
    return b"Exif\0\0" + (b"MM\0*" if order == "big" else b"II*\0") + struct.pack(mark + "L", 8) + main + exif + data


def main_exif(tags: dict[int, str]) -> bytes:
    """EXIF with texts in the main directory, as Pillow writes them."""
    exif = Image.Exif()
    for tag, text in tags.items():
        exif[tag] = text
    return exif.tobytes()


def hidden(data: bytes, name: bytes) -> bytes:
    """A PNG with data in the lowest bits of its transparency, down the columns."""
    image = np.asarray(plain("RGBA").resize((256, 192))).copy()
    bits = np.unpackbits(np.frombuffer(name + struct.pack(">L", 8 * len(data)) + data, np.uint8))
    alpha = image[..., 3].T.copy().ravel()
    alpha[: len(bits)] = alpha[: len(bits)] & 254 | bits
    image[..., 3] = alpha.reshape(image.shape[1], image.shape[0]).T
    return png({}, Image.fromarray(image))


# ── AUTOMATIC1111 and its forks ──

PAIRS = f'Steps: 20, Sampler: DPM++ 2M Karras, CFG scale: 7.5, Seed: {SEED}, Size: 512x768, Model hash: abc123, Model: {MODEL}, Lora hashes: "x: 1, y: 2", Hashes: {{"vae": "63ae", "model": "abc123"}}, Version: v1.10.1'
A1111 = f"{FOX}\nsecond line: (detailed:1.2)\nNegative prompt: {BLUR}\n{PAIRS}"
TEMPLATES = A1111 + "\nTemplate: a {red|white} fox\nin {deep|fresh} snow\nNegative Template: {blurry|noisy}, text"


# ── ComfyUI ──


def comfy(positive: dict, negative: dict, **more: dict) -> dict[str, Any]:
    """The usual graph, with these two text nodes."""
    return {
        "3": {"class_type": "KSampler", "inputs": {"seed": SEED, "steps": 20, "cfg": 8, "sampler_name": "euler", "scheduler": "normal", "denoise": 1, "model": ["4", 0], "positive": ["6", 0], "negative": ["7", 0], "latent_image": ["5", 0]}},
        "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": MODEL}},
        "5": {"class_type": "EmptyLatentImage", "inputs": {"width": 512, "height": 768, "batch_size": 1}},
        "6": positive, "7": negative,
        "8": {"class_type": "VAEDecode", "inputs": {"samples": ["3", 0], "vae": ["4", 2]}},
        "9": {"class_type": "SaveImage", "inputs": {"filename_prefix": "ComfyUI", "images": ["8", 0]}, "is_changed": [float("nan")]},
        **more,
    }  # fmt: skip


def clip(text: Any, **more: Any) -> dict:
    return {"class_type": "CLIPTextEncode", "inputs": {"text": text, "clip": ["4", 1], **more}}


SIMPLE = comfy(clip(FOX), clip(BLUR))
LINKED = comfy(
    clip(["57:2", 0]), clip(["12", 0]),
    **{
        "57:2": {"class_type": "StringConcatenate", "inputs": {"string_a": ["57:1", 0], "string_b": "golden hour", "delimiter": ", "}},
        "57:1": {"class_type": "PrimitiveStringMultiline", "inputs": {"value": "a red fox in deep snow"}},
        "12": {"class_type": "Reroute", "inputs": {"": ["13", 0]}}, "13": {"class_type": "CR Text", "inputs": {"text": BLUR}},
    },
)  # fmt: skip
"""Words in nodes within nodes, joined, and passed on."""
CONTROLLED = comfy(
    {"class_type": "ControlNetApplyAdvanced", "inputs": {"strength": 1, "positive": ["20", 0], "negative": ["21", 0], "control_net": ["22", 0], "image": ["23", 0]}},
    {"class_type": "ControlNetApplyAdvanced", "inputs": {"strength": 1, "positive": ["20", 0], "negative": ["21", 0], "control_net": ["22", 0], "image": ["23", 0]}},
    **{
        "20": {"class_type": "ConditioningCombine", "inputs": {"conditioning_1": ["24", 0], "conditioning_2": ["25", 0]}}, "21": clip(BLUR), "24": clip("a red fox in deep snow,"), "25": clip("golden hour"),
        "22": {"class_type": "ControlNetLoader", "inputs": {"control_net_name": "depth"}}, "23": {"class_type": "LoadImage", "inputs": {"image": "pose.png"}},
    },
)  # fmt: skip
"""Both roles through one node."""
FLUX = {
    "13": {"class_type": "SamplerCustomAdvanced", "inputs": {"noise": ["25", 0], "guider": ["22", 0], "sampler": ["16", 0], "sigmas": ["17", 0], "latent_image": ["27", 0]}},
    "25": {"class_type": "RandomNoise", "inputs": {"noise_seed": SEED}}, "22": {"class_type": "BasicGuider", "inputs": {"model": ["30", 0], "conditioning": ["26", 0]}},
    "26": {"class_type": "FluxGuidance", "inputs": {"guidance": 3.5, "conditioning": ["6", 0]}}, "6": {"class_type": "CLIPTextEncodeFlux", "inputs": {"clip_l": FOX, "t5xxl": FOX, "guidance": 3.5}},
    "27": {"class_type": "EmptySD3LatentImage", "inputs": {"width": ["34", 0], "height": ["35", 0], "batch_size": 1}}, "34": {"class_type": "PrimitiveNode", "inputs": {"value": 512}}, "35": {"class_type": "PrimitiveInt", "inputs": {"value": 768}},
    "30": {"class_type": "LoraLoaderModelOnly", "inputs": {"model": ["12", 0], "lora_name": "x", "strength_model": 1}}, "12": {"class_type": "UNETLoader", "inputs": {"unet_name": MODEL, "weight_dtype": "default"}},
    "16": {"class_type": "KSamplerSelect", "inputs": {"sampler_name": "euler"}}, "17": {"class_type": "BasicScheduler", "inputs": {"scheduler": "simple", "steps": 20, "denoise": 1, "model": ["30", 0]}},
    "8": {"class_type": "VAEDecode", "inputs": {"samples": ["13", 0], "vae": ["10", 0]}}, "10": {"class_type": "VAELoader", "inputs": {"vae_name": "ae"}}, "9": {"class_type": "SaveImage", "inputs": {"images": ["8", 0]}},
}  # fmt: skip
"""Custom sampling: seed, words and model in nodes of their own; no negative words."""
TWICE = comfy(
    clip(FOX), clip(BLUR),
    **{
        "30": {"class_type": "LatentUpscale", "inputs": {"samples": ["3", 0], "width": 1024, "height": 1536}},
        "31": {"class_type": "KSampler", "inputs": {"seed": 1, "steps": 10, "cfg": 8, "model": ["4", 0], "positive": ["32", 0], "negative": ["7", 0], "latent_image": ["30", 0], "denoise": 0.5}},
        "32": clip("refined"), "8": {"class_type": "VAEDecode", "inputs": {"samples": ["31", 0], "vae": ["4", 2]}},
    },
)  # fmt: skip
"""Two passes: the first began the picture."""
WORKFLOW = {"nodes": [], "links": [], "version": 0.4}


# ── the others ──

INVOKE = {
    "generation_mode": "sdxl_txt2img", "positive_prompt": FOX, "negative_prompt": BLUR, "width": 512, "height": 768, "seed": SEED, "rand_device": "cpu", "cfg_scale": 7.5, "steps": 20,
    "scheduler": "dpmpp_2m_k", "model": {"key": "0a", "hash": "blake3:00", "name": MODEL, "base": "sdxl", "type": "main"}, "app_version": "5.4.0",
}  # fmt: skip
INVOKE_2 = {"model": "stable diffusion", "model_weights": MODEL, "app_id": "invoke-ai/InvokeAI", "app_version": "2.3.5", "image": {"prompt": [{"prompt": f"{FOX} [{BLUR}]", "weight": 1.0}], "steps": 20, "cfg_scale": 7.5, "seed": SEED, "sampler": "k_lms", "width": 512, "height": 768}}
DREAM = f'"{FOX} [{BLUR}]" -s 20 -S {SEED} -W 512 -H 768 -C 7.5 -A k_lms'
NOVEL = {
    "Title": "NovelAI generated image", "Description": FOX, "Software": "NovelAI", "Source": MODEL, "Generation time": "4.5",
    "Comment": json.dumps({"prompt": FOX, "uc": BLUR, "steps": 28, "height": 768, "width": 512, "scale": 5.0, "seed": SEED, "sampler": "k_euler_ancestral", "noise_schedule": "karras", "request_type": "PromptGenerateRequest"}),
}  # fmt: skip
NOVEL_4 = NOVEL | {
    "Comment": json.dumps({
        "prompt": "a red fox in deep snow", "uc": "blurry", "seed": SEED, "width": 512, "height": 768, "sampler": "k_euler",
        "v4_prompt": {"caption": {"base_caption": "a red fox in deep snow,", "char_captions": [{"char_caption": "golden hour", "centers": [{"x": 0.5, "y": 0.5}]}]}, "use_coords": False},
        "v4_negative_prompt": {"caption": {"base_caption": BLUR, "char_captions": [{"char_caption": "", "centers": []}]}},
    })
}  # fmt: skip
FOOOCUS = {
    "adm_guidance": "(1.5, 0.8, 0.3)", "base_model": MODEL, "base_model_hash": "aeb7e9e689", "full_prompt": ["cinematic still " + FOX], "guidance_scale": 4, "metadata_scheme": "fooocus", "negative_prompt": BLUR,
    "performance": "Speed", "prompt": FOX, "resolution": "(512, 768)", "sampler": "dpmpp_2m_sde_gpu", "scheduler": "karras", "seed": str(SEED), "sharpness": 2, "steps": 30, "styles": "['Fooocus V2']", "version": "Fooocus v2.5.5",
}  # fmt: skip
FOOOCUS_OLD = {"prompt": FOX, "negative_prompt": BLUR, "seed": SEED, "width": 512, "height": 768, "base_model": MODEL, "sampler": "dpmpp_2m_sde_gpu", "software": "Fooocus 2.1"}
SWARM = {"sui_image_params": {"prompt": FOX, "negativeprompt": BLUR, "model": MODEL, "seed": SEED, "steps": 20, "cfgscale": 7.5, "aspectratio": "Custom", "width": 512, "height": 768, "swarm_version": "0.9.6"}, "sui_extra_data": {"date": "2026-01-01"}}
JOURNEY = f"https://s.mj.run/abc {FOX} --ar 2:3 --no {BLUR} --seed {SEED} --stylize 80 --v 6 Job ID: a7421d2f-b262-44f9-977c-ac23e9c7d3e3"
JOURNEY_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:dc="http://purl.org/dc/elements/1.1/"><Iptc4xmpExt:DigImageGUID>a7421d2f-b262-44f9-977c-ac23e9c7d3e3</Iptc4xmpExt:DigImageGUID>
<Iptc4xmpExt:DigitalSourceType rdf:resource="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"/>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""

ALL = {"prompt": FOX, "negative_prompt": BLUR, "seed": SEED, "size": "512x768", "model": MODEL}
"""What is to be read out of every file below, where nothing else is said."""
JOINED = ALL | {"prompt": "a red fox in deep snow,\ngolden hour"}
RESOURCES = [{"type": "lora", "modelName": "snow"}, {"type": "checkpoint", "modelVersionId": 1, "modelName": MODEL, "modelVersionName": "v9"}]
CIVITAI = (
    f"{FOX}\nNegative prompt: {BLUR}\nSteps: 25, Sampler: Euler a, Seed: {SEED}, Size: 512x768, Created Date: 2025-01-03T20:54:43.01Z,"
    f" Civitai resources: {json.dumps(RESOURCES)}"
)
LOADED = {"ckpt_name": MODEL, "positive": FOX, "negative": BLUR, "empty_latent_width": 512, "empty_latent_height": 768}
PIPED = {
    "1": {"class_type": "easy kSampler", "inputs": {"pipe": ["2", 0], "image_output": "Save"}},
    "2": {"class_type": "easy preSampling", "inputs": {"pipe": ["3", 0], "steps": 20, "cfg": 7.0, "seed": SEED}},
    "3": {"class_type": "easy fullLoader", "inputs": LOADED},
    "4": {"class_type": "SaveImage", "inputs": {"images": ["1", 1]}},
}
DRAWN = {"c": FOX, "uc": BLUR, "seed": SEED, "size": "512x768", "model": MODEL, "sampler": "UniPC", "scale": 4.5, "steps": 8}
DRAW_THINGS = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreatorTool>Draw Things</xmp:CreatorTool>'
    f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{FOX}\n-{BLUR}\nSteps: 8, Sampler: UniPC, Seed: {SEED}</rdf:li></rdf:Alt></dc:description>'
    f'<exif:UserComment><rdf:Alt><rdf:li xml:lang="x-default">{json.dumps(DRAWN)}</rdf:li></rdf:Alt></exif:UserComment>'
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)
EASY = {
    "prompt": FOX, "negative_prompt": BLUR, "seed": str(SEED), "use_stable_diffusion_model": f"C:\\models\\{MODEL}", "width": "512", "height": "768",
    "num_inference_steps": "20", "sampler_name": "euler_a",
}  # fmt: skip

FILES: dict[str, tuple[bytes, dict[str, Any]]] = {
    "A1111 PNG": (png({"parameters": A1111}), ALL | {"prompt": FOX + "\nsecond line: (detailed:1.2)", "tool": "AUTOMATIC1111", "cfg_scale": 7.5, "lora_hashes": "x: 1, y: 2", "hashes": {"vae": "63ae", "model": "abc123"}}),
    "A1111 JPEG": (jpeg(user_comment(A1111)), ALL | {"prompt": FOX + "\nsecond line: (detailed:1.2)"}),
    "A1111 WebP": (jpeg(user_comment(A1111), format="WEBP"), ALL | {"prompt": FOX + "\nsecond line: (detailed:1.2)"}),
    "A1111 with templates": (png({"parameters": TEMPLATES}), ALL | {"prompt": FOX + "\nsecond line: (detailed:1.2)", "template": "a {red|white} fox\nin {deep|fresh} snow", "negative_template": "{blurry|noisy}, text"}),
    "A1111 without words": (png({"parameters": f"Negative prompt: {BLUR}\n{PAIRS}"}), ALL | {"prompt": ""}),
    "Forge": (png({"parameters": A1111.replace("v1.10.1", "f2.0.1v1.10.1")}), ALL | {"prompt": FOX + "\nsecond line: (detailed:1.2)", "tool": "Forge"}),
    "hidden A1111": (hidden(A1111.encode(), b"stealth_pnginfo"), ALL | {"prompt": FOX + "\nsecond line: (detailed:1.2)"}),
    "ComfyUI": (png({"prompt": json.dumps(SIMPLE), "workflow": json.dumps(WORKFLOW)}), ALL | {"tool": "ComfyUI", "steps": 20, "comfyui_workflow": WORKFLOW}),
    "ComfyUI, words in nested and linked nodes": (png({"prompt": json.dumps(LINKED)}), ALL),
    "ComfyUI, both roles through one node": (png({"prompt": json.dumps(CONTROLLED)}), JOINED),
    "ComfyUI, custom sampling": (png({"prompt": json.dumps(FLUX)}), ALL | {"negative_prompt": None}),
    "ComfyUI, two passes": (png({"prompt": json.dumps(TWICE)}), ALL),
    "ComfyUI WebP": (jpeg(main_exif({0x010F: "workflow:" + json.dumps(WORKFLOW), 0x0110: "prompt:" + json.dumps(SIMPLE)}), format="WEBP"), ALL | {"tool": "ComfyUI"}),
    "InvokeAI": (png({"invokeai_metadata": json.dumps(INVOKE), "invokeai_graph": "{}"}), ALL | {"tool": "InvokeAI", "steps": 20, "invokeai": INVOKE}),
    "InvokeAI 2": (png({"sd-metadata": json.dumps(INVOKE_2), "Dream": DREAM}), ALL | {"tool": "InvokeAI"}),
    "InvokeAI 1": (png({"Dream": DREAM}), ALL | {"model": None, "steps": "20"}),
    "NovelAI": (png(NOVEL), ALL | {"tool": "NovelAI", "sampler": "k_euler_ancestral"}),
    "NovelAI 4, with characters": (png(NOVEL_4), JOINED),
    "NovelAI WebP": (jpeg(user_comment(json.dumps(NOVEL)), format="WEBP"), ALL | {"tool": "NovelAI"}),
    "hidden NovelAI": (hidden(gzip.compress(json.dumps(NOVEL).encode()), b"stealth_pngcomp"), ALL | {"tool": "NovelAI"}),
    "Fooocus PNG": (png({"parameters": json.dumps(FOOOCUS), "fooocus_scheme": "fooocus"}), ALL | {"tool": "Fooocus v2.5.5", "steps": 30}),
    "Fooocus JPEG": (jpeg(main_exif({0x9286: json.dumps(FOOOCUS), 0x0131: "Fooocus v2.5.5", 0x927C: "fooocus"})), ALL | {"tool": "Fooocus v2.5.5"}),
    "old Fooocus JPEG": (jpeg(comment=json.dumps(FOOOCUS_OLD).encode()), ALL | {"tool": "Fooocus"}),
    "SwarmUI PNG": (png({"parameters": json.dumps(SWARM, indent=2)}), ALL | {"tool": "SwarmUI", "cfgscale": 7.5}),
    "SwarmUI JPEG": (jpeg(user_comment(json.dumps(SWARM), "little")), ALL | {"tool": "SwarmUI"}),
    "old SwarmUI": (jpeg(main_exif({0x0110: json.dumps(SWARM)})), ALL | {"tool": "SwarmUI"}),
    "Midjourney": (png({"Description": JOURNEY, "Author": "somebody", "Creation Time": "Mon, 01 Jan 2026 00:00:00 GMT"}), ALL | {"tool": "Midjourney", "size": None, "model": "Midjourney 6", "ar": "2:3", "author": "somebody", "references": ["https://s.mj.run/abc"]}),
    "Midjourney, by XMP": (jpeg(xmp=(JOURNEY_XMP % JOURNEY).encode()), ALL | {"size": None, "model": "Midjourney 6", "source_type": "trainedAlgorithmicMedia"}),
    "A1111, Windows line ends": (png({"parameters": A1111.replace("\n", "\r\n")}), ALL | {"prompt": FOX + "\nsecond line: (detailed:1.2)"}),
    "Civitai": (jpeg(user_comment(CIVITAI)), ALL | {"civitai_resources": RESOURCES}),
    "Civitai, a graph in JPEG": (jpeg(user_comment(json.dumps(SIMPLE | {"extra": {"airs": []}, "extraMetadata": "{}"}))), ALL | {"tool": "ComfyUI"}),
    "ComfyUI, everything through a pipe": (png({"prompt": json.dumps(PIPED)}), ALL),
    "Draw Things": (png({"XML:com.adobe.xmp": DRAW_THINGS}), ALL | {"tool": "Draw Things", "steps": 8}),
    "Easy Diffusion PNG": (png(EASY), ALL | {"tool": "Easy Diffusion", "sampler_name": "euler_a"}),
    "Easy Diffusion JPEG": (jpeg(user_comment(json.dumps(EASY | {"seed": SEED}))), ALL | {"tool": "Easy Diffusion"}),
    "a text beside a graph": (png({"parameters": A1111, "prompt": json.dumps(comfy(clip("other"), clip("words")))}), ALL | {"prompt": FOX + "\nsecond line: (detailed:1.2)"}),
}  # fmt: skip
