import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import { asApiError, maskKey, methodNotAllowed, unknownUrl } from '../../src/core/refusals.ts';

describe('maskKey', () => {
  it('tells less than half of a key, and nothing of a short one', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 120, unit: 'grapheme-ascii' }), (key) => {
        const shown = maskKey(key).replace('***', '');
        expect(shown.length).toBeLessThan(Math.max(1, key.length / 2));
      }),
      { seed: 1, numRuns: 500 },
    );
    expect(maskKey('sk-1234')).toBe('***');
  });

  it('tells enough to recognise a key', () => {
    expect(maskKey('sk-proj-abcdefghijklmnop')).toBe('sk-pro***nop');
  });

  it('tells nothing that a header or a log could not hold', () => {
    expect(maskKey('\r\n\0äöü\r\n\0äöü\r\n\0äöü')).toMatch(/^[\x20-\x7e]*$/);
  });
});

describe('refusals', () => {
  it('tell paths in printable characters and not for ever', () => {
    const { message } = unknownUrl('GET', `/\u0000é${'x'.repeat(10_000)}`);
    expect(message).toMatch(/^[\x20-\x7e]*$/);
    expect(message.length).toBeLessThan(400);
    expect(methodNotAllowed('GET', '/é', ['POST', 'PUT']).details.headers).toEqual({ allow: 'POST, PUT' });
  });

  it('leave an error that the client should hear as it is, and hide any other', () => {
    const told = new ApiError(404, 'x', 'y');
    expect(asApiError(told)).toBe(told);
    const bug = new TypeError('secret');
    const hidden = asApiError(bug);
    expect(hidden).toMatchObject({ status: 500, code: 'internal_error', details: { cause: bug } });
    expect(hidden.message).not.toContain('secret');
  });
});
