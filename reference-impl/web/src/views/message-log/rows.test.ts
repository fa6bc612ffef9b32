import { describe, expect } from 'vitest';
import { aMessage, ada, ben, conversationId, entryId, problem } from '../../testing/fixtures.ts';
import { verifies } from '../../testing/verifies.ts';
import type { Message, User } from '../../client/contract.ts';
import type { Outgoing, SendState } from '../../client/sync/outbox.ts';
import { Times } from '../shared/times.ts';
import { type LogRow, type LogView, type MessageRow, logRows } from './rows.ts';

const id = conversationId(1);
const people = new Map([ada, ben].map((user) => [user.id, user]));
const view: LogView = {
  me: ada.id,
  person: (user) => people.get(user),
  times: new Times('en-GB', 'UTC'),
  now: Date.parse('2026-11-20T12:00:00Z'),
  memberCount: 2,
  receipt: { all: { delivered: 0, read: 0 }, members: new Map() },
};

function message(seq: number, author: User, at: string): Message {
  return { ...aMessage(id, seq, author), sentAt: `${at}.000Z` };
}

function outgoing(state: SendState): Outgoing {
  const writtenAtMillis = Date.parse('2026-11-20T11:59:00Z');
  return { id: entryId(99), conversationId: id, text: 'mine', writtenAtMillis, reissued: false, state };
}

const messagesOf = (rows: readonly LogRow[]): readonly MessageRow[] =>
  rows.filter((row): row is MessageRow => row.kind === 'message');

describe('the rows of a log', () => {
  verifies(['MSG-15'], 'keep the place of a deleted message, and say nothing of what it said', () => {
    const { content, ...erased } = message(3, ben, '2026-11-20T10:00:00');
    const rows = messagesOf(logRows([message(2, ben, '2026-11-20T09:59:00'), erased], [], view));
    expect(rows.map(({ text }) => text)).toEqual(['message 2', null]);
    expect(content?.text).toBe('message 3');
  });

  verifies(['MSG-20'], 'begin each day with a separator, and show the time of each message', () => {
    const rows = logRows(
      [
        message(2, ben, '2026-11-18T23:59:59'),
        message(3, ben, '2026-11-19T00:00:00'),
        message(4, ben, '2026-11-19T08:00:00'),
        message(5, ada, '2026-11-20T10:00:00'),
      ],
      [],
      view,
    );
    expect(rows.map((row) => (row.kind === 'day' ? row.label : row.time))).toEqual([
      'Wednesday 18 November',
      '23:59',
      'Yesterday',
      '00:00',
      '08:00',
      'Today',
      '10:00',
    ]);
  });

  verifies(['UI-1'], 'tell own messages from others’ and name the authors', () => {
    const rows = messagesOf(
      logRows([message(2, ben, '2026-11-20T10:00:00'), message(3, ada, '2026-11-20T10:00:10')], [], view),
    );
    expect(rows.map(({ own, authorName, standing }) => [own, authorName, standing.kind])).toEqual([
      [false, 'Ben Okri', 'there'],
      [true, 'Ada Lovelace', 'sent'],
    ]);
  });

  verifies(['UI-1'], 'group what one author writes without a long pause', () => {
    const rows = messagesOf(
      logRows(
        [
          message(2, ben, '2026-11-20T10:00:00'),
          message(3, ben, '2026-11-20T10:04:59'),
          message(4, ben, '2026-11-20T10:09:59'),
          message(5, ada, '2026-11-20T10:10:00'),
        ],
        [],
        view,
      ),
    );
    expect(rows.map(({ first, last }) => [first, last])).toEqual([
      [true, false],
      [false, true],
      [true, true],
      [true, true],
    ]);
  });

  verifies(['MSG-17'], 'end with what is not in the log yet, and say how it stands', () => {
    const standing = (state: SendState): unknown =>
      messagesOf(logRows([], [outgoing(state)], view))[0]?.standing;
    expect(standing({ kind: 'queued' })).toEqual({ kind: 'sending' });
    expect(standing({ kind: 'sending' })).toEqual({ kind: 'sending' });
    expect(standing({ kind: 'accepted', seq: 2 })).toEqual({ kind: 'sent', label: 'Sent' });
    const refusal = problem('not-found', 404, { title: 'There is no such thing' });
    expect(standing({ kind: 'refused', problem: refusal })).toEqual({
      kind: 'refused',
      reason: 'There is no such thing.',
    });
  });

  verifies(['MSG-3'], 'keep a message’s key when it moves from the outbox into the log', () => {
    const before = messagesOf(logRows([], [outgoing({ kind: 'accepted', seq: 2 })], view));
    const entry = { ...message(2, ada, '2026-11-20T11:59:00'), id: entryId(99) };
    const after = messagesOf(logRows([entry], [], view));
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  });
});
