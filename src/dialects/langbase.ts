import type { Clock } from '../core/clock.ts';
import type { Dialect } from '../core/dialect.ts';
import type { DocumentTools } from '../core/document-tools.ts';
import type { Ids } from '../core/ids.ts';
import type { Models } from '../core/model.ts';
import type { Store } from '../core/store.ts';
import { createAgentEndpoint } from './langbase/agent.ts';
import { langbaseError } from './langbase/error.ts';
import { createPipeEndpoints, createPipes } from './langbase/pipes.ts';
import { type RunOptions, createRunEndpoint } from './langbase/run.ts';
import { createThreadEndpoints } from './langbase/threads.ts';

/** What the Langbase dialect is made with. */
export interface LangbaseOptions {
  readonly models: Models;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly store: Store;
  readonly documents: DocumentTools;
  /** Whether unknown pipes and threads are refused. */
  readonly strict: boolean;
  /** Whether each event ends with one line end more, so that the SDK's parser tells it at once. */
  readonly extraNewline: boolean;
}

/** The Langbase API: pipes, threads, memory and tools, as the SDK of version 1.2 calls it. */
export function createLangbase(options: LangbaseOptions): Dialect {
  const { threads, records } = options.store;
  const pipes = createPipes(records);
  const run: RunOptions = {
    ...options,
    pipes,
    retrieve: () => Promise.resolve([]),
    ending: options.extraNewline ? '\n\n\n' : '\n\n',
  };
  return {
    name: 'langbase',
    prefixes: [
      '/v1/pipes',
      '/v1/threads',
      '/v1/agent',
      '/v1/memory',
      '/v1/tools',
      '/v1/images',
      '/v1/traces',
      '/beta',
    ],
    endpoints: [
      createRunEndpoint(run),
      createAgentEndpoint(run),
      ...createPipeEndpoints({ ...options, records }),
      ...createThreadEndpoints({ ...options, threads }),
    ],
    ownsKey: async (key) => (await pipes.findByKey(key)) !== undefined,
    error: langbaseError,
  };
}
