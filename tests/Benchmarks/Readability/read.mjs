// Reads pages with Mozilla's Readability on jsdom, one after another: lines {id, url, file} on standard input, lines {id, ms, text} on
// standard output. The time of a page is that of parsing and extraction; the file is in memory before. The first lines, marked
// {"warm": true}, are read and not answered.
import { readFileSync } from 'node:fs';
import { JSDOM, VirtualConsole } from 'jsdom';
import { Readability } from '@mozilla/readability';

const quiet = new VirtualConsole();
const read = ({ url, file }) => {
  const body = readFileSync(file);
  const started = performance.now();
  let text = '';
  try {
    const dom = new JSDOM(body, { url: url ?? 'https://page.example/', contentType: 'text/html', virtualConsole: quiet });
    text = new Readability(dom.window.document).parse()?.textContent ?? '';
  } catch {
    // A page that it cannot read has no text; the time counts.
  }
  return { ms: performance.now() - started, text };
};

for (const line of readFileSync(0, 'utf8').split('\n')) {
  if (line.length === 0) continue;
  const page = JSON.parse(line);
  const { ms, text } = read(page);
  if (!page.warm) process.stdout.write(JSON.stringify({ id: page.id, ms, text }) + '\n');
}
