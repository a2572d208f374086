import { readFileSync } from 'node:fs';
import type { DocumentTools, PassageIndex, WebPage } from '../core/document-tools.ts';
import { parsePages, plainUrl } from './page-file.ts';
import { createPassageIndex } from './passage-index.ts';

/** Pages that can be searched and read. */
export interface PageLibrary {
  readonly search: DocumentTools['searchPages'];
  readonly read: DocumentTools['readPage'];
}

interface Shelf {
  readonly byUrl: ReadonlyMap<string | undefined, WebPage>;
  readonly index: PassageIndex;
}

/** The pages of a file, or ours, which are read when they are first asked for: nothing here knows the network. */
export function createPageLibrary(file: string | undefined): PageLibrary {
  let shelf = file === undefined ? undefined : createShelf(file);
  const open = () => (shelf ??= createShelf(readOwnPages()));
  return {
    search(query, limit, hosts) {
      const names = hosts.map(hostName);
      const { index, byUrl } = open();
      return index
        .search(
          query,
          limit,
          ({ meta }) => names.length === 0 || names.some((name) => isOf(meta['host'], name)),
        )
        .flatMap(({ meta }) => byUrl.get(meta['url']) ?? []);
    },
    read: (url) => open().byUrl.get(plainUrl(url)) ?? unknownPage(url),
  };
}

function readOwnPages(): string {
  return readFileSync(new URL('../../assets/pages.md', import.meta.url), 'utf8');
}

function createShelf(file: string): Shelf {
  const byUrl = new Map(parsePages(file).map((page) => [plainUrl(page.url), page]));
  const passages = [...byUrl].map(([url = '', { title, content }]) => ({
    // A word of the title says more of a page than one of its text.
    text: `${title}\n${title}\n${content}`,
    meta: { url, host: hostName(url) },
  }));
  return { byUrl, index: createPassageIndex(passages) };
}

// People name a host by a URL, with www, with a star or with a dot before it.
function hostName(text: string): string {
  const host = URL.parse(text.includes('://') ? text : `https://${text.replace(/^[*.]+/, '')}`)?.hostname;
  return (host ?? text).replace(/^www\./, '').replace(/\.$/, '');
}

function isOf(host: string | undefined, name: string): boolean {
  return host === name || host?.endsWith(`.${name}`) === true;
}

function unknownPage(url: string): WebPage {
  const shown = url.slice(0, 2048).toWellFormed();
  const content = [
    `No page is written down for ${shown}. This server never fetches pages from the web: it knows those of a file only.`,
    'To add the page, begin it in a file of pages of your own with a line `# [Title](https://…)`, and write its text below.',
  ].join('\n\n');
  return { url: shown, title: 'No such page here', content };
}
