import { describe, expect } from 'vitest';
import { aWorld, shown } from '../../testing/chat-world.ts';
import { aDirect, aMessage, ada, anEntry, ben, conversationId, entryId } from '../../testing/fixtures.ts';
import { verifies } from '../../testing/verifies.ts';

const first = conversationId(1);
const second = conversationId(2);

describe('the list of conversations', () => {
  verifies(
    ['MSG-14'],
    'lists conversations, the newest activity first, and moves one up when something comes',
    async () => {
      const { chat, time, sockets, goLive } = aWorld([
        { ...aDirect(1), lastActivityAt: '2026-11-20T09:00:00.000Z' },
        { ...aDirect(2), lastActivityAt: '2026-11-20T09:30:00.000Z' },
      ]);
      chat.start();
      await goLive();
      expect(chat.conversations.map(({ id }) => id)).toEqual([second, first]);
      sockets.last.say({ type: 'entry', conversationId: first, entry: anEntry(first, 2) });
      await time.pass(0);
      expect(chat.conversations.map(({ id }) => id)).toEqual([first, second]);
      expect(chat.conversations[0]?.lastMessage).toMatchObject({ seq: 2, text: 'message 2' });
    },
  );

  verifies(['MSG-14'], 'counts as unread what comes while another conversation is open', async () => {
    const { chat, sockets, time, goLive } = aWorld([{ ...aDirect(1), unreadCount: 1 }, aDirect(2)]);
    chat.start();
    chat.open(second);
    // What the view says whenever the end of the conversation is in sight.
    chat.changed.subscribe(() => {
      chat.shown();
    });
    await goLive();
    const unread = (): readonly number[] =>
      [first, second].map((id) => chat.conversations.find((each) => each.id === id)?.unreadCount ?? -1);
    for (const conversationId of [first, second])
      sockets.last.say({ type: 'entry', conversationId, entry: aMessage(conversationId, 2) });
    await time.pass(0);
    expect(unread()).toEqual([2, 0]);

    chat.open(first);
    await time.pass(0);
    expect(unread()).toEqual([0, 0]);
  });

  verifies(['MSG-10', 'MSG-14'], 'takes the count away when another device has read', async () => {
    const lastMessage = { id: entryId(2), seq: 2, author: ben.id, receivedAt: '2026-11-20T10:00:00.000Z' };
    const { chat, sockets, time, goLive } = aWorld([
      { ...aDirect(1, 2), unreadCount: 1, lastMessage: { ...lastMessage, text: 'Hello' } },
    ]);
    chat.start();
    await goLive();
    expect(chat.conversations[0]?.unreadCount).toBe(1);
    const read = { delivered: 2, read: 2 };
    sockets.last.say({
      type: 'marks',
      conversationId: first,
      marks: [{ user: ada.id, ...read }],
      all: read,
    });
    await time.pass(0);
    expect(chat.conversations[0]?.unreadCount).toBe(0);
  });

  verifies(['MSG-1'], 'learns of a conversation that someone else began', async () => {
    const { chat, time, sockets, goLive } = aWorld([]);
    chat.start();
    await goLive();
    sockets.last.say({ type: 'conversation', conversation: aDirect(1) });
    sockets.last.say({ type: 'entry', conversationId: first, entry: anEntry(first, 1) });
    sockets.last.say({ type: 'entry', conversationId: first, entry: anEntry(first, 2) });
    await time.pass(0);
    chat.open(first);
    await time.pass(0);
    expect(shown(chat)).toEqual([2]);
  });

  verifies(['MSG-1'], 'asks for a conversation that it hears of and does not know', async () => {
    const { chat, time, sockets, goLive } = aWorld([], ({ path }) =>
      path === `/conversations/${first}` ? [200, aDirect(1, 7)] : undefined,
    );
    chat.start();
    await goLive();
    sockets.last.say({ type: 'heads', heads: { [first]: 7 }, token: 'T' });
    await time.pass(0);
    expect(chat.conversations.map(({ id }) => id)).toEqual([first]);
  });
});
