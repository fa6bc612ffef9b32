import { describe, expect } from 'vitest';
import { FakeTime, seeded } from '../../testing/fake-time.ts';
import {
  aDirect,
  aMessage,
  aSession,
  ada,
  anEntry,
  aUser,
  ben,
  conversationId,
  credentialsAt,
  entryId,
  problem,
} from '../../testing/fixtures.ts';
import { KeptPlaces } from '../../testing/kept-places.ts';
import { type Answer, ScriptedSockets, SharedStore, scriptedHttp } from '../../testing/scripted.ts';
import { verifies } from '../../testing/verifies.ts';
import type { Conversation, Seq } from '../contract.ts';
import type { HttpRequest } from '../ports.ts';
import { Session } from '../session/session.ts';
import { headsDigest } from '../sync/digest.ts';
import { KeptOutbox, MemoryOutbox, type Outbox } from '../sync/outbox.ts';
import { Chat } from './chat.ts';
import type { OpenConversation } from './foreground.ts';

const first = conversationId(1);
const second = conversationId(2);

type Rule = (request: HttpRequest) => Answer | undefined;

interface World {
  readonly chat: Chat;
  readonly time: FakeTime;
  readonly sockets: ScriptedSockets;
  readonly requests: HttpRequest[];
  goLive(): Promise<void>;
}

function aWorld(
  conversations: readonly Conversation[],
  rule: Rule = () => undefined,
  outbox: Outbox = new MemoryOutbox(),
): World {
  const time = new FakeTime();
  const sockets = new ScriptedSockets();
  const { http, requests } = scriptedHttp((request) => {
    const answer = rule(request);
    if (answer) return answer;
    if (request.path.startsWith('/conversations?')) return [200, { conversations }];
    if (request.path.includes('/messages?')) return [200, { messages: [], headSeq: 1, more: false }];
    return [404, problem('not-found', 404)];
  });
  const store = new SharedStore(credentialsAt(time.now())).tab();
  const mutex = { exclusive: <T>(_: string, action: () => Promise<T>) => action() };
  let ids = 500;
  const chat = new Chat(ada.id, {
    session: new Session({ http, store, mutex, clock: time, deviceName: 'test' }),
    http,
    openSocket: sockets.open,
    clock: time,
    timers: time,
    random: seeded(5),
    newId: () => entryId(++ids),
    outbox,
  });
  const goLive = async (): Promise<void> => {
    await time.pass(0);
    const { user, device } = aSession();
    sockets.last.accept();
    sockets.last.say({ type: 'authenticated', user, device, serverTime: new Date(time.now()).toISOString() });
    await time.pass(0);
  };
  return { chat, time, sockets, requests, goLive };
}

function opened(chat: Chat): OpenConversation & { kind: 'open' } {
  const { opened: conversation } = chat;
  if (conversation.kind !== 'open') throw new Error(`opened=${conversation.kind}, expected open`);
  return conversation;
}

const shown = (chat: Chat): readonly Seq[] => opened(chat).messages.map(({ seq }) => seq);

describe('a chat', () => {
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
    ['MSG-3', 'INV-4'],
    'shows an own message once, in either order of acceptance and entry',
    async () => {
      for (const acceptedFirst of [true, false]) {
        const { chat, sockets, goLive } = aWorld([aDirect(1)]);
        chat.start();
        chat.open(first);
        await goLive();
        chat.send('hello');
        expect(opened(chat).pending.map(({ text }) => text)).toEqual(['hello']);
        const [sent] = sockets.last.ofType('send');
        if (!sent) throw new Error('sent=0, expected one message');
        const accepted = { type: 'accepted', conversationId: first, id: sent.id, seq: 2 } as const;
        const entry = {
          type: 'entry',
          conversationId: first,
          entry: { ...aMessage(first, 2, ada), id: sent.id },
        } as const;
        for (const frame of acceptedFirst ? [accepted, entry] : [entry, accepted]) sockets.last.say(frame);
        expect(shown(chat)).toEqual([2]);
        expect(opened(chat).pending).toEqual([]);
      }
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

  verifies(
    ['MSG-10'],
    'asks how far the others are when it opens, and again after each connection',
    async () => {
      let readUpTo = 2;
      const { chat, sockets, time, requests, goLive } = aWorld([aDirect(1)], ({ path }) =>
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
      sockets.last.fail();
      await time.pass(1_000);
      await goLive();
      expect(asked()).toBeGreaterThan(before);
      expect(opened(chat).receipt.all.read).toBe(3);
    },
  );

  verifies(['MSG-17', 'INV-7'], 'asks the log when its own entry does not come', async () => {
    const entry = { ...aMessage(first, 2, ada), id: entryId(501) };
    const { chat, time, sockets, goLive } = aWorld([aDirect(1)], ({ path }) =>
      path.includes('/entries?after=1') ? [200, { entries: [entry], headSeq: 2, more: false }] : undefined,
    );
    chat.start();
    chat.open(first);
    await goLive();
    chat.send('hello');
    sockets.last.say({ type: 'accepted', conversationId: first, id: entryId(501), seq: 2 });
    await time.pass(3_000);
    expect(shown(chat)).toEqual([2]);
    expect(opened(chat).pending).toEqual([]);
  });

  verifies(['MSG-17', 'INV-7'], 'resumes from its token after a loss and reads what it missed', async () => {
    const { chat, time, sockets, goLive } = aWorld([aDirect(1)], ({ path }) =>
      path.includes('/entries?after=1')
        ? [200, { entries: [anEntry(first, 2), anEntry(first, 3)], headSeq: 3, more: false }]
        : undefined,
    );
    chat.start();
    chat.open(first);
    await goLive();
    sockets.last.say({ type: 'heads', heads: { [first]: 1 } });
    sockets.last.say({ type: 'heads', heads: {}, token: 'T1' });
    sockets.last.fail();
    await time.pass(1_000);
    await goLive();
    expect(sockets.last.ofType('resume')).toEqual([{ type: 'resume', since: 'T1' }]);
    sockets.last.say({ type: 'heads', heads: { [first]: 3 }, token: 'T2' });
    await time.pass(0);
    expect(shown(chat)).toEqual([2, 3]);
  });

  verifies(['MSG-17'], 'resumes when the server dropped frames', async () => {
    const { chat, sockets, goLive } = aWorld([aDirect(1)]);
    chat.start();
    await goLive();
    expect(sockets.last.ofType('resume')).toEqual([{ type: 'resume' }]);
    sockets.last.say({ type: 'resync' });
    expect(sockets.last.ofType('resume')).toHaveLength(2);
  });

  verifies(['MSG-17'], 'pings with the digest of what it has applied, in every conversation', async () => {
    const { chat, time, sockets, goLive } = aWorld([aDirect(1, 4), aDirect(2, 9)]);
    chat.start();
    await goLive();
    sockets.last.say({ type: 'entry', conversationId: first, entry: anEntry(first, 5) });
    await time.pass(25_000);
    const digest = headsDigest([
      [first, 5],
      [second, 9],
    ]);
    expect(sockets.last.ofType('ping')[0]).toEqual({ type: 'ping', digest });
  });

  verifies(['MSG-17', 'INV-4'], 'sends again with the same id what a lost connection left open', async () => {
    const { chat, time, sockets, goLive } = aWorld([aDirect(1)]);
    chat.start();
    chat.open(first);
    await goLive();
    chat.send('hello');
    const [sent] = sockets.last.ofType('send');
    sockets.last.fail();
    expect(chat.hasUnsent).toBe(true);
    await time.pass(1_000);
    await goLive();
    expect(sockets.last.ofType('send')).toEqual([sent]);
  });

  verifies(['MSG-12', 'INV-4'], 'sends what an earlier page left, once, with the same id', async () => {
    const places = new KeptPlaces();
    const earlier = aWorld([aDirect(1)], undefined, new KeptOutbox(places.page()));
    earlier.chat.start();
    earlier.chat.open(first);
    await earlier.goLive();
    earlier.chat.send('hello');
    const [sent] = earlier.sockets.last.ofType('send');
    earlier.chat.stop();

    const later = aWorld([aDirect(1)], undefined, new KeptOutbox(places.page()));
    later.chat.start();
    later.chat.open(first);
    await later.goLive();
    expect(opened(later.chat).pending.map(({ text }) => text)).toEqual(['hello']);
    expect(later.sockets.last.ofType('send')).toEqual([sent]);
  });

  verifies(
    ['MSG-12', 'INV-4'],
    'shows once what an earlier page had sent without hearing the answer',
    async () => {
      for (const heardFrom of ['history', 'answer']) {
        const places = new KeptPlaces();
        const earlier = aWorld([aDirect(1)], undefined, new KeptOutbox(places.page()));
        earlier.chat.start();
        earlier.chat.open(first);
        await earlier.goLive();
        earlier.chat.send('hello');
        const [sent] = earlier.sockets.last.ofType('send');
        if (!sent) throw new Error('sent=0, expected one message');
        earlier.chat.stop();

        const messages = heardFrom === 'history' ? [{ ...aMessage(first, 2, ada), id: sent.id }] : [];
        const later = aWorld(
          [aDirect(1, 2)],
          ({ path }) =>
            path.includes('/messages?before=3') ? [200, { messages, headSeq: 2, more: false }] : undefined,
          new KeptOutbox(places.page()),
        );
        later.chat.start();
        await later.goLive();
        later.chat.open(first);
        await later.time.pass(0);
        if (heardFrom === 'answer')
          later.sockets.last.say({ type: 'accepted', conversationId: first, id: sent.id, seq: 2 });
        expect(shown(later.chat)).toEqual(messages.map(({ seq }) => seq));
        expect(opened(later.chat).pending).toEqual([]);
        expect(places.texts()).toEqual([]);
      }
    },
  );

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

  verifies(['QG-7'], 'says that a conversation is absent when the server knows none', async () => {
    const { chat, time, goLive } = aWorld([]);
    chat.start();
    chat.open(first);
    expect(chat.opened.kind).toBe('loading');
    await goLive();
    await time.pass(0);
    expect(chat.opened.kind).toBe('absent');
  });

  verifies(['MSG-1', 'INV-4'], 'repeats a creation whose answer was lost with the same id', async () => {
    let isLost = true;
    const { chat, requests } = aWorld([], ({ method, path }) => {
      if (path.startsWith('/users?')) return [200, { users: [ben] }];
      if (method !== 'POST') return undefined;
      if (!isLost) return [201, aDirect(1)];
      isLost = false;
      throw new Error('connection reset');
    });
    await expect(chat.openDirect('ben')).rejects.toThrow();
    await expect(chat.openDirect('ben')).resolves.toBe(first);
    const bodies = requests.filter(({ method }) => method === 'POST').map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toBe(bodies[1]);
  });

  verifies(['MSG-2'], 'creates a group of named users, and says which name nobody has', async () => {
    const known = new Map([ben, aUser('cleo')].map((user) => [user.username, user]));
    const { chat, requests } = aWorld([], ({ method, path }) => {
      if (method === 'POST') return [201, { ...aDirect(1), type: 'group', title: 'Club' }];
      const name = path.startsWith('/users?username=') ? path.slice('/users?username='.length) : '';
      const user = known.get(name);
      return [200, { users: user ? [user] : [] }];
    });
    await expect(chat.createGroup('Club', ['ben', 'nobody'])).rejects.toThrow('no user named nobody');
    await chat.createGroup('Club', ['ben', 'cleo']);
    const body = JSON.parse(requests.at(-1)?.body ?? '') as object;
    expect(body).toMatchObject({ type: 'group', title: 'Club', members: ['user-ben', 'user-cleo'] });
  });
});
