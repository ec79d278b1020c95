"""A fake of OpenRouter's Image API: shapes from openrouter 1.3.84 (ImageGenerationRequest, ImageGenerationResponse, endpoints)."""

from __future__ import annotations

import base64

from services.desk import KEY, Call, Desk, Reply, paint, shown

DESCRIPTOR = {"type": "range", "min": 0, "max": 1}


class FakeOpenRouter(Desk):
    prefix = "/api/v1"

    def routes(self):
        return [
            ("POST", "/api/v1/images", self.make),
            ("GET", r"/api/v1/images/models/([\w.-]+/[\w.-]+)/endpoints", self.endpoints),
            ("GET", "/api/v1/images/models", self.models),
            ("GET", "/api/v1/key", lambda call: self.locked(call) or Reply(200, {"data": {"label": "sk-or-…", "usage": 1.5, "limit": 10}})),
        ]

    def locked(self, call: Call) -> Reply | None:
        return None if call.headers.get("authorization") == f"Bearer {KEY}" else Reply(401, {"error": {"code": 401, "message": "No auth credentials found"}})

    def endpoints(self, call: Call, model: str) -> Reply:
        pricing = [{"billable": "output_image", "cost_usd": 0.04, "unit": "image"}, {"billable": "input_image", "cost_usd": 0.01, "unit": "image"}]
        endpoint = {
            "provider_name": "Seed",
            "provider_slug": "seed",
            "provider_tag": None,
            "supports_streaming": False,
            "allowed_passthrough_parameters": [],
            "pricing": pricing,
            "supported_parameters": {"seed": {"type": "boolean"}},
        }
        return self.locked(call) or Reply(200, {"id": model, "endpoints": [endpoint]})

    def models(self, call: Call) -> Reply:
        item = {
            "id": "bytedance-seed/seedream-4.5",
            "name": "Seedream 4.5",
            "created": 1,
            "description": "",
            "endpoints": "",
            "supports_streaming": False,
            "supported_parameters": {
                "resolution": {"type": "enum", "values": ["2K", "4K"]},
                "seed": {"type": "boolean"},
                "quality": {"type": "enum", "values": ["low", "high"]},
                "n": {"type": "range", "min": 1, "max": 4},
            },
            "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["image"]},
        }
        return self.locked(call) or Reply(200, {"data": [item]})

    def make(self, call: Call) -> Reply:
        if refusal := self.locked(call):
            return refusal
        asked = call.json
        if "size" in asked and {"aspect_ratio", "resolution"} & set(asked):
            return Reply(400, {"error": {"code": 400, "message": "size conflicts with aspect_ratio"}})
        if "refuse-this-prompt" in asked["prompt"]:
            return Reply(
                403,
                {"error": {"code": 403, "message": "Your chosen model requires moderation and your input was flagged", "metadata": {"reasons": ["violence"]}}},
            )
        self.billed.append(asked["prompt"])
        width, height = map(int, asked["size"].split("x"))
        pictures = [shown(one["image_url"]["url"]) for one in asked.get("input_references", [])]
        made = base64.b64encode(paint(asked["prompt"], width, height, asked.get("seed", 0), pictures)).decode()
        return Reply(
            200,
            {
                "created": 1,
                "data": [{"b64_json": made, "media_type": "image/png"}],
                "usage": {"prompt_tokens": 0, "completion_tokens": 1, "total_tokens": 1, "cost": 0.0412},
            },
        )
