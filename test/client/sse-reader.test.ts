import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSseReader } from '../../src/client/sse-reader.ts';

function read(...pieces: readonly string[]) {
  const reader = createSseReader();
  const events = pieces.flatMap((piece) => reader.push(piece));
  return { events, retry: reader.retry };
}

describe('the reader of server-sent events', () => {
  it('reads data, event, id and retry', () => {
    const { events, retry } = read('id: 7\nevent: done\nretry: 250\ndata: a\ndata:b\n\n');
    expect(events).toEqual([{ event: 'done', data: 'a\nb', id: '7' }]);
    expect(retry).toBe(250);
  });

  it('takes comments and unknown fields for nothing, and an event without data for none', () => {
    expect(read(': hello\nfoo: bar\nevent: x\n\ndata: y\n\n').events).toEqual([
      { event: 'message', data: 'y', id: '' },
    ]);
  });

  it('keeps one blank after the colon off the value, and only one', () => {
    expect(read('data:  two\n\n').events).toMatchObject([{ data: ' two' }]);
  });

  it('tells the last id of the stream with each later event', () => {
    expect(read('id: 1\ndata: a\n\ndata: b\n\n').events.map(({ id }) => id)).toEqual(['1', '1']);
  });

  it('does not tell what was cut off', () => {
    expect(read('data: a\n').events).toEqual([]);
  });

  it('reads the same however the text is cut, with any line end', () => {
    const text = '\uFEFFid: 1\ndata: a\n\n: c\ndata: b\ndata: c\n\nevent: x\ndata: é🙂\n\n';
    const whole = read(text).events;
    expect(whole).toHaveLength(3);
    fc.assert(
      fc.property(
        fc.array(fc.nat(text.length * 2), { maxLength: 12 }),
        fc.constantFrom('\n', '\r', '\r\n'),
        (cuts, end) => {
          const ended = text.replaceAll('\n', end);
          const points = [0, ...cuts.filter((cut) => cut < ended.length).sort((a, b) => a - b), ended.length];
          const pieces = points.slice(1).map((point, index) => ended.slice(points[index], point));
          // A last carriage return may be half of a line end: only more text tells.
          expect(read(...pieces, ':\n').events).toEqual(whole);
        },
      ),
    );
  });
});
