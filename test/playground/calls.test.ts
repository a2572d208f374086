import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readError, readEvent, readWhole } from '../../playground/src/answers.ts';
import { describeCall } from '../../playground/src/calls.ts';
import { readPaces, readSchedule, resolvePace } from '../../playground/src/paces.ts';
import { type Settings, firstSettings, withDialect } from '../../playground/src/settings.ts';
import { writeCurl, writeJavaScript, writePython } from '../../playground/src/snippets.ts';

function set(part: Partial<Settings>): Settings {
  return { ...firstSettings, ...part };
}

describe('a call', () => {
  it('leaves to the server what the form leaves empty', () => {
    const call = describeCall(
      set({ ttft: '', tokensPerSecond: ' ', jitter: 'x', lasting: false, stream: false }),
      'Hi',
    );
    expect(call.headers).toEqual({ 'content-type': 'application/json' });
    expect(call.body).toEqual({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'Hi' }] });
  });

  it('asks for a stream that outlives the connection only where there is a stream', () => {
    const headersOf = (part: Partial<Settings>) => describeCall(set(part), 'Hi').headers;
    expect(headersOf({})).toHaveProperty('x-understudy-on-disconnect', 'continue');
    expect(headersOf({ stream: false })).not.toHaveProperty('x-understudy-on-disconnect');
    expect(headersOf({ stream: false, dialect: 'prompt' })).toHaveProperty('x-understudy-on-disconnect');
  });

  it('puts a question of any characters into the path of a completion', () => {
    const settings = set({ dialect: 'completion', model: 'gpt2', seed: '3', maxTokens: '9' });
    expect(describeCall(settings, 'a/b?c#d %é')).toMatchObject({
      method: 'GET',
      path: '/completion/a%2Fb%3Fc%23d%20%25%C3%A9?model=gpt2&seed=3&max_new_tokens=9',
    });
  });

  it('names the pipe and the thread, and no seed that a pipe would not know', () => {
    const settings = set({
      dialect: 'langbase',
      pipe: 'support',
      thread: 't-1',
      seed: '3',
      system: 'Be kind.',
    });
    expect(describeCall(settings, 'Hi').body).toEqual({
      name: 'support',
      model: 'gpt-4o-mini',
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'Hi' },
      ],
      stream: true,
      threadId: 't-1',
    });
  });

  it('takes the model that suits its dialect', () => {
    expect(withDialect(firstSettings, 'completion').model).toBe('');
    expect(withDialect(withDialect(firstSettings, 'completion'), 'openai').model).toBe('gpt-4o-mini');
    expect(withDialect(set({ model: 'mine' }), 'langbase').model).toBe('mine');
  });
});

describe('a pace', () => {
  const own = { ttft: 700, tokensPerSecond: 12, jitter: 0.5 };
  const slow = { ...own, tokensPerSecond: 2 };
  const paces = readPaces({ pace: own, modelPaces: { slow, gpt2: null } });
  const unpaced = readPaces({ pace: null, modelPaces: { slow } });

  it("is the server's or the model's own as long as nothing of it is typed", () => {
    expect(resolvePace(firstSettings, paces)).toEqual(own);
    expect(resolvePace(set({ model: 'slow' }), paces)).toEqual(slow);
    expect(resolvePace(set({ model: 'slow' }), unpaced)).toEqual(slow);
    for (const unknown of [set({ model: 'gpt2' }), set({ dialect: 'completion', model: '' })]) {
      expect(readSchedule(unknown, paces)).toBeUndefined();
    }
  });

  it("takes the rest from the server's own once a part of it is typed, as the server does", () => {
    expect(resolvePace(set({ model: 'slow', ttft: '0' }), paces)).toEqual({ ...own, ttft: 0 });
    expect(readSchedule(set({ dialect: 'completion', model: '', ttft: '5' }), paces)).toMatchObject({
      ttft: 5,
    });
  });

  it('makes a schedule only where both of its numbers are known and the answer is streamed', () => {
    expect(readSchedule(firstSettings, paces)).toEqual({ ttft: 700, tokensPerSecond: 12 });
    expect(readSchedule(set({ ttft: '5' }), unpaced)).toBeUndefined();
    expect(readSchedule(set({ ttft: '5', tokensPerSecond: '0' }), unpaced)).toBeUndefined();
    expect(readSchedule(set({ ttft: '5', tokensPerSecond: '9' }), unpaced)).toBeDefined();
    expect(readSchedule(set({ stream: false }), paces)).toBeUndefined();
    expect(readSchedule(set({ stream: false, dialect: 'prompt' }), paces)).toBeDefined();
  });
});

describe('code', () => {
  const place = { url: 'http://127.0.0.1:8080', keyed: false };

  it('hands any text to the shell as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!text.includes('\0'));
        const curl = writeCurl(describeCall(firstSettings, text), place).replace(/^curl/, `printf '%s\\n'`);
        const told = execFileSync('sh', ['-c', curl], { encoding: 'utf8' });
        expect(told).toContain(JSON.stringify(text));
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  it('takes the key from the environment', () => {
    const call = describeCall(firstSettings, 'Hi');
    for (const write of [writeCurl, writePython, writeJavaScript]) {
      expect(write(call, { ...place, keyed: true })).toContain('OPENAI_API_KEY');
      expect(write(call, place)).not.toContain('OPENAI_API_KEY');
    }
  });

  it("writes Python's own words", () => {
    const call = {
      method: 'POST',
      path: '/',
      headers: {},
      body: { a: true, b: null, c: [false, 1.5, 'x'] },
    } as const;
    const python = writePython(call, place).replace(
      /request = [^]*data=([^]*)\.encode\(\),\n\)[^]*/,
      'print($1)',
    );
    const told = execFileSync('python3', ['-c', python], { encoding: 'utf8' });
    expect(JSON.parse(told)).toEqual(call.body);
  });
});

describe('an answer', () => {
  const event = (data: string, name = 'message') => ({ event: name, data, id: '' });

  it('tells text, end, usage and errors of each dialect', () => {
    const chunk = '{"choices":[{"delta":{"content":"a"},"finish_reason":null}]}';
    expect(readEvent('openai', event(chunk))).toEqual({ text: 'a' });
    expect(readEvent('openai', event('{"choices":[],"usage":{"completion_tokens":7}}'))).toEqual({
      tokens: 7,
    });
    expect(readEvent('prompt', event('[DONE]'))).toEqual({ over: true });
    expect(readEvent('prompt', event('{"error": "No.", "code": 500}'))).toEqual({ error: 'No.' });
    expect(readEvent('completion', event(' a b'))).toEqual({ text: ' a b' });
    expect(readEvent('completion', event('[DONE]', 'done'))).toEqual({ over: true });
    expect(readEvent('completion', event('{"detail":"Sorry."}', 'error'))).toEqual({ error: 'Sorry.' });
    expect(readEvent('langbase', event('{"message":"Oh.","error":{"message":"Oh."}}', 'error'))).toEqual({
      error: 'Oh.',
    });
  });

  it('is harmless whatever it says', () => {
    for (const data of [
      '',
      '{',
      'null',
      '[]',
      '{"choices":null}',
      '{"choices":[{"delta":{"content":{}}}]}',
      '{"__proto__":1}',
    ]) {
      expect(readEvent('openai', event(data))).toEqual({});
      expect(readWhole(data)).toMatchObject({ over: true });
    }
  });

  it('tells why it was refused, in the shapes of all dialects', () => {
    expect(readError('{"error":{"message":"A."}}')).toBe('A.');
    expect(readError('data: {"error": "B.", "code": 400}\n\n')).toBe('B.');
    expect(readError('{"success":false,"error":{"message":"C."}}')).toBe('C.');
    expect(readError('{"detail":[{"msg":"D."},{"msg":"E."}]}')).toBe('D.; E.');
    expect(readError('<html>')).toBe('<html>');
    expect(readError('')).toBe('The server gave no reason.');
  });
});
