// Asks the reference about every row: answers.mjs <folder with tokenizers.json.gz and rows.json.gz>. Writes answers.json.gz there:
// for each shape the ids of the first rows in full, a hash of the ids of all, hashes for pairs, and spans of the first rows.
// Where @huggingface/transformers gives other ids than the Rust library, it says on how many rows.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { createRequire } from "node:module";
import { PreTrainedTokenizer } from "@huggingface/transformers";

const { Tokenizer } = createRequire(import.meta.url)("tokenizers");
const folder = process.argv[2];
const read = (name) => JSON.parse(gunzipSync(readFileSync(`${folder}/${name}`)));
const { models, shapes } = read("tokenizers.json.gz");
const rows = read("rows.json.gz");
const full = 200, pairs = 400;

// FNV-1a over the ids, four bytes each.
const hash = (ids) => {
  let h = 0x811c9dc5;
  for (const id of ids) for (let s = 0; s < 32; s += 8) h = Math.imul(h ^ ((id >>> s) & 255), 0x01000193);
  return h >>> 0;
};
const packed = (numbers) => Buffer.from(Uint32Array.from(numbers).buffer).toString("base64");

// A string as UTF-8 sees it: half a pair is U+FFFD.
const whole = (s) => s.toWellFormed();
const unitsOf = (s) => { const at = [0]; for (const c of s) at.push(at.at(-1) + c.length); return at; };

const answers = {};
for (const { name, model, file } of shapes) {
  const json = { ...file, model: models[model] };
  const rust = Tokenizer.fromString(JSON.stringify(json));
  const one = async (a, b) => rust.encode(whole(a), b === undefined ? null : whole(b));
  const all = [], first = [], spans = [], both = [], types = [];
  for (const [i, row] of rows.entries()) {
    const e = await one(row);
    all.push(e.getIds());
    if (i < full) {
      first.push(e.getIds());
      const at = unitsOf(whole(row));
      spans.push(e.getOffsets().flat().map((o) => at[Math.min(o, at.length - 1)]));
    }
    if (i < pairs) {
      const p = await one(row, rows[(i * 7 + 3) % rows.length]);
      both.push(hash([...p.getIds(), ...p.getTypeIds()]));
    }
  }
  answers[name] = { ids: first, hashes: packed(all.map(hash)), pairs: packed(both), spans: packed(spans.map(hash)), span0: spans.slice(0, 40) };
  let others = 0, example;
  try {
    const js = new PreTrainedTokenizer(json, { tokenizer_class: "PreTrainedTokenizerFast", model_max_length: 1e9 });
    for (const [i, row] of rows.entries()) {
      const ids = js.encode(row);
      if (JSON.stringify(ids) !== JSON.stringify(all[i])) { others++; example ??= i; }
    }
    console.log(`${name}: transformers.js differs on ${others} of ${rows.length} rows${example === undefined ? "" : `, first ${JSON.stringify(rows[example]).slice(0, 60)}`}`);
  } catch (e) {
    console.log(`${name}: transformers.js cannot: ${e.message}`);
  }
}
writeFileSync(`${folder}/answers.json.gz`, gzipSync(JSON.stringify(answers), { level: 9 }));
