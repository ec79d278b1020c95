"""A fake of Ideogram's API: shapes from developer.ideogram.ai (v2 generate, price quotes, v1 edit). How a generation that is looked up answers is guessed."""

from __future__ import annotations

from services.desk import KEY, Call, Desk, Reply, opened, paint, shown


class FakeIdeogram(Desk):
    looks = 2

    def routes(self):
        return [
            ("POST", r"/v2/image/generate/(ideogram-[\w-]+)", self.order),
            ("GET", r"/v2/generations/(\w+)", self.look),
            ("POST", "/v1/ideogram-v3/edit", self.edit),
        ]

    def locked(self, call: Call) -> Reply | None:
        return None if call.headers.get("api-key") == KEY else Reply(401, {"error": "Invalid API key"})

    def order(self, call: Call, model: str) -> Reply:
        if refusal := self.locked(call):
            return refusal
        form = call.form if "multipart" in call.headers["content-type"] else call.json
        if call.query.get("dry_run") == "true":
            return Reply(
                200, {"object": "price_quote", "billing_identifier": model, "quantity": 1, "usd_micros": 60000, "credit_millis": 6000, "qualifier": "exact"}
            )
        id = f"i{len(self.billed)}"
        self.billed.append(id)
        self.orders[id] = {"form": form, "looks": 0}
        return Reply(200, {"generation_id": id, "status": "pending"}) if form.get("async") == ["true"] else Reply(200, self.done(id))

    def done(self, id: str) -> dict:
        form = self.orders[id]["form"]
        prompt, (across, down) = form["prompt"][0], map(int, form["aspect_ratio"][0].split("x"))
        side = {"1k": 1024, "2k": 2048}[form["resolution"][0]]
        width, height = (side, round(side * down / across)) if across >= down else (round(side * across / down), side)
        safe = "refuse-this-prompt" not in prompt
        file = paint(prompt, width, height, form["seed"][0], [shown(one) for one in form.get("images", [])])
        found = {
            "prompt": prompt,
            "resolution": f"{width}x{height}",
            "seed": int(form["seed"][0]),
            "is_image_safe": safe,
            "url": self.put(file) if safe else None,
        }
        return {"generation_id": id, "status": "completed", "data": [found]}

    def look(self, call: Call, id: str) -> Reply:
        order = self.orders[id]
        order["looks"] += 1
        if order["looks"] <= self.looks:
            return Reply(200, {"generation_id": id, "status": "processing"})
        if "break-half-way" in order["form"]["prompt"][0]:
            return Reply(200, {"generation_id": id, "status": "failed", "error": "internal"})
        return self.locked(call) or Reply(200, self.done(id))

    def edit(self, call: Call) -> Reply:
        if refusal := self.locked(call):
            return refusal
        form = call.form
        self.edits.append(opened(form["mask"][0]) < 128)  # black = edit
        source = shown(form["image"][0])
        self.billed.append("edit")
        file = paint(form["prompt"][0], source.shape[1], source.shape[0], form["seed"][0], [source])
        return Reply(
            200,
            {
                "created": "2026-11-28T12:00:00Z",
                "data": [{"prompt": form["prompt"][0], "seed": int(form["seed"][0]), "is_image_safe": True, "url": self.put(file)}],
            },
        )
