import type { Programs } from './program.ts';

/** Programs in TypeScript that deal with files, time and the network. */
export const typescriptWorld: Programs = {
  'read-file': `import { readFile } from 'node:fs/promises';

async function readLines(path‹: string›)‹: Promise<string[]>› {
  const text = await readFile(path, 'utf8');
  return text.split(/\\r?\\n/);
}

const lines = await readLines(import.meta.filename);
console.log(lines[0]); // import { readFile } from 'node:fs/promises';`,
  'read-csv': `// Enough for simple files; quoted fields with line breaks need a library.
function parseCsv(text‹: string›)‹: Record<string, string>[]› {
  const [head = '', ...lines] = text.trim().split(/\\r?\\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

console.log(parseCsv('name,age\\nAda,36\\nAlan,41')[1]?.name); // Alan`,
  'parse-json': `function parseJson(text‹: string›)‹: unknown› {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error('not valid JSON', { cause: error });
  }
}

console.log(JSON.stringify(parseJson('{"name": "Ada", "age": 36}'))); // {"name":"Ada","age":36}`,
  'http-get': `async function getJson(url‹: string›)‹: Promise<unknown>› {
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error('the server answered ' + response.status);
  return response.json();
}

console.log(await getJson('https://api.github.com'));`,
  'http-server': `import { createServer } from 'node:http';

const server = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ method: request.method, path: request.url }));
});

server.listen(8000, '127.0.0.1', () => {
  console.log('listening on http://127.0.0.1:8000');
});`,
  'sse-client': `async function* readEvents(url‹: string›)‹: AsyncGenerator<string>› {
  const response = await fetch(url, { headers: { accept: 'text/event-stream' } });
  if (!response.ok || response.body === null) throw new Error('no stream: ' + response.status);
  let buffer = '';
  // A chunk of the network may hold half an event or three of them.
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    buffer += chunk.replaceAll('\\r', '');
    const events = buffer.split('\\n\\n');
    buffer = events.pop() ?? '';
    for (const event of events) {
      const data = event
        .split('\\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).replace(/^ /, ''));
      if (data.length > 0) yield data.join('\\n');
    }
  }
}

for await (const data of readEvents('http://127.0.0.1:8000/events')) {
  if (data === '[DONE]') break;
  console.log(data);
}`,
  'sse-server': `import { createServer } from 'node:http';

const server = createServer((request, response) => {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache',
  });
  let id = 0;
  const timer = setInterval(() => {
    id += 1;
    // A blank line ends each event.
    response.write('id: ' + id + '\\ndata: tick ' + id + '\\n\\n');
  }, 1000);
  // A client that hangs up must not leave its timer behind.
  response.on('close', () => clearInterval(timer));
});

server.listen(8000, '127.0.0.1');`,
  'chat-stream': `import OpenAI from 'openai';

// Any server that speaks the same API will do: only the base URL changes.
const client = new OpenAI({ baseURL: 'http://127.0.0.1:8000/v1', apiKey: 'unused' });

const stream = await client.chat.completions.create({
  model: 'gpt-4o-mini',
  messages: [{ role: 'user', content: 'Explain server-sent events.' }],
  stream: true,
});

for await (const chunk of stream) {
  process.stdout.write(chunk.choices[0]?.delta.content ?? '');
}`,
  debounce: `function debounce‹<A extends unknown[]>›(action‹: (...args: A) => void›, delay‹: number›)‹: (...args: A) => void› {
  let timer‹: ReturnType<typeof setTimeout> | undefined›;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...args), delay);
  };
}

const save = debounce((text‹: string›) => console.log('saved', text), 20);
save('d');
save('dr');
save('draft'); // Only this call comes through: saved draft`,
  throttle: `function throttle‹<A extends unknown[]>›(action‹: (...args: A) => void›, pause‹: number›)‹: (...args: A) => void› {
  let last = -Infinity;
  return (...args) => {
    const now = performance.now();
    if (now - last < pause) return;
    last = now;
    action(...args);
  };
}

let calls = 0;
const count = throttle(() => (calls += 1), 1000);
for (let index = 0; index < 5; index += 1) count();
console.log(calls); // 1`,
  retry: `async function retry‹<T>›(action‹: () => Promise<T>›, attempts = 4, delay = 100)‹: Promise<T>› {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await action();
    } catch (error) {
      if (attempt >= attempts) throw error;
      // Twice as long each time, and a little random, so that clients do not come back all at once.
      const pause = delay * 2 ** (attempt - 1) * (0.5 + Math.random());
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

let tries = 0;
const flaky = async ()‹: Promise<string>› => {
  tries += 1;
  if (tries < 3) throw new Error('busy');
  return 'done after ' + tries;
};
console.log(await retry(flaky, 4, 1)); // done after 3`,
  timer: `async function timed‹<T>›(label‹: string›, action‹: () => T | Promise<T>›)‹: Promise<T>› {
  const start = performance.now();
  try {
    return await action();
  } finally {
    console.log(label + ': ' + (performance.now() - start).toFixed(1) + ' ms');
  }
}

await timed('sum', () => Array.from({ length: 1_000_000 }, (_, n) => n).reduce((a, b) => a + b));`,
  password: `import { randomInt } from 'node:crypto';

function makePassword(length = 16)‹: string› {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-_.!';
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

console.log(makePassword().length); // 16`,
};
