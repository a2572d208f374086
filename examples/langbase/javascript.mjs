// Two turns of one conversation with fetch, streamed. Run with: npx node examples/langbase/javascript.mjs ["your question"]
//
// The server keeps the conversation: the header lb-thread-id names it, and the next turn sends that id and its own message alone.
const url = process.env.UNDERSTUDY_URL ?? 'http://localhost:8080';

const firstThread = await ask(process.argv[2] ?? 'My name is Ada Lovelace.');
await ask('What is my name?', firstThread);

async function ask(content, threadId) {
  const response = await fetch(`${url}/v1/pipes/run`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ threadId, messages: [{ role: 'user', content }], stream: true }),
  });
  if (!response.ok) throw new Error((await response.json()).error.message);
  console.log(`> ${content}`);
  for await (const data of readEvents(response.body)) {
    process.stdout.write(JSON.parse(data).choices[0].delta.content ?? '');
  }
  console.log();
  return response.headers.get('lb-thread-id');
}

// An event may come in two reads, and a read may hold two events: lines are cut from what has come so far.
async function* readEvents(body) {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    for (const line of lines) {
      if (line === 'data: [DONE]') return;
      if (line.startsWith('event: error')) throw new Error('The answer broke off.');
      if (line.startsWith('data: ')) yield line.slice('data: '.length);
    }
  }
}
