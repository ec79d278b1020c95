"""A fake of the Gemini API's generateContent for pictures: shapes from google-genai 3.6.1."""

from __future__ import annotations

import base64

from services.desk import KEY, Call, Desk, Reply, paint, shown

SIDES = {"1K": 1024, "2K": 2048, "4K": 4096}


class FakeGoogle(Desk):
    prefix = "/v1beta"

    def routes(self):
        return [
            ("POST", r"/v1beta/models/([\w.-]+):generateContent", self.make),
            ("GET", "/v1beta/models", lambda call: self.locked(call) or Reply(200, {"models": []})),
        ]

    def locked(self, call: Call) -> Reply | None:
        if call.headers.get("x-goog-api-key") == KEY:
            return None
        return Reply(400, {"error": {"code": 400, "message": "API key not valid. Please pass a valid API key.", "status": "INVALID_ARGUMENT"}})

    def make(self, call: Call, model: str) -> Reply:
        if refusal := self.locked(call):
            return refusal
        asked = call.json
        parts = asked["contents"][0]["parts"]
        prompt = " ".join(part["text"] for part in parts if "text" in part)
        if "refuse-this-prompt" in prompt:
            return Reply(200, {"promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}, "usageMetadata": {"promptTokenCount": 9}})
        if "flag-this" in prompt:
            return Reply(200, {"candidates": [{"content": {}, "finishReason": "IMAGE_SAFETY", "finishMessage": "Unable to show the generated image."}]})
        if "only-words" in prompt:
            return Reply(200, {"candidates": [{"content": {"parts": [{"text": "What should the mug look like?"}]}, "finishReason": "STOP"}]})
        self.billed.append(prompt)
        shape = asked["generationConfig"]["imageConfig"]
        across, down = map(int, shape["aspectRatio"].split(":"))
        side = SIDES[shape["imageSize"]]
        width, height = (side, round(side * down / across)) if across >= down else (round(side * across / down), side)
        pictures = [shown(part["inlineData"]["data"]) for part in parts if "inlineData" in part]
        file = base64.b64encode(paint(prompt, width, height, asked["generationConfig"].get("seed", 0), pictures)).decode()
        thought = {"text": "thinking", "thought": True}
        return Reply(
            200,
            {
                "candidates": [
                    {
                        "content": {"role": "model", "parts": [thought, {"inlineData": {"mimeType": "image/png", "data": file}}]},
                        "finishReason": "STOP",
                        "index": 0,
                    }
                ],
                "usageMetadata": {"promptTokenCount": 10, "candidatesTokenCount": 1120, "totalTokenCount": 1130},
                "modelVersion": model,
                "responseId": "abc",
            },
        )
