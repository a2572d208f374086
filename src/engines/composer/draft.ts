import type { Analysis } from './analyse.ts';
import type { SectionKind } from './pack.ts';
import { type Desk, writeSection } from './sections.ts';
import type { Bank } from './writer.ts';

/** What a plan is given. */
export interface Task extends Desk {
  readonly analysis: Analysis;
}

/** An answer in the making: blocks of Markdown, and sections that may follow them while it is too short. */
export interface Draft {
  readonly blocks: readonly string[];
  /** Sections to add, in order, until the text is long enough. */
  readonly spare: readonly SectionKind[];
  readonly closing?: string;
  /** Sentences that suit better than further sections, as long as they last. */
  readonly filler?: Bank;
  /** How many of them have been used. */
  readonly told?: number;
  /** Whether a short answer is natural here. */
  readonly short?: boolean;
}

/** The kinds of section in a random order. */
export function shuffleSections(task: Task, kinds: readonly SectionKind[]): SectionKind[] {
  const left = [...kinds];
  const order: SectionKind[] = [];
  while (left.length > 0) order.push(...left.splice(task.writer.below(left.length), 1));
  return order;
}

/** The draft as text of at least so many characters. */
export function finishDraft(task: Task, draft: Draft, floor: number): string {
  const blocks = [...draft.blocks];
  const closing = draft.closing === undefined ? [] : [draft.closing];
  let length = [...blocks, ...closing].join('\n\n').length;
  const { filler = [] } = draft;
  for (let left = filler.length - (draft.told ?? 0); length < floor && left >= 3; left -= 3) {
    const block = task.writer.sentences(filler, 3);
    blocks.push(block);
    length += block.length + 2;
  }
  const spare = draft.spare.length === 0 ? everyKind : draft.spare;
  for (let index = 0; length < floor; index += 1) {
    const kind = spare[index] ?? everyKind[index % everyKind.length] ?? 'idea';
    // Once each kind of section has had its turn, further ones go without a heading that was there before.
    const desk = index < spare.length || task.style === 'plain' ? task : { ...task, style: 'prose' as const };
    const block = writeSection(desk, kind);
    blocks.push(block);
    length += block.length + 2;
  }
  return [...blocks, ...closing].join('\n\n');
}

const everyKind: readonly SectionKind[] = ['idea', 'checks', 'example', 'balance'];
