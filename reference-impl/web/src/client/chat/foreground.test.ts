import { describe, expect } from 'vitest';
import { aWorld, opened, shown } from '../../testing/chat-world.ts';
import { aDirect, aMessage, anEntry, ben, conversationId } from '../../testing/fixtures.ts';
import { verifies } from '../../testing/verifies.ts';

const first = conversationId(1);
const second = conversationId(2);

describe('the conversation on the screen', () => {
  verifies(['MSG-3'], 'shows a pushed message in the open conversation', async () => {
    const { chat, sockets, goLive } = aWorld([aDirect(1)]);
    chat.start();
    chat.open(first);
    await goLive();
    sockets.last.say({ type: 'entry', conversationId: first, entry: anEntry(first, 2) });
    sockets.last.say({ type: 'entry', conversationId: first, entry: anEntry(first, 2) });
    expect(shown(chat)).toEqual([2]);
  });

  verifies(
    ['MSG-10', 'MSG-14'],
    'reports what came, what was shown, and does not call read what nobody saw',
    async () => {
      const { chat, sockets, time, goLive } = aWorld([aDirect(1), aDirect(2)]);
      chat.start();
      chat.open(second);
      await goLive();
      const reports = (): readonly unknown[] =>
        sockets.last.ofType('mark').map(({ delivered, read }) => [delivered, read]);

      sockets.last.say({ type: 'entry', conversationId: first, entry: aMessage(first, 2) });
      sockets.last.say({ type: 'entry', conversationId: second, entry: aMessage(second, 2) });
      await time.pass(1_000);
      expect(reports()).toEqual([
        [2, undefined],
        [2, undefined],
      ]);

      chat.shown();
      await time.pass(1_000);
      expect(reports().slice(2)).toEqual([[undefined, 2]]);
      expect(sockets.last.ofType('mark').at(-1)?.conversationId).toBe(second);
    },
  );

  verifies(
    ['MSG-10'],
    'asks how far the others are when it opens, and again after each connection',
    async () => {
      let readUpTo = 2;
      const { chat, requests, goLive, comesBack } = aWorld([aDirect(1)], ({ path }) =>
        path.endsWith('/marks')
          ? [
              200,
              {
                marks: [{ user: ben.id, delivered: readUpTo, read: readUpTo }],
                all: { delivered: readUpTo, read: readUpTo },
              },
            ]
          : undefined,
      );
      const asked = (): number => requests.filter(({ path }) => path.endsWith('/marks')).length;
      chat.start();
      chat.open(first);
      await goLive();
      expect(opened(chat).receipt.all.read).toBe(2);
      const before = asked();

      readUpTo = 3;
      await comesBack();
      expect(asked()).toBeGreaterThan(before);
      expect(opened(chat).receipt.all.read).toBe(3);
    },
  );

  verifies(['QG-7'], 'says that a conversation is absent when the server knows none', async () => {
    const { chat, time, goLive } = aWorld([]);
    chat.start();
    chat.open(first);
    expect(chat.opened.kind).toBe('loading');
    await goLive();
    await time.pass(0);
    expect(chat.opened.kind).toBe('absent');
  });
});
