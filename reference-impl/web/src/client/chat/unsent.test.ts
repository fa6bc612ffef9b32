import { describe, expect } from 'vitest';
import { aWorld, opened, shown } from '../../testing/chat-world.ts';
import { aDirect, aMessage, ada, conversationId } from '../../testing/fixtures.ts';
import { KeptPlaces } from '../../testing/kept-places.ts';
import type { ScriptedSocket } from '../../testing/scripted.ts';
import { verifies } from '../../testing/verifies.ts';
import type { ClientFrame } from '../sync/frames.ts';
import { KeptOutbox } from '../sync/outbox.ts';

const first = conversationId(1);

type SendFrame = ClientFrame & { type: 'send' };

function onlySent(socket: ScriptedSocket): SendFrame {
  const [sent, ...others] = socket.ofType('send');
  if (!sent || others.length > 0)
    throw new Error(`sent=${sent ? 1 + others.length : 0}, expected one message`);
  return sent;
}

/** A page of the browser that sent a message, and was closed before it heard of it. */
async function anEarlierPage(places = new KeptPlaces()): Promise<{ places: KeptPlaces; sent: SendFrame }> {
  const { chat, sockets, goLive } = aWorld([aDirect(1)], undefined, new KeptOutbox(places.page()));
  chat.start();
  chat.open(first);
  await goLive();
  chat.send('hello');
  const sent = onlySent(sockets.last);
  chat.stop();
  return { places, sent };
}

describe('the outbox of a chat', () => {
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
        const sent = onlySent(sockets.last);
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

  verifies(['MSG-17', 'INV-4'], 'sends again with the same id what a lost connection left open', async () => {
    const { chat, time, sockets, goLive } = aWorld([aDirect(1)]);
    chat.start();
    chat.open(first);
    await goLive();
    chat.send('hello');
    const sent = onlySent(sockets.last);
    sockets.last.fail();
    expect(chat.hasUnsent).toBe(true);
    await time.pass(1_000);
    await goLive();
    expect(sockets.last.ofType('send')).toEqual([sent]);
  });

  verifies(['MSG-12', 'INV-4'], 'sends what an earlier page left, once, with the same id', async () => {
    const { places, sent } = await anEarlierPage();
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
        const { places, sent } = await anEarlierPage();
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

  verifies(
    ['MSG-12', 'INV-4'],
    'sends what another page leaves while this one lives, once, with the same id',
    async () => {
      for (const hearsOf of ['a new socket', 'a heartbeat']) {
        const places = new KeptPlaces();
        const lives = aWorld([aDirect(1)], undefined, new KeptOutbox(places.page()));
        lives.chat.start();
        lives.chat.open(first);
        await lives.goLive();
        const { sent } = await anEarlierPage(places);
        if (hearsOf === 'a new socket') {
          lives.sockets.last.fail();
          await lives.time.pass(1_000);
          await lives.goLive();
        }
        for (let times = 0; times < 2; times++) await lives.hearsAPong();
        expect(opened(lives.chat).pending.map(({ text }) => text)).toEqual(['hello']);
        expect(lives.sockets.last.ofType('send')).toEqual([sent]);
        expect(places.texts()).toEqual(['hello']);
      }
    },
  );

  verifies(['MSG-12', 'INV-4'], 'shows once what it has seen in the log and another page left', async () => {
    const places = new KeptPlaces();
    const { chat, sockets, goLive, hearsAPong } = aWorld(
      [aDirect(1)],
      undefined,
      new KeptOutbox(places.page()),
    );
    chat.start();
    chat.open(first);
    await goLive();
    const { sent } = await anEarlierPage(places);
    const entry = { ...aMessage(first, 2, ada), id: sent.id };
    sockets.last.say({ type: 'entry', conversationId: first, entry });
    await hearsAPong();
    expect(shown(chat)).toEqual([2]);
    expect(opened(chat).pending).toEqual([]);
    sockets.last.say({ type: 'accepted', conversationId: first, id: sent.id, seq: 2 });
    expect(places.texts()).toEqual([]);
  });
});
