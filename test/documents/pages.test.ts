import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePages } from '../../src/documents/page-file.ts';
import { createPageLibrary } from '../../src/documents/page-library.ts';

const file = [
  '\uFEFF',
  '# [Tea (and more)](https://docs.example.org/tea/)',
  '',
  'Tea is brewed with water.',
  '```sh',
  '# not a page',
  '```',
  '# [Milk](http://example.com/milk?fat=3)',
  'Milk comes from cows.',
  '## Also',
  'And oats.',
].join('\r\n');

describe('a file of pages', () => {
  it('holds pages with a title, a URL and text', () => {
    expect(parsePages(file)).toEqual([
      {
        url: 'https://docs.example.org/tea/',
        title: 'Tea (and more)',
        content: 'Tea is brewed with water.\n```sh\n# not a page\n```',
      },
      {
        url: 'http://example.com/milk?fat=3',
        title: 'Milk',
        content: 'Milk comes from cows.\n## Also\nAnd oats.',
      },
    ]);
  });

  it.each([
    ['', /line 1: it holds no page/],
    ['\nhello', /line 2: the first page begins with # \[Title\]/],
    ['# Title', /line 1: a page begins with # \[Title\]/],
    ['# [A](https://a.example/)\na\n# B\nb', /line 3: a page begins with/],
    ['# [](https://a.example/)\na', /line 1: a page begins with/],
    ['# [A](javascript:alert(1))\na', /line 1: .* is no URL of a page/],
    ['# [A](/a)\na', /line 1: \/a is no URL of a page/],
    [
      '# [A](https://a.example/)\na\n\n# [B](https://A.example#b)\nb',
      /line 4: the page .* stands in line 1 already/,
    ],
    ['# [A](https://a.example/)\n\n# [B](https://b.example/)\nb', /line 1: the page .* has no text/],
  ])('is refused with its line: %j', (text, why) => {
    expect(() => parsePages(text)).toThrow(why);
    expect(() => createPageLibrary(text)).toThrow(why);
  });
});

describe('a library of pages', () => {
  const library = createPageLibrary(file);

  it('finds the page that suits best, and fills up', () => {
    expect(library.search('oat milk', 5, []).map(({ title }) => title)).toEqual(['Milk', 'Tea (and more)']);
    expect(library.search('brewing tea', 1, [])).toEqual([parsePages(file)[0]]);
  });

  it.each([
    [['example.org'], ['Tea (and more)']],
    [['https://www.Example.com/some/page'], ['Milk']],
    [['*.example.org'], ['Tea (and more)']],
    [
      ['docs.example.org', 'example.com'],
      ['Tea (and more)', 'Milk'],
    ],
    [['ample.org'], []],
    [['nothing such', ''], []],
  ])('searches the hosts %j', (hosts, titles) => {
    expect(library.search('tea', 5, hosts).map(({ title }) => title)).toEqual(titles);
  });

  it.each([
    'https://docs.example.org/tea',
    'http://DOCS.example.org/tea/#top',
    ' https://docs.example.org/tea// ',
  ])('gives the page at %j', (url) => {
    expect(library.read(url).title).toBe('Tea (and more)');
  });

  it.each(['https://example.com/milk', 'http://[', '', 'file:///etc/passwd', '__proto__'])(
    'says that it knows nothing of %j, and how to add it',
    (url) => {
      expect(library.read(url)).toEqual({
        url,
        title: 'No such page here',
        content: expect.stringMatching(/never fetches.*\n\n.*`# \[Title\]\(https:/) as unknown,
      });
    },
  );
});

describe('our own pages', () => {
  const pages = parsePages(readFileSync(new URL('../../assets/pages.md', import.meta.url), 'utf8'));
  const library = createPageLibrary(undefined);

  it('are some thirty, on hosts that stand for examples', () => {
    expect(pages.length).toBeGreaterThanOrEqual(30);
    expect(new Set(pages.map(({ url }) => new URL(url).host))).toEqual(
      new Set(['example.com', 'docs.example.org', 'news.example.net']),
    );
  });

  it.each([
    ['How do server-sent events work?', 'server-sent-events'],
    ['what is RAG', 'retrieval-augmented-generation'],
    ['vector databases and nearest neighbor search', 'vector-search'],
    ['Who was the first programmer?', 'ada-lovelace'],
    ['weather in Paris', 'paris'],
    ['is sqlite good for production', 'sqlite'],
    ['how many tokens does gpt-2 have', 'gpt-2'],
    ['best way to make espresso', 'coffee'],
    ['langbase pipes', 'pipes-and-memory'],
  ])('answer %j', (query, page) => {
    const found = library.search(query, 3, []);
    expect(found).toHaveLength(3);
    expect(found.map(({ url }) => url.split('/').at(-1))).toContain(page);
  });
});
