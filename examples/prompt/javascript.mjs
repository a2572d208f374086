// One prompt with fetch, streamed. Run with: npx node examples/prompt/javascript.mjs ["your prompt"]
//
// The client that this one comes from had two faults. It called JSON.parse on every event and so broke on the last one, since
// `[DONE]` is not JSON; and it took each read for whole lines, so it lost events that came in two reads, and characters, too.
const url = process.env.UNDERSTUDY_URL ?? 'http://localhost:8080';

const response = await fetch(`${url}/v1/chat/completions`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ prompt: process.argv[2] ?? 'Explain streaming APIs', stream: true }),
});

// `stream: true` keeps the first bytes of a character until the others come; `buffer` keeps the beginning of a line.
const reader = response.body.getReader();
const decoder = new TextDecoder();
let buffer = '';
let done = false;

while (!done) {
  const read = await reader.read();
  if (read.done) break;
  buffer += decoder.decode(read.value, { stream: true });
  const lines = buffer.split('\n');
  buffer = lines.pop();
  for (const line of lines) {
    if (!line.startsWith('data: ')) continue;
    const text = line.slice('data: '.length);
    if (text === '[DONE]') {
      done = true;
      break;
    }
    const data = JSON.parse(text);
    if (data.error !== undefined) throw new Error(`${data.code}: ${data.error}`);
    process.stdout.write(data.choices[0].delta.content);
  }
}
console.log();
