import { describe, expect } from 'vitest';
import { conversationId } from '../../testing/fixtures.ts';
import { verifies } from '../../testing/verifies.ts';
import { headsDigest } from './digest.ts';

describe('the digest of heads', () => {
  // The expected values come from sha256sum: printf '<id 1> 17\n<id 2> 3\n' | sha256sum | cut -c1-16
  verifies(['MSG-17'], 'is the first 16 hex digits of SHA-256 over the lines sorted by id', () => {
    expect(
      headsDigest([
        [conversationId(2), 3],
        [conversationId(1), 17],
      ]),
    ).toBe('2f767b670341ef9c');
  });

  verifies(['MSG-17'], 'of nothing is that of the empty text', () => {
    expect(headsDigest([])).toBe('e3b0c44298fc1c14');
  });
});
