// OpenAI's client with types: a whole answer, then the stream helper. Run with: npx node examples/openai/typescript.ts
import OpenAI, { APIError } from 'openai';

const url = process.env['UNDERSTUDY_URL'] ?? 'http://localhost:8080';
const client = new OpenAI({ apiKey: 'mock-api-key', baseURL: `${url}/v1` });
const messages: OpenAI.ChatCompletionMessageParam[] = [
  { role: 'system', content: 'You answer in short paragraphs.' },
  { role: 'user', content: 'Why do streams arrive in chunks?' },
];

const completion = await client.chat.completions.create({ model: 'gpt-4o-mini', messages });
console.log(`Whole: ${completion.choices[0]?.message.content}\n`);

const stream = client.chat.completions.stream({ model: 'gpt-4o-mini', messages });
stream.on('content', (delta) => process.stdout.write(delta));
const final = await stream.finalChatCompletion();
console.log(`\n\nThe stream ended with finish_reason '${final.choices[0]?.finish_reason}'.`);

// A request that OpenAI would refuse is refused in the same words.
try {
  await client.chat.completions.create({ model: 'gpt-4o-mini', messages, temperature: 3 });
} catch (error) {
  if (!(error instanceof APIError)) throw error;
  console.log(`Refused: ${error.message}`);
}
