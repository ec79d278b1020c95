"""A fake of Black Forest Labs' API: shapes from its OpenAPI document and docs.bfl.ai."""

from __future__ import annotations


from services.desk import KEY, Call, Desk, Reply, opened, paint, shown


class FakeBFL(Desk):
    prefix = "/v1"
    looks = 2

    def routes(self):
        return [
            ("POST", r"/v1/(flux-[\w.-]+)", self.order),
            ("GET", "/v1/get_result", self.look),
            ("GET", "/v1/credits", lambda call: self.locked(call) or Reply(200, {"credits": 5})),
        ]

    def locked(self, call: Call) -> Reply | None:
        return None if call.headers.get("x-key") == KEY else Reply(403, {"detail": "Not authenticated - Invalid Authentication"})

    def order(self, call: Call, model: str) -> Reply:
        if refusal := self.locked(call):
            return refusal
        asked = call.json
        if any(asked.get(side, 256) % 32 for side in ("width", "height")):
            return Reply(422, {"detail": [{"loc": ["body", "width"], "msg": "must be a multiple of 32", "type": "value_error"}]})
        id = f"b{len(self.billed)}"
        self.billed.append(id)
        self.orders[id] = {"asked": asked, "looks": 0}
        return Reply(200, {"id": id, "polling_url": f"{self.url}/v1/get_result?id={id}", "cost": 3.0, "input_mp": 0.0, "output_mp": 1.0})

    def look(self, call: Call) -> Reply:
        if refusal := self.locked(call):
            return refusal
        id = call.query["id"]
        if id not in self.orders:
            return Reply(200, {"id": id, "status": "Task not found", "result": None})
        order = self.orders[id]
        order["looks"] += 1
        asked, prompt = order["asked"], order["asked"]["prompt"]
        if order["looks"] <= self.looks:
            return Reply(200, {"id": id, "status": "Pending", "result": None, "progress": 0.5 if order["looks"] > 1 else None})
        if "refuse-this-prompt" in prompt:
            return Reply(200, {"id": id, "status": "Request Moderated", "result": None, "details": {"Moderation Reasons": ["Derivative Works Filter"]}})
        if "flag-this" in prompt:
            return Reply(200, {"id": id, "status": "Content Moderated", "result": None})
        if "break-half-way" in prompt:
            return Reply(200, {"id": id, "status": "Error", "result": {"error": "worker died"}})
        pictures = [shown(asked[name]) for name in sorted(asked) if name.startswith("input_image")]
        width, height = asked.get("width", 1024), asked.get("height", 768)
        if "mask" in asked:
            self.edits.append(opened(asked["mask"]) > 127)
            pictures, (height, width) = [shown(asked["image"])], shown(asked["image"]).shape[:2]
        if "sample" not in order:
            order["sample"] = self.put(paint(prompt, width, height, asked.get("seed", 0), pictures))
        return Reply(
            200,
            {
                "id": id,
                "status": "Ready",
                "result": {"sample": order["sample"], "prompt": prompt, "seed": asked.get("seed"), "duration": 2.1},
                "progress": None,
            },
        )
