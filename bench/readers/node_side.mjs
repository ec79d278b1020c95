// Runs among the readers' packages: `node node_side.mjs FOLDER READER FILE` prints what the reader finds as {prompt, seed}. Both tell the bytes of an EXIF
// UserComment, not its text: they are decoded here as EXIF says.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const [folder, name, path] = process.argv.slice(2);
const library = createRequire(`${folder}/`)(name);
const data = readFileSync(path);

function text(comment) {
  const bytes = Buffer.from(comment ?? []);
  return bytes.subarray(0, 7).toString() === 'UNICODE' ? Buffer.from(bytes.subarray(8)).swap16().toString('utf16le') : '';
}
function told(words) {
  return { prompt: words.split('\nSteps:')[0], seed: /Seed: (\d+)/.exec(words)?.[1] ?? '' };
}
const sides = {
  async exifr() {
    const found = await library.parse(data, { xmp: true, exif: true, userComment: true, mergeOutput: true });
    return found.userComment ? told(text(found.userComment)) : { prompt: found.description?.value ?? '', seed: null };
  },
  async exifreader() {
    const found = library.load(data);
    return told(found.parameters?.value ?? text(found.UserComment?.value));
  },
};
console.log(JSON.stringify(await sides[name]()));
