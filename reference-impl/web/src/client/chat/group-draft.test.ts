import { describe, expect } from 'vitest';
import { verifies } from '../../testing/verifies.ts';
import { limits } from '../limits.ts';
import { groupError, usernamesIn } from './group-draft.ts';

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `user${n}`);

describe('a new group', () => {
  verifies(['MSG-2'], 'reads usernames however they are separated, each once and without one’s own', () => {
    expect(usernamesIn(' @Ben, cleo;dan\nben  ada,', 'ada')).toEqual(['ben', 'cleo', 'dan']);
  });

  verifies(['MSG-2'], 'needs a title and as many others as the limits say', () => {
    const error = (title: string, count: number): string | undefined =>
      groupError({ title, usernames: names(count) });
    expect(error('', limits.groupOthersMin)).toMatch(/title/);
    expect(error('x'.repeat(limits.titleCharsMax), limits.groupOthersMin)).toBeUndefined();
    expect(error('x'.repeat(limits.titleCharsMax + 1), limits.groupOthersMin)).toMatch(/title/);
    expect(error('Club', limits.groupOthersMin - 1)).toMatch(/at least/);
    expect(error('Club', limits.membersMax - 1)).toBeUndefined();
    expect(error('Club', limits.membersMax)).toMatch(/at most/);
  });
});
