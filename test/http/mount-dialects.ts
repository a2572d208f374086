import type { Dialect, Endpoint, EndpointDescription } from '../../src/core/dialect.ts';
import { createIds } from '../../src/core/ids.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';
import { openaiError } from '../../src/dialects/openai-error.ts';
import { createOpenai } from '../../src/dialects/openai.ts';
import { createPrompt } from '../../src/dialects/prompt.ts';
import { createWordstream } from '../../src/dialects/wordstream.ts';
import type { Mount } from '../../src/http/state.ts';
import { createModels } from '../../src/models/catalogue.ts';
import { openaiCards } from '../../src/models/openai.ts';

/** Dialects mounted with nothing behind them, for what only looks at their endpoints. */
export function mount(...dialects: readonly Dialect[]): readonly Mount[] {
  const generate = () => {
    throw new Error('Nothing is generated here.');
  };
  return dialects.map((dialect) => ({ dialect, generate }));
}

/** The three dialects that share the path of chat completions. */
export function createChatDialects(): readonly [Dialect, Dialect, Dialect] {
  const openai = createOpenai({
    models: createModels(openaiCards),
    clock: createManualClock(),
    ids: createIds(),
    strict: false,
    rateLimit: { requests: 1000, tokens: 1_000_000 },
  });
  return [openai, createPrompt(), createWordstream()];
}

/** A dialect of one plain endpoint, described so. */
export function createPlain(
  method: Endpoint['method'],
  path: string,
  description: Partial<EndpointDescription>,
): Dialect {
  const answer = () => ({ status: 200, body: {} });
  return {
    name: 'plain',
    endpoints: [
      {
        kind: 'plain',
        method,
        path,
        answer,
        description: { summary: 'Answers.', tag: 'Plain', ...description },
      },
    ],
    error: openaiError,
  };
}
