import { z } from 'zod';
import type { Call, PlainAnswer, PlainEndpoint } from '../../core/dialect.ts';
import type { LoadDocumentTools, WebPage } from '../../core/document-tools.ts';
import { assertBody, readJson } from './body.ts';
import { defineEndpoints, ok } from './endpoint.ts';

const searchSchema = z.looseObject({
  query: z.string().min(1).max(2000),
  service: z.enum(['exa']),
  totalResults: z.int().min(1).max(100).nullish(),
  domains: z.array(z.string().min(1).max(2048)).max(100).nullish(),
});

const isWebUrl = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? '');

const crawlSchema = z.looseObject({
  url: z
    .array(z.string().max(2048).refine(isWebUrl, 'Expected a URL that begins with http:// or https://'))
    .min(1)
    .max(100),
  maxPages: z.int().min(1).max(50).nullish(),
  service: z.enum(['spider', 'firecrawl']).nullish(),
});

const pages = z.array(z.object({ url: z.string(), content: z.string() }));

const defaultResults = 10;

/** `/v1/tools`: pages of the web as they were written down beforehand; the network is never asked. */
export function createWebToolEndpoints(documents: LoadDocumentTools): readonly PlainEndpoint[] {
  const define = defineEndpoints('Tools');
  const summary = 'Finds pages of the web among those that are written down on this machine.';
  return [
    define('POST /v1/tools/web-search', summary, (call) => search(documents, call), {
      body: searchSchema.meta({ examples: [{ query: 'What is streaming?', service: 'exa' }] }),
      result: pages,
    }),
    define(
      'POST /v1/tools/crawl',
      'Reads pages as they are written down.',
      (call) => crawl(documents, call),
      {
        body: crawlSchema.meta({ examples: [{ url: ['https://example.com'] }] }),
        result: pages,
      },
    ),
  ];
}

async function search(documents: LoadDocumentTools, call: Call): Promise<PlainAnswer> {
  const body = readJson(call);
  assertBody(searchSchema, body);
  const tools = await documents();
  const found = tools.searchPages(body.query, body.totalResults ?? defaultResults, body.domains ?? []);
  return ok(found.map(describe));
}

// A page knows no links here, so that each URL is one page, however many are allowed.
async function crawl(documents: LoadDocumentTools, call: Call): Promise<PlainAnswer> {
  const body = readJson(call);
  assertBody(crawlSchema, body);
  const tools = await documents();
  return ok(body.url.map((url) => ({ url, content: tools.readPage(url).content })));
}

function describe({ url, content }: WebPage): z.output<typeof pages>[number] {
  return { url, content };
}
