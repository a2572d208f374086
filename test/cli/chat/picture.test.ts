import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const picture = readFileSync(new URL('../../../docs/pictures/chat.svg', import.meta.url), 'utf8');

describe('the picture of chat', () => {
  it('is small, and neither runs nor fetches anything', () => {
    expect(picture.length).toBeLessThan(60_000);
    expect(picture).not.toMatch(/<script|\son\w+=|href|url\(|@import/);
  });

  it('has colours for light and dark, and stands still for whoever wants that', () => {
    expect(picture).toContain('prefers-color-scheme: dark');
    expect(picture).toContain('prefers-reduced-motion: reduce');
  });

  it('shows pieces that came one after the other', () => {
    const moments = [...picture.matchAll(/ (?<at>[\d.]+)%, 100%/g)].map(({ groups }) =>
      Number(groups?.['at']),
    );
    expect(moments.length).toBeGreaterThan(40);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  });
});
