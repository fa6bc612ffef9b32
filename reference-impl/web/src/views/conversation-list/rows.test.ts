import { describe, expect } from 'vitest';
import { aDirect, aGroup, ada, at, ben, conversationId, entryId } from '../../testing/fixtures.ts';
import { verifies } from '../../testing/verifies.ts';
import type { Conversation, UserId } from '../../client/contract.ts';
import { Times } from '../shared/times.ts';
import { conversationRows } from './rows.ts';

const view = {
  me: ada.id,
  person: (id: UserId) => [ada, ben].find((user) => user.id === id),
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

  verifies(['MSG-14'], 'say how many messages are unread', () => {
    const rows = conversationRows([aDirect(1), { ...aDirect(3), unreadCount: 2 }], view);
    expect(rows.map(({ unread }) => unread)).toEqual([0, 2]);
  });

  verifies(['UI-1', 'MSG-14'], 'preview the last message, with its author where that is not plain', () => {
    const said = (conversation: Conversation, author: UserId, text: string): Conversation => ({
      ...conversation,
      lastMessage: { id: entryId(7), seq: 7, author, receivedAt: at('2026-11-20T10:00:00Z'), text },
    });
    const rows = conversationRows(
      [
        said(aDirect(1), ben.id, 'line one\nline two'),
        said(aDirect(2), ada.id, 'mine'),
        said(aGroup(3, 'Reading club', 3), ben.id, 'theirs'),
        said(aGroup(4, 'Reading club', 3), 'user-unknown' as UserId, 'somebody’s'),
        said(aGroup(5, 'Reading club', 3), ben.id, ''),
      ],
      view,
    );
    expect(rows.map(({ detail }) => detail)).toEqual([
      'line one line two',
      'You: mine',
      'Ben Okri: theirs',
      'somebody’s',
      'A deleted message',
    ]);
  });
});
