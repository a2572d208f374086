import { describe, expect, it } from 'vitest';
import { ApiError } from '../../src/core/api-error.ts';
import { readPaceHeaders } from '../../src/http/pace-headers.ts';

describe('readPaceHeaders', () => {
  it('reads nothing where a call asks for no pace', () => {
    expect(readPaceHeaders({})).toBeUndefined();
    expect(readPaceHeaders({ 'x-understudy': '1', authorization: 'Bearer x' })).toBeUndefined();
  });

  it('reads each header, and those alone that were given', () => {
    expect(
      readPaceHeaders({
        'x-understudy-ttft': '250',
        'x-understudy-tokens-per-second': '12.5',
        'x-understudy-jitter': '0.2',
        'x-understudy-jitter-shape': 'log-normal',
        'x-understudy-instant': 'true',
      }),
    ).toEqual({ ttft: 250, tokensPerSecond: 12.5, jitter: 0.2, jitterShape: 'log-normal', instant: true });
    expect(readPaceHeaders({ 'x-understudy-ttft': '0' })).toEqual({ ttft: 0 });
    expect(readPaceHeaders({ 'x-understudy-instant': 'false' })).toEqual({ instant: false });
  });

  it.each([
    ['x-understudy-ttft', '-1'],
    ['x-understudy-ttft', 'soon'],
    ['x-understudy-ttft', '1e9'],
    ['x-understudy-tokens-per-second', '0'],
    ['x-understudy-tokens-per-second', 'Infinity'],
    ['x-understudy-tokens-per-second', 'NaN'],
    ['x-understudy-jitter', '-0.1'],
    ['x-understudy-jitter', '6'],
    ['x-understudy-jitter-shape', 'uniform'],
    ['x-understudy-instant', 'maybe'],
  ])('refuses %s: %s and names the header', (header, value) => {
    const read = (): unknown => readPaceHeaders({ [header]: value });
    expect(read).toThrow(ApiError);
    expect(read).toThrow(expect.objectContaining({ status: 400, details: { param: header } }));
    expect(read).toThrow(header);
  });

  it('says what a header takes', () => {
    const told = (header: string, value: string) => () => readPaceHeaders({ [header]: value });
    expect(told('x-understudy-ttft', '-1')).toThrow(
      "Invalid value: '-1'. The header 'x-understudy-ttft' takes a number from 0 to 600000.",
    );
    expect(told('x-understudy-tokens-per-second', '')).toThrow('takes a number from 0.01 to 1000000.');
    expect(told('x-understudy-jitter-shape', 'square')).toThrow("takes 'normal' or 'log-normal'.");
    expect(told('x-understudy-instant', 'perhaps')).toThrow('takes true or false.');
  });
});
