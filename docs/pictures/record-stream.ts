// Records one paced stream of a running server and draws it as an animation: every token appears when it really arrived.
// Run: npx node docs/pictures/record-stream.ts   (writes docs/pictures/stream.svg)
import { writeFileSync } from 'node:fs';
import { startServer } from '../../src/index.ts';

interface Arrival {
  readonly text: string;
  /** Milliseconds after the request. */
  readonly moment: number;
}

const prompt = 'Explain streaming APIs in three sentences.';
const pace = { ttft: 300, tokensPerSecond: 25 };
const width = 80;
const lineHeight = 22;
const characterWidth = 8.6;
const hold = 3000;

await using server = await startServer({ ...pace, seed: 7 });
// The first answer of a server also loads its tokens.
await record();
const arrivals = await record();
writeFileSync(new URL('stream.svg', import.meta.url), draw(arrivals));

async function record(): Promise<Arrival[]> {
  const began = performance.now();
  const reply = await fetch(`${server.baseURL}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      model: 'gpt-4o-mini',
      messages: [{ role: 'user', content: prompt }],
      stream: true,
    }),
  });
  const found: Arrival[] = [];
  if (reply.body === null) return found;
  for await (const bytes of reply.body) {
    for (const line of Buffer.from(bytes).toString('utf8').split('\n')) {
      const text = readDelta(line);
      if (text !== '') found.push({ text, moment: performance.now() - began });
    }
  }
  return found;
}

function readDelta(line: string): string {
  if (!line.startsWith('data: {')) return '';
  return JSON.parse(line.slice('data: '.length)).choices[0]?.delta?.content ?? '';
}

function draw(arrived: readonly Arrival[]): string {
  const total = (arrived.at(-1)?.moment ?? 0) + hold;
  const lines = [`$ curl -N $BASE/chat/completions -d '{"stream":true, …`, `> ${prompt}`, ''];
  const start = lines.length;
  const words: string[] = [];
  let row = start;
  let column = 0;
  for (const { text } of joinWords(arrived)) {
    if (column + text.trimEnd().length > width) {
      row += 1;
      column = 0;
    }
    const shown = column === 0 ? text.trimStart() : text;
    words.push(place(shown, row, column, words.length));
    column += shown.length;
  }
  const rate = Math.round(
    (1000 * (arrived.length - 1)) / ((arrived.at(-1)?.moment ?? 1) - (arrived[0]?.moment ?? 0)),
  );
  const note = `${arrived.length} tokens · asked for ${pace.tokensPerSecond} tokens/s after ${pace.ttft} ms · got ${rate} tokens/s after ${Math.round(arrived[0]?.moment ?? 0)} ms`;
  const height = (row + 5) * lineHeight;
  const head = lines
    .map((line, index) => `<text x="20" y="${y(index)}" class="dim">${escape(line)}</text>`)
    .join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width * characterWidth + 40} ${height}" role="img" aria-label="A stream of tokens, appearing at the pace that was asked for">
<style>
rect { fill: #14171f } text { font: 14px ui-monospace, "DejaVu Sans Mono", monospace; fill: #e6e6e6; white-space: pre }
.dim { fill: #7d8799 } .note { fill: #7bd88f }
.token { animation: none ${(total / 1000).toFixed(2)}s step-end infinite; opacity: 0 }
${joinWords(arrived)
  .map(({ moment }, index) => keyframes(index, moment, total))
  .join('\n')}
@media (prefers-reduced-motion: reduce) { .token { animation: none !important; opacity: 1 } }
</style>
<rect width="100%" height="100%" rx="8"/>
${head}
${words.join('\n')}
<text x="20" y="${y(row + 3)}" class="note">${escape(note)}</text>
</svg>
`;
}

// Tokens of one word appear with its last one, so that the text can be set word by word.
function joinWords(arrived: readonly Arrival[]): Arrival[] {
  const words: Arrival[] = [];
  for (const { text, moment } of arrived) {
    const last = words.at(-1);
    if (last !== undefined && !/^\s/.test(text)) words[words.length - 1] = { text: last.text + text, moment };
    else words.push({ text, moment });
  }
  return words;
}

function keyframes(index: number, moment: number, total: number): string {
  const at = ((moment / total) * 100).toFixed(2);
  return `@keyframes t${index} { 0% { opacity: 0 } ${at}%, 100% { opacity: 1 } }`;
}

function place(text: string, row: number, column: number, index: number): string {
  return `<text x="${(20 + column * characterWidth).toFixed(1)}" y="${y(row)}" class="token" style="animation-name:t${index}">${escape(text)}</text>`;
}

function y(row: number): number {
  return 32 + row * lineHeight;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
