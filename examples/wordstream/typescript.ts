// Reads words until there are enough and hangs up, with types. Run with: npx node examples/wordstream/typescript.ts
interface Word {
  readonly choices: readonly [{ readonly delta: { readonly content: string } }];
}

const url = process.env['UNDERSTUDY_URL'] ?? 'http://localhost:8000';
const enough = Number(process.argv[2] ?? 6);

const response = await fetch(`${url}/v1/chat/completions`, { method: 'POST' });
if (response.body === null) throw new Error('The answer has no body.');

let words = 0;
for await (const word of readWords(response.body)) {
  process.stdout.write(word);
  words += 1;
  // Leaving the loop hangs up: the server hears it and stops. The stream itself would go on for an hour.
  if (words >= enough) break;
}
console.log();

async function* readWords(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines.filter((each) => each.startsWith('data: '))) {
      const chunk: Word = JSON.parse(line.slice('data: '.length));
      yield chunk.choices[0].delta.content;
    }
  }
}
