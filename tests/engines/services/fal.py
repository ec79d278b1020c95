"""A fake of fal's queue: shapes from fal-client 1.0.3 and docs.fal.ai (queue, errors). What is posted to an app whose form fal's own package of types has, is
held against that form."""

from __future__ import annotations

import io
import math
import struct
import wave

from jsonschema import Draft202012Validator

from diorama.models import form
from services.desk import KEY, Call, Desk, Reply, opened, paint, shown


class FakeFal(Desk):
    looks = 2
    """How often a request is looked at before it is done."""

    def routes(self):
        return [
            ("GET", "/api/openapi/queue/openapi.json", self.schema),
            ("GET", "/v1/models/pricing", self.pricing),
            ("GET", r"/([\w.-]+/[\w.-]+)/requests/(\w+)/status", self.status),
            ("PUT", r"/([\w.-]+/[\w.-]+)/requests/(\w+)/cancel", self.cancel),
            ("GET", r"/([\w.-]+/[\w.-]+)/requests/(\w+)", self.result),
            ("POST", r"/([\w.-]+/[\w.-]+(?:/[\w./-]+)?)", self.submit),
        ]

    def schema(self, call: Call) -> Reply:
        """As https://fal.ai/api/openapi/queue/openapi.json tells of an app: for everybody, no key."""
        assert "authorization" not in call.headers
        app = call.query["endpoint_id"]
        if "unknown" in app:
            return Reply(404, {"detail": "Application not found"})
        size = {"anyOf": [{"$ref": "#/components/schemas/ImageSize"}, {"type": "string", "enum": ["square_hd", "landscape_4_3"]}], "default": "square_hd"}
        properties = {
            "prompt": {"type": "string", "title": "Prompt"},
            "image_size": size,
            "seed": {"type": "integer"},
            "num_images": {"type": "integer", "minimum": 1, "maximum": 4},
            "image_urls": {"type": "array", "items": {"type": "string"}},
            "guidance_scale": {"type": "number", "minimum": 0, "maximum": 20, "default": 2.5},
            "output_format": {"type": "string", "enum": ["png", "jpeg"]},
            "loras": {"type": "array", "items": {"$ref": "#/components/schemas/LoRA"}},
        }
        properties |= {"mask_url": {"type": "string"}} if "gpt-image" in app else {}
        properties |= {"duration": {"type": "string", "enum": ["5", "10"]}, "image_url": {"type": "string"}} if "video" in app else {}
        schemas = {
            "AppInput": form("fal", app) or {"type": "object", "properties": properties, "required": ["prompt"]},
            "ImageSize": {"type": "object", "properties": {"width": {"type": "integer"}}},
        }
        body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/AppInput"}}}}
        paths = {f"/{app}/requests/{{request_id}}/status": {"get": {}}, f"/{app}": {"post": {"requestBody": body}}}
        return Reply(200, {"openapi": "3.0.4", "components": {"schemas": schemas}, "paths": paths})

    def pricing(self, call: Call) -> Reply:
        """As https://api.fal.ai/v1/models/pricing tells, to those with a key."""
        if call.headers.get("authorization") != f"Key {KEY}":
            return Reply(401, {"error": {"type": "authorization_error", "message": "Authentication required"}})
        app = call.query["endpoint_id"]
        if app not in self.prices:
            return Reply(404, {"error": {"type": "not_found", "message": "Endpoint id(s) not found"}})
        line = {"endpoint_id": app, **dict(zip(("unit_price", "unit"), self.prices[app], strict=True)), "currency": "USD"}
        return Reply(200, {"prices": [line], "next_cursor": None, "has_more": False})

    prices = {
        "fal-ai/flux/schnell": (0.003, "megapixels"),
        "fal-ai/luma-photon": (0.02, "megapixels"),
        "fal-ai/esrgan": (0.00111, "compute seconds"),
        "fal-ai/kokoro/american-english": (7, "moons"),
    }

    def submit(self, call: Call, app: str) -> Reply:
        if call.headers.get("authorization") != f"Key {KEY}":
            return Reply(401, {"detail": f"No user found for Key ID and Secret {KEY[:4]}"})
        asked = call.json
        known = form("fal", app)
        if known is not None:
            for wrong in Draft202012Validator({**known, "additionalProperties": False}).iter_errors(asked):
                return Reply(422, {"detail": [{"loc": ["body", *wrong.path], "msg": wrong.message[:200], "type": "value_error"}]})
        elif not str(asked.get("prompt", "")).strip() and "image_url" not in asked:
            return Reply(422, {"detail": [{"loc": ["body", "prompt"], "msg": "field required", "type": "value_error.missing"}]})
        id = f"r{len(self.billed)}"
        self.billed.append(id)
        self.orders[id] = {"app": app, "asked": asked, "looks": 0, "state": "IN_QUEUE"}
        here = f"{self.url}/{'/'.join(app.split('/')[:2])}/requests/{id}"  # the rest of the app's name is dropped
        return Reply(
            200,
            {"status": "IN_QUEUE", "request_id": id, "response_url": here, "status_url": f"{here}/status", "cancel_url": f"{here}/cancel", "queue_position": 1},
        )

    def status(self, call: Call, app: str, id: str) -> Reply:
        order = self.orders[id]
        order["looks"] += 1
        if order["state"] == "CANCELLED":
            return Reply(400, {"detail": "Request was cancelled"})
        if order["looks"] == 1:
            return Reply(202, {"status": "IN_QUEUE", "request_id": id, "queue_position": 1})
        if order["looks"] <= self.looks:
            return Reply(
                202,
                {
                    "status": "IN_PROGRESS",
                    "request_id": id,
                    "logs": [{"message": " 50%|█████     | 2/4", "level": "INFO", "timestamp": "2026-11-28T12:00:00Z"}],
                },
            )
        return Reply(200, {"status": "COMPLETED", "request_id": id, "logs": [], "metrics": {"inference_time": 1.2}})

    def cancel(self, call: Call, app: str, id: str) -> Reply:
        order = self.orders[id]
        if order["looks"] > self.looks:
            return Reply(400, {"status": "ALREADY_COMPLETED"})
        order["state"] = "CANCELLED"
        return Reply(202, {"status": "CANCELLATION_REQUESTED"})

    def result(self, call: Call, app: str, id: str) -> Reply:
        asked = self.orders[id]["asked"]
        prompt = asked.get("prompt") or asked.get("text") or ""
        if "refuse-this-prompt" in prompt:
            told = {"msg": "The content was flagged by a content checker.", "url": "https://docs.fal.ai/errors#content_policy_violation"}
            return Reply(422, {"detail": [{"loc": ["body", "prompt"], "type": "content_policy_violation", **told}]})
        if "break-half-way" in prompt:
            return Reply(500, {"detail": [{"loc": ["body"], "msg": "Internal server error", "type": "internal_server_error"}]})
        if "a-video" in prompt:
            return Reply(200, {"video": {"url": self.put(VIDEO, ".mp4"), "content_type": "video/mp4"}, "seed": 7})
        if "a-sound" in prompt:
            return Reply(200, {"audio": {"url": self.put(sound(), ".wav"), "content_type": "audio/wav"}})
        pictures = [shown(one) for one in asked.get("image_urls", [])] + ([shown(asked["image_url"])] if "image_url" in asked else [])
        if "mask_url" in asked:
            mask = opened(asked["mask_url"])
            self.edits.append((mask if mask.ndim == 2 else mask[..., 0]) > 127)  # white = edit
        size = asked.get("image_size") or {"width": 1024, "height": 768}
        file = paint(prompt, size["width"], size["height"], asked.get("seed", 0), pictures)
        found = {"url": self.put(file, ".png"), "width": size["width"], "height": size["height"], "content_type": "image/png"}
        return Reply(
            200,
            {"images": [found], "timings": {"inference": 1.2}, "seed": asked.get("seed", 1), "has_nsfw_concepts": ["flag-this" in prompt], "prompt": prompt},
        )


VIDEO = b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41" + bytes(64)
"""The beginning of an MP4 file: nobody here looks further."""


def sound(seconds: float = 1.0, hertz: float = 440.0, rate: int = 8000) -> bytes:
    """A tone as a WAV file, which can be heard."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(b"".join(struct.pack("<h", round(9000 * math.sin(2 * math.pi * hertz * k / rate))) for k in range(int(seconds * rate))))
    return file.getvalue()
