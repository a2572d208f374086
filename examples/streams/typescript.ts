// OpenAI's client breaks a stream off and goes on with it. Run with: npx node examples/streams/typescript.ts (needs: npm install openai)
import OpenAI from 'openai';

const url = process.env['UNDERSTUDY_URL'] ?? 'http://localhost:8080';
const client = new OpenAI({ apiKey: 'mock-api-key', baseURL: `${url}/v1` });

// withResponse gives the head, too: it names the stream.
const { data, response } = await client.chat.completions
  .create(
    {
      model: 'gpt-4o-mini',
      messages: [{ role: 'user', content: 'How do tides work?' }],
      stream: true,
    },
    { headers: { 'x-understudy-on-disconnect': 'continue' } },
  )
  .withResponse();
const id = response.headers.get('x-understudy-stream-id') ?? '';

// Events are numbered from 0, the one that tells the role.
let heard = 0;
for await (const chunk of data) {
  show(chunk);
  heard += 1;
  // Leaving the loop hangs up.
  if (heard === 10) break;
}
process.stdout.write('[cut off]');

const rest: AsyncIterable<OpenAI.ChatCompletionChunk> = await client.get(`/streams/${id}`, {
  headers: { 'Last-Event-ID': String(heard - 1) },
  stream: true,
});
for await (const chunk of rest) show(chunk);
console.log();

function show({ choices: [choice] }: OpenAI.ChatCompletionChunk): void {
  process.stdout.write(choice?.delta.content ?? '');
}
