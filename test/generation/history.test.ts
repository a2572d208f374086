import { describe, expect, it } from 'vitest';
import type { ThreadMessage } from '../../src/core/thread-store.ts';
import { fitHistory } from '../../src/generation/history.ts';
import { countPromptTokens } from '../../src/generation/prompt-tokens.ts';
import { requestFor } from '../contracts/generate.ts';
import { encodings, models } from '../support/make-generate.ts';

const card = models.resolve('gpt-4');
const encoding = await encodings(card.encoding);

function message(index: number, content = 'word '.repeat(100)): ThreadMessage {
  return { id: `msg_${index}`, role: index % 2 === 0 ? 'user' : 'assistant', content, created: 0 };
}

function frame(contextLength: number, maxTokens = 50) {
  return { request: requestFor('Hello!', { maxTokens }), card: { ...card, contextLength }, encoding };
}

describe('the history of a turn', () => {
  const history = Array.from({ length: 50 }, (_, index) => message(index));

  it('is whole where it fits', () => {
    expect(fitHistory(history, frame(1_000_000))).toHaveLength(50);
  });

  it.each([500, 1000, 3000, 4444])('leaves a model of %d tokens room for an answer', (contextLength) => {
    const fitting = fitHistory(history, frame(contextLength));
    const { request } = frame(contextLength);
    const tokens = countPromptTokens([...fitting, ...request.messages], encoding, 1e9);
    expect(tokens + 50).toBeLessThanOrEqual(contextLength);
    // One message more would not fit.
    expect(tokens + 50 + 120).toBeGreaterThan(contextLength);
  });

  it('is the newest part, in order', () => {
    const numbered = Array.from({ length: 50 }, (_, index) =>
      message(index, `${index} ${'word '.repeat(50)}`),
    );
    const fitting = fitHistory(numbered, frame(600)).map(({ content }) => Number.parseInt(content, 10));
    expect(fitting).toEqual(
      Array.from({ length: fitting.length }, (_, index) => 50 - fitting.length + index),
    );
  });

  it('does not begin with the answer of a tool whose call is gone', () => {
    const tool: ThreadMessage = { ...message(0), role: 'tool', toolCallId: 'call_1' };
    const fitting = fitHistory([...history.slice(0, 2), tool, message(2)], frame(320));
    expect(fitting.map(({ role }) => role)).toEqual(['user']);
  });

  it('is nothing where even the request does not fit', () => {
    expect(fitHistory(history, frame(5))).toEqual([]);
  });
});
