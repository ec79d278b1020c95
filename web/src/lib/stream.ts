export interface Heard { id: string; event: string; data: string }

/** The fields of the event stream format (WHATWG HTML, 9.2.6) that the server sends: id, event, data. */
export async function* parse(body: ReadableStream<Uint8Array>): AsyncGenerator<Heard> {
  const reader = body.pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  while (true) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split(/\r?\n\r?\n/);
    rest = blocks.pop()!;
    for (const block of blocks) {
      const heard = { id: '', event: 'message', data: '' };
      for (const line of block.split(/\r?\n/)) {
        const [, field, text] = /^(id|event|data): ?(.*)$/.exec(line) ?? [];
        if (field === 'data') heard.data += (heard.data && '\n') + text;
        else if (field === 'id' || field === 'event') heard[field] = text;
      }
      if (heard.data) yield heard;
    }
  }
}
