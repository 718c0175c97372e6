// How fast the reference's libraries cut rows into tokens, one after another on one thread: speed.mjs <folder with rows.json and *.tokenizer.json>.
// Prints {shape, who, tokens, seconds} a line; a first pass over other rows is not counted.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { PreTrainedTokenizer } from "@huggingface/transformers";

const { Tokenizer } = createRequire(import.meta.url)("tokenizers");
const folder = process.argv[2];
const { warm, rows } = JSON.parse(readFileSync(`${folder}/rows.json`, "utf8"));
const say = (line) => process.stdout.write(JSON.stringify(line) + "\n");

for (const file of readdirSync(folder).filter((f) => f.endsWith(".tokenizer.json")).sort()) {
  const shape = file.replace(".tokenizer.json", "");
  const text = readFileSync(`${folder}/${file}`, "utf8");
  const js = new PreTrainedTokenizer(JSON.parse(text), { tokenizer_class: "PreTrainedTokenizerFast", model_max_length: 1e9 });
  for (const row of warm) js.encode(row);
  let tokens = 0, began = performance.now();
  for (const row of rows) tokens += js.encode(row).length;
  say({ shape, who: "transformers.js", tokens, seconds: (performance.now() - began) / 1000 });

  const rust = Tokenizer.fromString(text);
  for (const row of warm) await rust.encode(row);
  tokens = 0;
  began = performance.now();
  for (const row of rows) tokens += (await rust.encode(row)).getLength();
  say({ shape, who: "tokenizers (Rust, from Node)", tokens, seconds: (performance.now() - began) / 1000 });
}
