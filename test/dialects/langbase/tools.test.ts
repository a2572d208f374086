import { describe, expect, it } from 'vitest';
import { createClock } from '../../../src/core/clock.ts';
import { createDocumentTools } from '../../../src/documents/document-tools.ts';
import { openLangbase, refusal } from './open-langbase.ts';

const clock = createClock();
const pages = [
  '# [Tea](https://tea.example.com/green)',
  'Green tea is brewed at seventy degrees.',
  '',
  '# [Bikes](https://bikes.example.org/)',
  'A bicycle that carries tea needs air in its tyres.',
].join('\n');
const documents = createDocumentTools({ clock, pages });

describe('web search', () => {
  const search = '/v1/tools/web-search';

  it('finds the pages that are written down', async () => {
    await using langbase = await openLangbase({ clock, documents });
    const body = { query: 'green tea', service: 'exa', totalResults: 1, apiKey: 'exa-key' };
    expect(await langbase.call('POST', search, body)).toMatchObject({
      status: 200,
      body: [{ url: 'https://tea.example.com/green', content: 'Green tea is brewed at seventy degrees.' }],
    });
  });

  it('keeps to the domains that are named', async () => {
    await using langbase = await openLangbase({ clock, documents });
    const body = { query: 'tea', service: 'exa', domains: ['https://bikes.example.org'] };
    expect((await langbase.call('POST', search, body)).body).toEqual([
      { url: 'https://bikes.example.org/', content: expect.stringContaining('bicycle') },
    ]);
  });

  it.each<[string, unknown]>([
    ['no query', { service: 'exa' }],
    ['no service', { query: 'a' }],
    ['an unknown service', { query: 'a', service: 'x' }],
    ['no results', { query: 'a', service: 'exa', totalResults: 0 }],
    ['too many results', { query: 'a', service: 'exa', totalResults: 101 }],
    ['domains that are a text', { query: 'a', service: 'exa', domains: 'a.com' }],
  ])('refuses %s', async (_, body) => {
    await using langbase = await openLangbase({ clock, documents });
    expect(await langbase.call('POST', search, body)).toMatchObject(refusal(400, 'BAD_REQUEST'));
  });
});

describe('crawl', () => {
  const crawl = '/v1/tools/crawl';

  it('reads the pages that are written down, and says so of others', async () => {
    await using langbase = await openLangbase({ clock, documents });
    const url = ['https://tea.example.com/green', 'https://elsewhere.example.net/'];
    const { status, body } = await langbase.call('POST', crawl, { url, maxPages: 1, service: 'spider' });
    expect(status).toBe(200);
    expect(body).toEqual([
      { url: url[0], content: 'Green tea is brewed at seventy degrees.' },
      { url: url[1], content: expect.stringContaining('No page is written down') },
    ]);
  });

  it.each<[string, unknown]>([
    ['no url', {}],
    ['a single url', { url: 'https://a.com' }],
    ['an empty list', { url: [] }],
    ['what is no url', { url: ['a.com'] }],
    ['a file', { url: ['file:///etc/passwd'] }],
    ['too many', { url: Array.from({ length: 101 }, () => 'https://a.com') }],
    ['too many pages', { url: ['https://a.com'], maxPages: 51 }],
    ['an unknown service', { url: ['https://a.com'], service: 'x' }],
  ])('refuses %s', async (_, body) => {
    await using langbase = await openLangbase({ clock, documents });
    expect(await langbase.call('POST', crawl, body)).toMatchObject(refusal(400, 'BAD_REQUEST'));
  });
});
