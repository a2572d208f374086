import type { Clock } from '../../src/core/clock.ts';
import { createClock } from '../../src/core/clock.ts';
import { type Ids, createIds } from '../../src/core/ids.ts';
import type { Engine } from '../../src/core/engine.ts';
import type { Pacer } from '../../src/core/pacer.ts';
import { createCompletion } from '../../src/dialects/completion.ts';
import type { GuardOptions } from '../../src/http/guards.ts';
import { encodings, models } from './make-generate.ts';
import { type TestServer, openTestServer } from './open-test-server.ts';

/** What a server of these tests is made with. */
interface CompletionServerOptions {
  readonly engine: Engine;
  readonly pacer?: Pacer;
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly guard?: Partial<GuardOptions>;
}

/** Opens a server of the completion dialect alone, whose model is gpt2 and whose texts have 20 tokens. */
export async function openCompletionServer(options: CompletionServerOptions): Promise<TestServer> {
  const { clock = createClock(), ids = createIds() } = options;
  await encodings('r50k_base');
  const dialect = createCompletion({ models, clock, ids, model: 'gpt2', maxNewTokens: 20 });
  return openTestServer({ ...options, clock, ids, dialect });
}
