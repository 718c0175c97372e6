// Tokens by the reference: reads {"folder", "asked": [{"shape", "rows": [[text] or [text, second], …]}, …]} and writes [[{ids, types}, …], …].
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { createRequire } from "node:module";

const { Tokenizer } = createRequire(import.meta.url)("tokenizers");
const { folder, asked } = JSON.parse(readFileSync(0));
const { models, shapes } = JSON.parse(gunzipSync(readFileSync(`${folder}/tokenizers.json.gz`)));
const answers = [];
for (const { shape, rows } of asked) {
  const { file, model } = shapes.find((s) => s.name === shape);
  const tokenizer = Tokenizer.fromString(JSON.stringify({ ...file, model: models[model] }));
  tokenizer.setTruncation(64);
  const made = [];
  for (const [text, second] of rows) {
    const e = await tokenizer.encode(text.toWellFormed(), second ?? null);
    made.push({ ids: e.getIds(), types: e.getTypeIds() });
  }
  answers.push(made);
}
console.log(JSON.stringify(answers));
