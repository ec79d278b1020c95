// Drives one client of JavaScript's and prints what it got. The address is in OPENAI_BASE_URL, patience (seconds, or none) in PATIENCE.
const base = process.env.OPENAI_BASE_URL, key = process.env.OPENAI_API_KEY, prompt = "a red mug on a table";
const patience = process.env.PATIENCE ? { timeout: Number(process.env.PATIENCE) * 1000 } : {};

const clients = {
  async openaiNode() {
    const { default: OpenAI } = await import("openai");
    return (await new OpenAI(patience).images.generate({ model: "gpt-image-2", prompt })).data[0].b64_json;
  },
  async openaiNodeStream() {
    const { default: OpenAI } = await import("openai");
    let last;
    for await (const event of await new OpenAI(patience).images.generate({ model: "gpt-image-2", prompt, stream: true, partial_images: 1 })) last = event;
    return last?.type === "image_generation.completed" ? last.b64_json : `ended with ${last?.type}`;
  },
  async aiSdk() {
    const ai = await import("ai"), { createOpenAI } = await import("@ai-sdk/openai");
    const make = ai.generateImage ?? ai.experimental_generateImage;
    return (await make({ model: createOpenAI({ baseURL: base, apiKey: key }).image("gpt-image-2"), prompt })).image.base64;
  },
  async aiSdkCompatible() {
    const ai = await import("ai"), { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
    const make = ai.generateImage ?? ai.experimental_generateImage;
    return (await make({ model: createOpenAICompatible({ name: "diorama", baseURL: base, apiKey: key }).imageModel("gpt-image-2"), prompt })).image.base64;
  },
  async langchainJs() {
    const { DallEAPIWrapper } = await import("@langchain/openai");
    return await new DallEAPIWrapper({ apiKey: key, baseUrl: base }).invoke(prompt);
  },
};

let got;
try {
  const shown = await clients[process.argv[2]]();
  const data = shown.startsWith("http") ? Buffer.from(await (await fetch(shown)).arrayBuffer()) : Buffer.from(shown, "base64");
  got = data.subarray(1, 4).toString() === "PNG" || data[0] === 0xff || data.subarray(0, 4).toString() === "RIFF" ? "picture" : `no picture: ${shown.slice(0, 80)}`;
} catch (wrong) {
  got = `${wrong.name}: ${wrong.message}`.slice(0, 200);
}
console.log(JSON.stringify({ got }));
