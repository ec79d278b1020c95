#!/bin/sh
# exifr 7.1.3: values of XMP come back as they stand in the XML, entities and all: what was written as "salt & pepper <b>" reads "salt &amp; pepper &lt;b&gt;".
# exiftool and Adobe's toolkit unfold them, as XML has it; a program that writes what exifr told doubles them with every round.
# Seen: the property of an attribute and that of an element, both with entities left in.
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" exifr@7.1.3
cat > "$folder/read.mjs" <<'JS'
import { createRequire } from 'node:module';
const exifr = createRequire(`${process.cwd()}/`)('exifr');
const packet = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
  + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmp:CreatorTool="A &amp; B"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">salt &amp; pepper &lt;b&gt;</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>';
const name = Buffer.from('http://ns.adobe.com/xap/1.0/\0'), body = Buffer.from(packet), size = Buffer.alloc(2);
size.writeUInt16BE(name.length + body.length + 2);
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), size, name, body, Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9])]);
const told = await exifr.parse(jpeg, { xmp: true });
console.log(JSON.stringify({ attribute: told.CreatorTool, element: told.description.value }));
process.exit(told.CreatorTool === 'A &amp; B' && told.description.value === 'salt &amp; pepper &lt;b&gt;' ? 0 : 1);
JS
cd "$folder" && node read.mjs
