// GPT-2 goes on with a text, as lines of JSON, with a seed and a stop. Run with: npx node examples/completion/typescript.ts
interface Piece {
  readonly index: number;
  readonly text: string;
}

interface Ending {
  readonly finish_reason: 'stop' | 'length';
  readonly usage: { readonly prompt_tokens: number; readonly completion_tokens: number };
}

const url = process.env['UNDERSTUDY_URL'] ?? 'http://localhost:8080';
const query = new URLSearchParams({
  format: 'ndjson',
  max_new_tokens: '60',
  temperature: '0.8',
  // The same seed gives the same text.
  seed: '7',
  stop: '.',
});

const response = await fetch(`${url}/completion/${encodeURIComponent('The cat')}?${query.toString()}`);
if (!response.ok || response.body === null) throw new Error(await response.text());

process.stdout.write('The cat');
for await (const line of readLines(response.body)) {
  const said: unknown = JSON.parse(line);
  if (isPiece(said)) process.stdout.write(said.text);
  else if (isEnding(said)) {
    console.log(`\n\n${said.usage.completion_tokens} tokens; it ended because of '${said.finish_reason}'.`);
  } else throw new Error(line);
}

async function* readLines(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    // A read is not a line: what follows the last line break waits for the next read.
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function isPiece(said: unknown): said is Piece {
  return typeof said === 'object' && said !== null && 'text' in said && 'index' in said;
}

function isEnding(said: unknown): said is Ending {
  return typeof said === 'object' && said !== null && 'finish_reason' in said && 'usage' in said;
}
