import { describe, expect, it } from 'vitest';
import { createProgressLine } from '../../src/cli/progress-line.ts';
import { createManualClock } from '../../src/core/manual-clock.ts';

function setUp(stream: { readonly isTTY: boolean; readonly columns?: number }) {
  let text = '';
  const clock = createManualClock();
  const paint = (_: string, painted: string): string => painted;
  const line = createProgressLine({ ...stream, write: (part) => (text += part) }, clock, paint);
  const download = (bytes: number, resumed = 0, total: number | undefined = 1000) =>
    line.tell({ kind: 'download', file: 'model.safetensors', bytes, total, resumed });
  return { line, clock, download, text: () => text.replaceAll('\u001B[K', '<clear>') };
}

describe('progress through a pipe', () => {
  it('is a line for each tenth at most', () => {
    const { line, download, text } = setUp({ isTTY: false });
    for (let bytes = 0; bytes <= 1000; bytes += 1) download(bytes);
    line.end();
    expect(text().split('\n')).toEqual([
      ...Array.from({ length: 10 }, (_, tenth) => `model.safetensors: ${10 * tenth + 10} % of 1.00 kB`),
      '',
    ]);
  });

  it('is one line where all comes at once', () => {
    const { download, text } = setUp({ isTTY: false });
    download(0);
    download(1000);
    expect(text()).toBe('model.safetensors: 100 % of 1.00 kB\n');
  });

  it('tells of what was there, of waits and of attempts', () => {
    const { line, download, text } = setUp({ isTTY: false });
    line.tell({ kind: 'wait' });
    download(550, 550);
    line.tell({ kind: 'retry', file: 'model.safetensors', reason: 'the connection was cut', wait: 2000 });
    download(700, 700);
    download(1000, 700);
    expect(text()).toBe(
      `Another process fetches the same weights; waits for it.
model.safetensors goes on at 550 bytes
model.safetensors: the connection was cut; tries again in 2 s
model.safetensors goes on at 700 bytes
model.safetensors: 100 % of 1.00 kB
`,
    );
  });

  it('is silent where nobody knows how much is to come', () => {
    const { download, text } = setUp({ isTTY: false });
    for (const bytes of [0, 10, 20]) download(bytes, 0, undefined);
    expect(text()).toBe('');
  });
});

describe('progress on a terminal', () => {
  it('is a bar that is drawn over itself, ten times a second at most, and ends its line when it is full', async () => {
    const { clock, download, text } = setUp({ isTTY: true });
    for (const bytes of [0, 100, 200]) download(bytes);
    await clock.advance(1000);
    download(500);
    download(1000);
    const drawn = text().split('\r').slice(1);
    expect(drawn).toHaveLength(3);
    expect(drawn[1]).toMatch(
      /^model\.safetensors {2}█+░+ {3}50 % {2}500 bytes of 1\.00 kB {2}500 bytes\/s {2}1 s left<clear>$/,
    );
    expect(drawn[2]).toMatch(/100 % {2}1\.00 kB of 1\.00 kB {2}<clear>\n$/);
  });

  it.each([80, 60, 40, 20])('stays within %i columns', async (columns) => {
    const { clock, download, line, text } = setUp({ isTTY: true, columns });
    for (const bytes of [0, 1, 333, 999, 1000]) {
      await clock.advance(1234);
      download(bytes);
    }
    line.tell({ kind: 'convert', file: 'x', bytes: 2 ** 29, total: 2 ** 30 });
    const drawn = text()
      .replaceAll('<clear>', '')
      .split(/[\r\n]/);
    expect(drawn.length).toBeGreaterThan(5);
    expect(Math.max(...drawn.map((each) => each.length))).toBeLessThan(columns);
  });

  it('leaves what follows a line of its own', () => {
    const { line, download, text } = setUp({ isTTY: true });
    download(10);
    line.end();
    line.end();
    expect(text()).toMatch(/<clear>\n$/);
  });
});
