// Langbase's client: a stream, a thread and a tool. Run with: npx node examples/langbase/sdk.mjs (needs: npm install langbase)
//
// In TypeScript `baseUrl` takes Langbase's own addresses alone: write `baseUrl: url as 'https://api.langbase.com'`.
import { Langbase, getRunner, getToolsFromRun } from 'langbase';

const baseUrl = process.env.UNDERSTUDY_URL ?? 'http://localhost:8080';
const langbase = new Langbase({ apiKey: 'user-key', baseUrl });

// A pipe that nobody has made answers all the same; one that was made brings its messages, variables and tools.
await langbase.pipes.create({
  name: 'guide',
  upsert: true,
  messages: [{ role: 'system', content: 'You are a guide to {{place}}.' }],
  tools: [
    {
      type: 'function',
      function: {
        name: 'get_weather',
        description: 'Tells the weather of a place.',
        parameters: { type: 'object', properties: { location: { type: 'string' } }, required: ['location'] },
      },
    },
  ],
});
const variables = [{ name: 'place', value: 'Paris' }];

const { stream, threadId } = await langbase.pipes.run({
  name: 'guide',
  variables,
  messages: [{ role: 'user', content: 'Hello!' }],
  stream: true,
});
const runner = getRunner(stream);
runner.on('content', (text) => process.stdout.write(text));
await runner.finalChatCompletion();

// The same thread goes on: the pipe calls its tool, and gets what it said.
const asked = await langbase.pipes.run({
  name: 'guide',
  variables,
  threadId,
  messages: [{ role: 'user', content: 'What is the weather in Paris?' }],
});
const [call] = await getToolsFromRun(asked);
console.log(`\n\n${call.function.name}(${call.function.arguments})\n`);
const answered = await langbase.pipes.run({
  name: 'guide',
  variables,
  threadId,
  messages: [
    { role: 'tool', tool_call_id: call.id, name: 'get_weather', content: '{"temperature": "17 °C"}' },
  ],
});
console.log(answered.completion);

const messages = await langbase.threads.messages.list({ threadId });
console.log(`\n${messages.map(({ role }) => role).join(', ')}`);
