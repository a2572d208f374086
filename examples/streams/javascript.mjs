// A stream that breaks off in the middle and goes on where it was. Run with: npx node examples/streams/javascript.mjs
//
// In a page, `new EventSource('/v1/streams/' + id)` does the second half by itself: it remembers the last id that it heard.
const url = process.env.UNDERSTUDY_URL ?? 'http://localhost:8080';

const hangUp = new AbortController();
const response = await fetch(`${url}/v1/chat/completions`, {
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
    // Without this header the answer ends with its client.
    'x-understudy-on-disconnect': 'continue',
  },
  body: JSON.stringify({
    model: 'gpt-4o-mini',
    messages: [{ role: 'user', content: 'How do tides work?' }],
    stream: true,
  }),
  signal: hangUp.signal,
});
if (!response.ok) throw new Error((await response.json()).error.message);
const stream = response.headers.get('x-understudy-stream-id');

let lastId;
try {
  for await (const { id, data } of readEvents(response.body)) {
    lastId = id;
    show(data);
    // The network breaks off after ten events.
    if (id === '9') hangUp.abort();
  }
} catch (error) {
  if (error.name !== 'AbortError') throw error;
  process.stdout.write('[cut off]');
}

const again = await fetch(`${url}/v1/streams/${stream}`, { headers: { 'Last-Event-ID': lastId } });
for await (const { data } of readEvents(again.body)) show(data);
console.log();

function show(data) {
  if (data !== '[DONE]') process.stdout.write(JSON.parse(data).choices[0]?.delta.content ?? '');
}

async function* readEvents(body) {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const events = (rest + text).split('\n\n');
    rest = events.pop();
    for (const event of events) {
      const read = (name) => event.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1];
      if (read('data') !== undefined) yield { id: read('id'), data: read('data') };
    }
  }
}
