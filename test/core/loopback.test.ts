import { describe, expect, it } from 'vitest';
import { isLoopbackName } from '../../src/core/loopback.ts';

describe('isLoopbackName', () => {
  it('knows the names and addresses of this machine', () => {
    expect(
      ['localhost', 'LocalHost', 'a.b.localhost', '127.0.0.1', '127.255.0.1', '::1', '[::1]'].every((name) =>
        isLoopbackName(name),
      ),
    ).toBe(true);
  });

  it('knows no others', () => {
    expect(
      ['', '0.0.0.0', '::', '128.0.0.1', '127.0.0', '127.0.0.1.', 'localhost.', 'mylocalhost', '::11'].some(
        (name) => isLoopbackName(name),
      ),
    ).toBe(false);
  });
});
