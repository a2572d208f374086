import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedServer, startServer } from '../../src/index.ts';
import { run, runExample } from './run-example.ts';
import { testPipes } from './test-pipes.ts';

const python = fileURLToPath(
  new URL('../../node_modules/.cache/understudy-python/bin/python', import.meta.url),
);

/** A program for OpenAI's client as documents show it, to the letter. */
const openaiSnippet = `import openai

client = openai.OpenAI(
    api_key="mock-api-key",
    base_url="http://localhost:8080/v1"
)

# Enable streaming with stream=True
stream = client.chat.completions.create(
    model="gpt-3.5-turbo",
    messages=[{"role": "user", "content": "Hello!"}],
    stream=True  # This enables streaming!
)

print("Response: ", end="", flush=True)
for chunk in stream:
    if chunk.choices[0].delta.content:
        print(chunk.choices[0].delta.content, end="", flush=True)
print()
`;

const openaiCurl = `curl -sS -X POST http://localhost:8080/v1/chat/completions \\
  -H "Content-Type: application/json" \\
  -d '{
    "model": "gpt-3.5-turbo",
    "messages": [{"role": "user", "content": "Hello!"}],
    "stream": true
  }'`;

const promptCurl = `curl -sS -X POST http://localhost:8080/v1/chat/completions \\
  -H "Content-Type: application/json" \\
  -d '{"prompt": "Explain streaming APIs", "stream": true}'`;

const wordsCurl = 'curl -sSN --max-time 2 -X POST http://localhost:8000/v1/chat/completions';

// A tenth of the pace that the document of pipes has.
const chunkDelay = 0.1;

// The addresses that documents name, where they are free; else free ports, put in their place.
describe.concurrent('what documents tell people to type', { timeout: 30_000 }, () => {
  let server: StartedServer;
  let folder: string;
  let taken = false;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'understudy-seeds-'));
    // The words come at their own pace, answers at eight times the usual one.
    const classic = { preset: 'classic', tokensPerSecond: 400, chunkDelay } as const;
    try {
      server = await startServer({ ...classic, port: undefined });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
      taken = true;
      server = await startServer(classic);
    }
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await server.close();
  });

  function place(text: string): string {
    const [words, openai] = server.listeners;
    return text.replaceAll(':8000', `:${words?.port}`).replaceAll(':8080', `:${openai?.port}`);
  }

  it('reaches the ports 8000 and 8080', ({ skip }) => {
    skip(taken, 'ports 8000 and 8080 are taken on this machine: free ones are put in their place');
    expect(server.listeners.map(({ port }) => port)).toEqual([8000, 8080]);
  });

  it("runs a program for OpenAI's client on localhost:8080", async () => {
    const file = join(folder, 'snippet.py');
    writeFileSync(file, place(openaiSnippet));
    const { code, output, errors } = await run([python, file], undefined);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toMatch(/^Response: \S[^]{20,}\n$/);
  });

  it('runs the curl command for chat completions', async () => {
    const { code, output } = await run(['sh', '-c', place(openaiCurl)], undefined);
    const events = output.split('\n\n');
    expect(code).toBe(0);
    expect(JSON.parse(events[1]?.slice('data: '.length) ?? '')).toMatchObject({
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta: { content: expect.stringMatching(/\S/) }, finish_reason: null }],
    });
    expect(JSON.parse(events.at(-3)?.slice('data: '.length) ?? '')).toMatchObject({
      choices: [{ delta: {}, finish_reason: 'stop' }],
    });
    expect(events.slice(-2)).toEqual(['data: [DONE]', '']);
  });

  it('runs the curl command for prompts', async () => {
    const { code, output } = await run(['sh', '-c', place(promptCurl)], undefined);
    expect(code).toBe(0);
    expect(output).toMatch(/^data: \{"choices": \[\{"delta": \{"content": "[^]+\n\ndata: \[DONE\]\n\n$/);
  });

  it('streams words on localhost:8000 at two a second until the client leaves', async () => {
    const { code, output } = await run(['sh', '-c', place(wordsCurl)], undefined);
    // 28 says that curl's time was over, not the stream.
    expect(code).toBe(28);
    expect(output).toMatch(
      /^data: \{"choices": \[\{"delta": \{"content": "This "\}\}\]\}\n\ndata: [^\n]+"is "/,
    );
  });

  it('runs the examples that look for those addresses by themselves', async ({ skip }) => {
    skip(taken, 'ports 8000 and 8080 are taken on this machine');
    const files = ['openai/python.py', 'prompt/javascript.mjs', 'wordstream/javascript.mjs'];
    const runs = await Promise.all(files.map((file) => runExample(file, undefined)));
    expect(runs.map(({ code, errors }) => ({ code, errors }))).toEqual(
      files.map(() => ({ code: 0, errors: '' })),
    );
  });

  testPipes(place, chunkDelay);
});
