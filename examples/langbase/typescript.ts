// Two turns of one conversation with Langbase's client, streamed. Run with: npx node examples/langbase/typescript.ts (needs: npm install langbase)
import { Langbase, getRunner } from 'langbase';

const url = process.env['UNDERSTUDY_URL'] ?? 'http://localhost:8080';
// The types know Langbase's own address alone; any other one works.
const langbase = new Langbase({ apiKey: 'user-key', baseUrl: url as 'https://api.langbase.com' });

const thread = await ask('My name is Ada Lovelace.');
await ask('What is my name?', thread);

/** Shows an answer as it comes, and gives the thread that it belongs to. */
async function ask(content: string, threadId?: string): Promise<string | undefined> {
  console.log(`> ${content}`);
  const answer = await langbase.pipes.run({
    name: 'support',
    ...(threadId === undefined ? {} : { threadId }),
    messages: [{ role: 'user', content }],
    stream: true,
  });
  const runner = getRunner(answer.stream);
  runner.on('content', (text) => process.stdout.write(text));
  await runner.finalChatCompletion();
  console.log();
  return answer.threadId ?? undefined;
}
