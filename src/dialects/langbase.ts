import type { Clock } from '../core/clock.ts';
import type { Dialect, PlainEndpoint } from '../core/dialect.ts';
import type { LoadDocumentTools } from '../core/document-tools.ts';
import type { Ids } from '../core/ids.ts';
import type { Models } from '../core/model.ts';
import type { Store } from '../core/store.ts';
import { createAgentEndpoint } from './langbase/agent.ts';
import { createDocumentEndpoints } from './langbase/documents.ts';
import { langbaseError } from './langbase/error.ts';
import { createImageEndpoint } from './langbase/images.ts';
import { createLegacyEndpoints, createLegacyRuns } from './langbase/legacy.ts';
import { createMemories } from './langbase/memories.ts';
import { createMemoryDocuments } from './langbase/memory-documents.ts';
import { createMemoryEndpoints } from './langbase/memory.ts';
import { createParserEndpoint } from './langbase/parser.ts';
import { createPipeEndpoints, createPipes } from './langbase/pipes.ts';
import { createRetrieve, createRetrieveEndpoint, createSearch } from './langbase/retrieve.ts';
import { type RunOptions, createRunEndpoint } from './langbase/run.ts';
import { createTextEndpoints } from './langbase/texts.ts';
import { createThreadEndpoints } from './langbase/threads.ts';
import { createTraceEndpoints } from './langbase/traces.ts';
import { createUploadTickets } from './langbase/upload-tickets.ts';
import { createWebToolEndpoints } from './langbase/web-tools.ts';

/** What the Langbase dialect is made with. */
export interface LangbaseOptions {
  readonly models: Models;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly store: Store;
  readonly documents: LoadDocumentTools;
  /** Whether unknown pipes and threads are refused. */
  readonly strict: boolean;
  /** Whether each event ends with one line end more, so that the SDK's parser tells it at once. */
  readonly extraNewline: boolean;
}

/** The Langbase API: pipes, threads, memory and tools, as the SDK of version 1.2 calls it. */
export function createLangbase(options: LangbaseOptions): Dialect {
  const { threads, records } = options.store;
  const pipes = createPipes(records);
  const memories = createMemories(records);
  const kept = createMemoryDocuments(records);
  const searched = { memories, search: createSearch({ ...options, kept }) };
  const tickets = createUploadTickets(options.clock);
  const run: RunOptions = {
    ...options,
    pipes,
    retrieve: createRetrieve(searched, options.strict),
    ending: options.extraNewline ? '\n\n\n' : '\n\n',
  };
  const plain: readonly PlainEndpoint[] = [
    ...createPipeEndpoints({ ...options, records }),
    ...createThreadEndpoints({ ...options, threads }),
    ...createMemoryEndpoints({ ...options, memories, kept }),
    ...createDocumentEndpoints({ ...options, memories, kept, tickets }),
    createRetrieveEndpoint(searched),
    ...createTextEndpoints(options),
    createParserEndpoint(options.documents),
    ...createWebToolEndpoints(options.documents),
    createImageEndpoint(options),
    ...createTraceEndpoints({ ...options, records }),
  ];
  return {
    name: 'langbase',
    prefixes,
    endpoints: [
      createRunEndpoint(run),
      createAgentEndpoint(run),
      ...plain,
      ...createLegacyRuns(run),
      ...createLegacyEndpoints(plain),
    ],
    ownsKey: async (key) => (await pipes.findByKey(key)) !== undefined,
    error: langbaseError,
  };
}

const prefixes = [
  '/v1/pipes',
  '/v1/threads',
  '/v1/agent',
  '/v1/memory',
  '/v1/embed',
  '/v1/chunker',
  '/v1/parser',
  '/v1/tools',
  '/v1/images',
  '/v1/traces',
  '/v1/llm',
  '/v1/chunk',
  '/beta',
];
