// One prompt, streamed, with types, and a prompt that is refused. Run with: npx node examples/prompt/typescript.ts ["your prompt"]
interface Chunk {
  readonly choices: readonly [{ readonly delta: { readonly content: string } }];
}

interface Refusal {
  readonly error: string;
  readonly code: number;
}

const url = process.env['UNDERSTUDY_URL'] ?? 'http://localhost:8080';

await show(process.argv[2] ?? 'Explain streaming APIs');
await show('  ').catch((error: unknown) => console.log(error instanceof Error ? error.message : error));

async function show(prompt: string): Promise<void> {
  for await (const text of ask(prompt)) process.stdout.write(text);
  console.log();
}

/** The texts of an answer, as they come. */
async function* ask(prompt: string): AsyncGenerator<string> {
  const response = await fetch(`${url}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ prompt, stream: true }),
  });
  if (response.body === null) throw new Error('The answer has no body.');
  let rest = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines.filter((each) => each.startsWith('data: '))) {
      const data = line.slice('data: '.length);
      if (data === '[DONE]') return;
      const said: Chunk | Refusal = JSON.parse(data);
      if ('error' in said) throw new Error(`Refused with ${said.code}: ${said.error}`);
      yield said.choices[0].delta.content;
    }
  }
}
