import { describe, expect } from 'vitest';
import { aDirect, aGroup, ada, conversationId } from '../../testing/fixtures.ts';
import { verifies } from '../../testing/verifies.ts';
import { Times } from '../shared/times.ts';
import { conversationRows } from './rows.ts';

const view = {
  me: ada.id,
  selected: conversationId(2),
  times: new Times('en-GB', 'UTC'),
  now: Date.parse('2026-11-20T12:00:00Z'),
};

describe('the rows of the conversation list', () => {
  verifies(['UI-1', 'MSG-14'], 'show the other’s name for two, and the title for a group', () => {
    const rows = conversationRows([aDirect(1), aGroup(2, 'Reading club', 3)], view);
    expect(rows.map(({ title, detail, time, selected }) => [title, detail, time, selected])).toEqual([
      ['Ben Okri', '@ben', '10:00', false],
      ['Reading club', '3 members', '10:00', true],
    ]);
  });
});
