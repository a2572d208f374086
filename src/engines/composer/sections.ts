import type { Pack, SectionKind } from './pack.ts';
import type { Bank, Writer } from './writer.ts';

/** How the parts of an answer look. */
export type Style = 'headed' | 'prose' | 'plain';

/** What sections are written with. */
export interface Desk {
  readonly writer: Writer;
  readonly pack: Pack;
  readonly style: Style;
}

/** A titled section about the subject. */
export function writeSection(desk: Desk, kind: SectionKind): string {
  const { writer, pack } = desk;
  return withHeading(desk, pack.headings[kind], bodies[kind](desk, writer, pack));
}

/** A text under a heading, where the style has headings. */
export function withHeading(desk: Desk, titles: Bank, body: string): string {
  return desk.style === 'headed' ? `## ${desk.writer.sentence(titles)}\n\n${body}` : body;
}

const bodies: Readonly<Record<SectionKind, (desk: Desk, writer: Writer, pack: Pack) => string>> = {
  idea: (_, writer, pack) => writer.sentences(pack.ideas, 3 + writer.below(2)),
  steps: (desk, writer, pack) =>
    writeList(desk, pack.leads.steps, pack.steps, { count: 4 + writer.below(2), numbered: true }),
  pitfalls: (desk, writer, pack) =>
    writeList(desk, pack.leads.pitfalls, pack.pitfalls, { count: 3, numbered: false }),
  checks: (_, writer, pack) => writer.sentences(pack.checks, 2 + writer.below(2)),
  example: (_, writer, pack) => writer.sentence(pack.examples),
  balance: (_, writer, pack) => writer.sentences(pack.balances, 3),
};

/** A list with its leading sentence; a paragraph of the same sentences, where the style has no lists. */
export function writeList(
  desk: Desk,
  leads: Bank,
  bank: Bank,
  form: { readonly count: number; readonly numbered: boolean },
): string {
  const { writer } = desk;
  const entries = writer.inOrder(bank, Math.min(form.count, bank.length));
  if (desk.style === 'plain') return entries.map(bodyOf).join(' ');
  return `${writer.sentence(leads)}\n\n${formatItems(entries, form.numbered)}`;
}

/** Entries of the form `title :: text` as Markdown items. */
export function formatItems(entries: readonly string[], numbered: boolean): string {
  return entries
    .map((entry, index) => {
      const [title, body] = splitEntry(entry);
      const mark = numbered ? `${index + 1}.` : '-';
      return title === '' ? `${mark} ${body}` : `${mark} **${endTitle(title)}** ${body}`;
    })
    .join('\n');
}

function endTitle(title: string): string {
  return /[.?!]$/.test(title) ? title : `${title}.`;
}

/** The title and the text of an entry. */
export function splitEntry(entry: string): readonly [string, string] {
  const cut = entry.indexOf(' :: ');
  return cut < 0 ? ['', entry] : [entry.slice(0, cut), upperFirst(entry.slice(cut + 4))];
}

/** An entry's text without its title. */
export function bodyOf(entry: string): string {
  return splitEntry(entry)[1];
}

function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
