import { describe, expect } from 'vitest';
import { aWorld, opened, shown } from '../../testing/chat-world.ts';
import { aDirect, aMessage, ada, anEntry, conversationId, entryId, problem } from '../../testing/fixtures.ts';
import { verifies } from '../../testing/verifies.ts';
import { headsDigest } from '../sync/digest.ts';

const first = conversationId(1);
const second = conversationId(2);

describe('a chat that missed something', () => {
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
    const { chat, time, sockets, goLive, comesBack } = aWorld([aDirect(1)], ({ path }) =>
      path.includes('/entries?after=1')
        ? [200, { entries: [anEntry(first, 2), anEntry(first, 3)], headSeq: 3, more: false }]
        : undefined,
    );
    chat.start();
    chat.open(first);
    await goLive();
    sockets.last.say({ type: 'heads', heads: { [first]: 1 } });
    sockets.last.say({ type: 'heads', heads: {}, token: 'T1' });
    await comesBack();
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

  verifies(['MSG-17', 'INV-7'], 'resumes as before when the answer to a resync did not come', async () => {
    const { chat, sockets, goLive, comesBack } = aWorld([aDirect(1), aDirect(2)]);
    chat.start();
    await goLive();
    sockets.last.say({ type: 'heads', heads: {}, token: 'T1' });
    await comesBack();
    // Of this answer, a frame between the first and the last was dropped.
    sockets.last.say({ type: 'heads', heads: { [first]: 1 } });
    sockets.last.say({ type: 'resync' });
    sockets.last.say({ type: 'heads', heads: {}, token: 'T2' });
    expect(sockets.last.ofType('resume')).toEqual([
      { type: 'resume', since: 'T1' },
      { type: 'resume', since: 'T1' },
    ]);
    await comesBack();
    expect(sockets.last.ofType('resume')).toEqual([{ type: 'resume', since: 'T1' }]);
  });

  verifies(['MSG-17'], 'resumes from the answer to a resync once that has come', async () => {
    const { chat, time, sockets, goLive, comesBack } = aWorld([aDirect(1)]);
    chat.start();
    await goLive();
    sockets.last.say({ type: 'heads', heads: { [first]: 1 } });
    sockets.last.say({ type: 'resync' });
    sockets.last.say({ type: 'heads', heads: {}, token: 'T2' });
    sockets.last.say({ type: 'heads', heads: {}, token: 'T3' });
    await comesBack();
    expect(sockets.last.ofType('resume')).toEqual([{ type: 'resume', since: 'T3' }]);
    // On a new connection nothing is due: the next answer counts at once.
    sockets.last.say({ type: 'heads', heads: {}, token: 'T4' });
    sockets.last.fail();
    await time.pass(2_000);
    await goLive();
    expect(sockets.last.ofType('resume')).toEqual([{ type: 'resume', since: 'T4' }]);
  });

  verifies(['API-3', 'INV-7'], 'asks once more, when the server wants it, what was refused', async () => {
    const { chat, time, sockets, goLive } = aWorld([aDirect(1)]);
    chat.start();
    await goLive();
    sockets.last.say({
      type: 'problem',
      problem: problem('too-many-requests', 429, { retryAfterSeconds: 5 }),
    });
    sockets.last.say({
      type: 'problem',
      problem: problem('store-unavailable', 503, { retryAfterSeconds: 2 }),
    });
    await time.pass(4_999);
    expect(sockets.last.ofType('resume')).toHaveLength(1);
    await time.pass(10_000);
    expect(sockets.last.ofType('resume')).toHaveLength(2);
    sockets.last.say({ type: 'heads', heads: {}, token: 'T1' });
    // It is answered now: this is about another frame.
    sockets.last.say({ type: 'problem', problem: problem('store-unavailable', 503) });
    await time.pass(8_000);
    expect(sockets.last.ofType('resume')).toHaveLength(2);
  });

  verifies(['INV-7'], 'asks later each time the server refuses again', async () => {
    const { chat, time, sockets, goLive } = aWorld([aDirect(1)]);
    chat.start();
    await goLive();
    const waits: number[] = [];
    for (let refusal = 0; refusal < 8; refusal++) {
      const asked = sockets.last.ofType('resume').length;
      sockets.last.say({ type: 'problem', problem: problem('overloaded', 503) });
      const before = time.now();
      while (sockets.last.ofType('resume').length === asked) {
        await time.pass(100);
        sockets.last.say({ type: 'pong', serverTime: new Date(time.now()).toISOString() });
      }
      waits.push(time.now() - before);
    }
    expect(Math.max(...waits.slice(0, 3))).toBeLessThanOrEqual(2_000);
    expect(Math.max(...waits)).toBeGreaterThan(5_000);
  });

  verifies(['INV-7'], 'asks on the next socket only what was refused on one that is gone', async () => {
    const { chat, time, sockets, goLive, comesBack } = aWorld([aDirect(1)]);
    chat.start();
    await goLive();
    sockets.last.say({
      type: 'problem',
      problem: problem('store-unavailable', 503, { retryAfterSeconds: 9 }),
    });
    await comesBack();
    sockets.last.say({ type: 'heads', heads: {}, token: 'T1' });
    await time.pass(15_000);
    expect(sockets.all.map((socket) => socket.ofType('resume').length)).toEqual([1, 1]);
  });

  verifies(['INV-7'], 'takes the next question for the one that was refused', async () => {
    const { chat, time, sockets, goLive } = aWorld([aDirect(1)]);
    chat.start();
    await goLive();
    sockets.last.say({
      type: 'problem',
      problem: problem('store-unavailable', 503, { retryAfterSeconds: 9 }),
    });
    sockets.last.say({ type: 'resync' });
    sockets.last.say({ type: 'heads', heads: {}, token: 'T1' });
    await time.pass(15_000);
    expect(sockets.last.ofType('resume')).toHaveLength(2);
  });

  verifies(['INV-7'], 'asks again, on the same socket, after more answers than it waited for', async () => {
    const { chat, time, sockets, goLive } = aWorld([aDirect(1)]);
    chat.start();
    await goLive();
    // A ping is refused, not the question: it is repeated, and both are answered.
    sockets.last.say({ type: 'problem', problem: problem('overloaded', 503, { retryAfterSeconds: 1 }) });
    await time.pass(2_000);
    sockets.last.say({ type: 'heads', heads: {}, token: 'T1' });
    sockets.last.say({ type: 'heads', heads: {}, token: 'T2' });
    sockets.last.say({ type: 'resync' });
    expect(sockets.last.ofType('resume')).toHaveLength(3);
    sockets.last.say({ type: 'problem', problem: problem('store-unavailable', 503) });
    await time.pass(5_000);
    expect(sockets.last.ofType('resume')).toHaveLength(4);
  });

  verifies(
    ['INV-7'],
    'waits for the last answer after dropped frames when the refusal was not of a question',
    async () => {
      const { chat, time, sockets, goLive, comesBack } = aWorld([aDirect(1)]);
      chat.start();
      await goLive();
      sockets.last.say({ type: 'heads', heads: {}, token: 'T1' });
      await comesBack();
      // A ping is refused, and of the answer frames are dropped.
      sockets.last.say({ type: 'problem', problem: problem('overloaded', 503, { retryAfterSeconds: 9 }) });
      sockets.last.say({ type: 'resync' });
      sockets.last.say({ type: 'heads', heads: {}, token: 'T2' });
      // The question that makes it good may be refused as well.
      sockets.last.say({ type: 'problem', problem: problem('store-unavailable', 503) });
      await time.pass(5_000);
      expect(sockets.last.ofType('resume')).toHaveLength(3);
      await comesBack();
      expect(sockets.last.ofType('resume')).toEqual([{ type: 'resume', since: 'T1' }]);
    },
  );

  verifies(['INV-7'], 'goes on from the answer to the last question, whatever was refused', async () => {
    const { chat, sockets, goLive, comesBack } = aWorld([aDirect(1)]);
    chat.start();
    await goLive();
    sockets.last.say({ type: 'problem', problem: problem('overloaded', 503, { retryAfterSeconds: 9 }) });
    sockets.last.say({ type: 'resync' });
    sockets.last.say({ type: 'heads', heads: {}, token: 'T1' });
    sockets.last.say({ type: 'heads', heads: {}, token: 'T2' });
    await comesBack();
    expect(sockets.last.ofType('resume')).toEqual([{ type: 'resume', since: 'T2' }]);
  });

  verifies(['INV-7'], 'lets go of a conversation that it was removed from while it was away', async () => {
    const { chat, time, sockets, requests, goLive } = aWorld([aDirect(1, 4), aDirect(2, 9)]);
    chat.start();
    await goLive();
    // It holds two, the user has one: it asks for all, and then the log of the one that was not named.
    sockets.last.say({ type: 'heads', heads: {}, token: 'T1', count: 1 });
    expect(sockets.last.ofType('resume')).toEqual([{ type: 'resume' }, { type: 'resume' }]);
    sockets.last.say({ type: 'heads', heads: { [first]: 4 }, token: 'T2', count: 1 });
    await time.pass(0);
    expect(requests.map(({ path }) => path)).toContainEqual(
      expect.stringContaining(`/conversations/${second}/entries?after=9`),
    );
    await time.pass(25_000);
    expect(sockets.last.ofType('ping')[0]).toEqual({ type: 'ping', digest: headsDigest([[first, 4]]) });
  });

  verifies(['INV-7'], 'keeps what an answer in several frames names', async () => {
    const { chat, time, sockets, requests, goLive, comesBack } = aWorld([aDirect(1, 4), aDirect(2, 9)]);
    chat.start();
    await goLive();
    sockets.last.say({ type: 'heads', heads: { [first]: 4 } });
    sockets.last.say({ type: 'heads', heads: { [second]: 9 }, count: 2 });
    // What is pushed to a socket that is gone counts for nothing.
    sockets.last.say({ type: 'heads', heads: { [first]: 4 } });
    await comesBack();
    sockets.last.say({ type: 'heads', heads: {}, token: 'T1', count: 2 });
    await time.pass(0);
    expect(requests.filter(({ path }) => path.includes('/entries?'))).toEqual([]);
    expect(sockets.last.ofType('resume')).toHaveLength(1);
  });

  verifies(
    ['INV-7'],
    'keeps a conversation that an answer does not name and whose log says it is still there',
    async () => {
      const { chat, time, sockets, goLive } = aWorld([aDirect(1, 4), aDirect(2, 9)], ({ path }) =>
        path.includes('/entries?after=9') ? [200, { entries: [], headSeq: 9, more: false }] : undefined,
      );
      chat.start();
      await goLive();
      sockets.last.say({ type: 'heads', heads: { [first]: 4 }, count: 1 });
      await time.pass(25_000);
      const digest = headsDigest([
        [first, 4],
        [second, 9],
      ]);
      expect(sockets.last.ofType('ping')[0]).toEqual({ type: 'ping', digest });
    },
  );

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
});
