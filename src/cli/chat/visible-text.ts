/** Makes text that others wrote harmless to a terminal, piece by piece. */
export interface VisibleText {
  /** What may be shown of the text up to now and was not yet. */
  push(text: string): string;
  /** What was held back, at the end of the text. */
  end(): string;
}

/** Shows control characters as signs, so that nothing a model says moves the cursor, sets a title or sends keys. */
export function createVisibleText(): VisibleText {
  let held = '';
  return {
    push(text) {
      const all = held + text;
      // Half of a line end or of a character waits for its other half.
      held = /[\r\uD800-\uDBFF]$/.exec(all)?.[0] ?? '';
      return showControls(held === '' ? all : all.slice(0, -1));
    },
    end() {
      const rest = showControls(held);
      held = '';
      return rest;
    },
  };
}

/** The text in one line, without what a terminal would obey. */
export function toOneLine(text: string): string {
  return showControls(text.replace(/\s+/g, ' ').trim());
}

function showControls(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n/g, '\n')
    .replace(controls, (sign) => picture(sign.charCodeAt(0)));
}

// All control characters but tab and line feed, and what changes the order of letters without being seen.
const controls = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu;

function picture(code: number): string {
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
