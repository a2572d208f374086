// A thread from its beginning to its end, with Langbase's client. Run with: npx node examples/threads/typescript.ts (needs: npm install langbase)
import { Langbase } from 'langbase';

const url = process.env['UNDERSTUDY_URL'] ?? 'http://localhost:8080';
// The types know Langbase's own address alone; any other one works.
const langbase = new Langbase({ apiKey: 'user-key', baseUrl: url as 'https://api.langbase.com' });

const { id, metadata } = await langbase.threads.create({ metadata: { topic: 'billing' } });
console.log(`made: ${metadata?.['topic']}`);

await langbase.threads.append({
  threadId: id,
  messages: [
    { role: 'user', content: 'My name is Ada Lovelace.' },
    { role: 'assistant', content: 'Good to know.' },
  ],
});

const { completion } = await langbase.pipes.run({
  name: 'support',
  threadId: id,
  messages: [{ role: 'user', content: 'What is my name?' }],
  stream: false,
});
console.log(`answered: ${completion}`);

for (const { role } of await langbase.threads.messages.list({ threadId: id })) console.log(`kept: ${role}`);

const { success } = await langbase.threads.delete({ threadId: id });
console.log(`deleted: ${success}`);
