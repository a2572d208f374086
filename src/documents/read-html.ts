import { type FormatCallback, convert } from 'html-to-text';

const skipped = ['img', 'svg', 'template', 'noscript', 'iframe', 'object', 'canvas', 'select', 'button'];
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** The text of an HTML document: headings, lists and tables can be told apart, links are their words. */
export function readHtml(bytes: Uint8Array): string {
  return convert(Buffer.from(bytes).toString('utf8'), {
    wordwrap: false,
    // What lies deeper than any page that is meant to be read is left out.
    limits: { maxDepth: 256, ellipsis: '' },
    formatters: { row: formatRow },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'ul', options: { itemPrefix: '- ' } },
      { selector: 'table', format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
      { selector: 'caption', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      { selector: 'tr', format: 'row' },
      ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
      ...skipped.map((selector) => ({ selector, format: 'skip' })),
    ],
  });
}

// A line a row: the library's own tables are drawn with blanks, which nobody reads here and which takes a minute for a large one.
const formatRow: FormatCallback = (row, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  for (const [index, cell] of row.children.filter(({ type }: { type: string }) => type === 'tag').entries()) {
    if (index > 0) builder.addInline(' | ');
    walk([cell], builder);
  }
  builder.closeBlock({ trailingLineBreaks: 1 });
};
