import { describe, expect } from 'vitest';
import { verifies } from '../../testing/verifies.ts';
import { limits } from '../../client/limits.ts';
import { draftOf } from './draft.ts';

const max = limits.textBytesMax;

describe('a draft', () => {
  verifies(['API-2'], 'is sendable up to the limit in bytes, not in characters', () => {
    expect(draftOf('a'.repeat(max)).sendable).toBe(true);
    expect(draftOf('a'.repeat(max + 1)).sendable).toBe(false);
    expect(draftOf('ä'.repeat(max / 2)).sendable).toBe(true);
    expect(draftOf(`${'ä'.repeat(max / 2)}a`).sendable).toBe(false);
    expect(draftOf('😀'.repeat(max / 4)).note).toBe('0 bytes left');
    expect(draftOf(`${'😀'.repeat(max / 4)}a`).note).toBe('1 bytes too long');
  });

  verifies(['UI-1'], 'tells how much room is left only when it gets scarce', () => {
    expect(draftOf('a'.repeat(max / 2)).note).toBe('');
    expect(draftOf('a'.repeat(max - 100)).note).toBe('100 bytes left');
  });

  verifies(['API-2'], 'is not sendable while it is blank', () => {
    expect(draftOf('').sendable).toBe(false);
    expect(draftOf(' \n\t ').sendable).toBe(false);
  });

  verifies(['API-2'], 'loses blank ends and characters that show nothing', () => {
    expect(draftOf('  a\r\nb\u0000\u0007\tc \n').text).toBe('a\nb\tc');
  });
});
