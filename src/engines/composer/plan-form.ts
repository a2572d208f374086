import type { Draft, Task } from './draft.ts';
import { capitalise } from './grammar.ts';
import { writeClosing, writeOpening } from './opening.ts';
import { formatItems, splitEntry } from './sections.ts';

/** An explanation as a table of what to look at and how. */
export function planTable(task: Task): Draft {
  const { writer, pack } = task;
  const rows = writer.inOrder(pack.steps, 6).map((entry) => `| ${splitEntry(entry).join(' | ')} |`);
  const title = capitalise(task.analysis.subject.topic).replaceAll('|', ' ');
  return {
    blocks: [writeOpening(task, 'what'), [`| ${title} | |`, '| --- | --- |', ...rows].join('\n')],
    spare: ['idea', 'checks', 'balance'],
    closing: writeClosing(task),
  };
}

/** An explanation as bullet points. */
export function planBullets(task: Task): Draft {
  const { writer, pack } = task;
  const points = [
    ...writer.inOrder(pack.steps, 4),
    ...writer.inOrder(pack.pitfalls, 3),
    ...writer.inOrder(pack.ideas, 4),
  ];
  return {
    blocks: [writeOpening(task, 'what'), formatItems(points, false)],
    spare: ['checks', 'balance', 'example'],
    closing: writer.sentence(pack.closings),
  };
}
