// OpenAI's client for JavaScript, streaming. Run with: npx node examples/openai/javascript.mjs ["your question"]
import OpenAI from 'openai';

const url = process.env.UNDERSTUDY_URL ?? 'http://localhost:8080';
const client = new OpenAI({ apiKey: 'mock-api-key', baseURL: `${url}/v1` });

const stream = await client.chat.completions.create({
  model: 'gpt-4o-mini',
  messages: [{ role: 'user', content: process.argv[2] ?? 'What is streaming?' }],
  stream: true,
  stream_options: { include_usage: true },
});

for await (const chunk of stream) {
  process.stdout.write(chunk.choices[0]?.delta.content ?? '');
  if (chunk.usage) console.log(`\n\n${chunk.usage.completion_tokens} tokens`);
}
