import { describe, expect } from 'vitest';
import { FakeTime } from '../../testing/fake-time.ts';
import { ada, ben, conversationId, problem } from '../../testing/fixtures.ts';
import { verifies } from '../../testing/verifies.ts';
import type { Mark, Seq, UserId } from '../contract.ts';
import type { ClientFrame } from './frames.ts';
import { Receipts } from './receipts.ts';

const first = conversationId(1);
const second = conversationId(2);

class World {
  readonly time = new FakeTime();
  readonly sent: ClientFrame[] = [];
  readonly reads: Seq[] = [];
  isLive = true;
  readonly receipts = new Receipts(
    ada.id,
    {
      timers: this.time,
      transmit: (frame) => {
        if (this.isLive) this.sent.push(frame);
        return this.isLive;
      },
    },
    { read: (_, upTo) => this.reads.push(upTo), moved: () => undefined },
  );

  tells(user: UserId, mark: Mark, all: Mark = { delivered: 0, read: 0 }): void {
    this.receipts.told(first, { marks: [{ user, ...mark }], all });
  }
}

const mark = (conversation: typeof first, rest: Partial<Mark>): unknown => ({
  type: 'mark',
  conversationId: conversation,
  ...rest,
});

describe('receipts', () => {
  verifies(['MSG-10'], 'report at once, then all that came up in an interval together', async () => {
    const { receipts, sent, time } = new World();
    receipts.reached(first, 2);
    receipts.reached(first, 3);
    receipts.reached(first, 4);
    receipts.shown(second, 7);
    expect(sent).toEqual([mark(first, { delivered: 2 })]);
    await time.pass(999);
    expect(sent).toHaveLength(1);
    await time.pass(1);
    expect(sent.slice(1)).toEqual([mark(first, { delivered: 4 }), mark(second, { read: 7 })]);
    await time.pass(60_000);
    expect(sent).toHaveLength(3);
  });

  verifies(['MSG-10'], 'say nothing that the server has already confirmed', async () => {
    const world = new World();
    world.tells(ada.id, { delivered: 9, read: 5 });
    world.receipts.reached(first, 9);
    world.receipts.shown(first, 5);
    await world.time.pass(2_000);
    expect(world.sent).toEqual([]);
    world.receipts.shown(first, 9);
    expect(world.sent).toEqual([mark(first, { read: 9 })]);
  });

  verifies(
    ['MSG-10', 'MSG-12'],
    'repeat after a connection what has not come back, and only that',
    async () => {
      const world = new World();
      world.receipts.shown(first, 3);
      await world.time.pass(1_000);
      world.receipts.shown(second, 4);
      await world.time.pass(1_000);
      world.tells(ada.id, { delivered: 3, read: 3 });
      world.isLive = false;
      world.receipts.shown(second, 6);
      await world.time.pass(1_000);
      expect(world.sent).toEqual([mark(first, { read: 3 }), mark(second, { read: 4 })]);

      world.isLive = true;
      world.receipts.connected();
      expect(world.sent.slice(2)).toEqual([mark(second, { read: 6 })]);
    },
  );

  verifies(
    ['MSG-10', 'MSG-14'],
    'are reported again after a while when the server could not take them',
    async () => {
      const { receipts, sent, time } = new World();
      receipts.shown(first, 3);
      await time.pass(5_000);
      receipts.refused(first, problem('store-unavailable', 503));
      await time.pass(999);
      expect(sent).toHaveLength(1);
      await time.pass(1);
      expect(sent).toEqual([mark(first, { read: 3 }), mark(first, { read: 3 })]);
    },
  );

  verifies(['MSG-10'], 'are reported no more once they were refused for good', async () => {
    const { receipts, sent, time } = new World();
    receipts.shown(first, 3);
    receipts.refused(first, problem('not-found', 404));
    await time.pass(5_000);
    receipts.connected();
    expect(sent).toHaveLength(1);
  });

  verifies(['MSG-10'], 'never fall, in whatever order they are told', () => {
    const world = new World();
    world.tells(ben.id, { delivered: 5, read: 4 }, { delivered: 5, read: 4 });
    world.tells(ben.id, { delivered: 3, read: 2 }, { delivered: 3, read: 2 });
    expect(world.receipts.of(first).members.get(ben.id)).toEqual({ delivered: 5, read: 4 });
    expect(world.receipts.of(first).all).toEqual({ delivered: 5, read: 4 });
  });

  verifies(['MSG-10'], 'take from an entry that its author has read so far', () => {
    const { receipts, sent, reads } = new World();
    receipts.wrote(first, ben.id, 6);
    receipts.wrote(first, ada.id, 7);
    receipts.reached(first, 7);
    expect(receipts.of(first).members.get(ben.id)).toEqual({ delivered: 6, read: 6 });
    expect(sent).toEqual([]);
    expect(reads).toEqual([7]);
  });

  verifies(['MSG-14'], 'say how far this user has read on another device', () => {
    const world = new World();
    world.tells(ada.id, { delivered: 5, read: 5 });
    world.tells(ben.id, { delivered: 8, read: 8 });
    world.tells(ada.id, { delivered: 6, read: 5 });
    expect(world.reads).toEqual([5]);
  });
});
