import { describe, expect, test } from 'vitest';
import { FakeTime, seeded } from '../../testing/fake-time.ts';
import { anEntry, conversationId, problem } from '../../testing/fixtures.ts';
import { verifies } from '../../testing/verifies.ts';
import type { ConversationId, EntryPage, Seq } from '../contract.ts';
import { NoAnswer, Refused } from '../problem.ts';
import { Retrier } from '../retry.ts';
import { headsDigest } from './digest.ts';
import { type ReadEntries, Replica } from './replica.ts';

const id = conversationId(1);

/** Pages of a log that ends at `head`, as the server cuts them. */
function pageOf(head: Seq, after: Seq, limit = 200): EntryPage {
  const entries = Array.from({ length: Math.min(limit, head - after) }, (_, i) => anEntry(id, after + 1 + i));
  return { entries, headSeq: head, more: after + limit < head };
}

function aReplica(read: ReadEntries): {
  replica: Replica;
  time: FakeTime;
  applied: Seq[];
  began: (readonly [ConversationId, Seq])[];
  gone: ConversationId[];
} {
  const time = new FakeTime();
  const applied: Seq[] = [];
  const began: (readonly [ConversationId, Seq])[] = [];
  const gone: ConversationId[] = [];
  const replica = new Replica(read, new Retrier(time, seeded(1)), {
    applied: (_, entries) => applied.push(...entries.map(({ seq }) => seq)),
    began: (conversation, startsAt) => began.push([conversation, startsAt]),
    gone: (conversation) => gone.push(conversation),
  });
  return { replica, time, applied, began, gone };
}

const neverAsked: ReadEntries = () => Promise.reject(new Error('asked=1, expected no request'));
const seqs = (first: Seq, last: Seq): readonly Seq[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('a replica', () => {
  verifies(['INV-6'], 'goes on over entries of kinds that it does not know', () => {
    const { replica, applied } = aReplica(neverAsked);
    for (const kind of ['message', 'membership', 'deletion', 'from-the-future']) {
      replica.offer(id, { ...anEntry(id, applied.length + 9), kind });
    }
    expect(applied).toEqual([9, 10, 11, 12]);
  });

  verifies(
    ['INV-6'],
    'begins a conversation that it meets at the head, without reading the past',
    async () => {
      const { replica, time, applied, began } = aReplica(neverAsked);
      replica.head(id, 57);
      await time.pass(0);
      expect(began).toEqual([[id, 57]]);
      expect(applied).toEqual([]);
      replica.offer(id, anEntry(id, 58));
      expect(applied).toEqual([58]);
    },
  );

  verifies(['INV-6'], 'begins just before the first entry when that arrives before any head', () => {
    const { replica, applied } = aReplica(neverAsked);
    replica.offer(id, anEntry(id, 9));
    replica.head(id, 8);
    expect(applied).toEqual([9]);
  });

  verifies(['INV-7'], 'reads again when more is announced while the log says that it ends', async () => {
    const asked: ((page: EntryPage) => void)[] = [];
    const { replica, time, applied } = aReplica(() => new Promise((answer) => asked.push(answer)));
    replica.head(id, 9);
    replica.doubtAllBut(new Set());
    await time.pass(0);
    replica.head(id, 10);
    asked[0]?.({ entries: [], headSeq: 9, more: false });
    await time.pass(0);
    asked[1]?.(pageOf(10, 9));
    await time.pass(0);
    expect(applied).toEqual([10]);
    expect(asked).toHaveLength(2);
  });

  verifies(
    ['INV-7', 'MSG-17'],
    'reads a hole from the log, after what it has applied, page by page',
    async () => {
      const asked: Seq[] = [];
      const { replica, time, applied } = aReplica((_, after) => {
        asked.push(after);
        return Promise.resolve(pageOf(510, after));
      });
      replica.head(id, 10);
      replica.offer(id, anEntry(id, 510));
      await time.pass(0);
      expect(asked).toEqual([10, 210, 410]);
      expect(applied).toEqual(seqs(11, 510));
    },
  );

  verifies(['INV-7', 'MSG-17'], 'notices a lost last entry by an announced head', async () => {
    const { replica, time, applied } = aReplica((_, after) => Promise.resolve(pageOf(12, after)));
    replica.head(id, 10);
    replica.head(id, 12);
    await time.pass(0);
    expect(applied).toEqual([11, 12]);
  });

  verifies(['INV-6'], 'takes what is pushed while a hole is being read, once', async () => {
    let answer: (page: EntryPage) => void = () => undefined;
    const { replica, time, applied } = aReplica(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    replica.head(id, 10);
    replica.offer(id, anEntry(id, 13));
    await time.pass(0);
    replica.offer(id, anEntry(id, 11));
    replica.offer(id, anEntry(id, 14));
    answer(pageOf(13, 10));
    await time.pass(0);
    expect(applied).toEqual([11, 12, 13, 14]);
  });

  verifies(['MSG-17'], 'asks again when the answer is lost', async () => {
    let calls = 0;
    const { replica, time, applied } = aReplica((_, after) =>
      ++calls === 1 ? Promise.reject(new NoAnswer('lost')) : Promise.resolve(pageOf(12, after)),
    );
    replica.head(id, 10);
    replica.head(id, 12);
    await time.pass(1_000);
    expect(applied).toEqual([11, 12]);
  });

  test('lets go of a conversation that is not its user’s any more', async () => {
    const { replica, time, gone } = aReplica(() => Promise.reject(new Refused(problem('not-found', 404))));
    replica.head(id, 10);
    replica.head(id, 12);
    await time.pass(0);
    expect(gone).toEqual([id]);
    expect(replica.digest()).toBe(headsDigest([]));
  });

  verifies(
    ['MSG-17'],
    'keeps and reads what begins anew while an answer about what was left is under way',
    async () => {
      let refuse: (reason: Refused) => void = () => undefined;
      let calls = 0;
      const { replica, time, applied, gone } = aReplica((_, after) =>
        ++calls === 1
          ? new Promise<EntryPage>((_resolve, reject) => (refuse = reject))
          : Promise.resolve(pageOf(32, after)),
      );
      replica.head(id, 10);
      replica.head(id, 12);
      replica.drop(id);
      replica.head(id, 30);
      replica.head(id, 32);
      await time.pass(0);
      refuse(new Refused(problem('not-found', 404)));
      await time.pass(0);
      expect(applied).toEqual([31, 32]);
      expect(gone).toEqual([]);
      expect(replica.applied(id)).toBe(32);
    },
  );

  verifies(['MSG-17'], 'does not ask without end for a head that nothing stands behind', async () => {
    let calls = 0;
    const { replica, time } = aReplica((_, after) => {
      calls++;
      return Promise.resolve(pageOf(10, after));
    });
    replica.head(id, 10);
    replica.head(id, 99);
    await time.pass(60_000);
    expect(calls).toBe(1);
  });

  test('reads at most four holes at a time', async () => {
    let running = 0;
    let most = 0;
    const { replica, time } = aReplica(async (_, after) => {
      most = Math.max(most, ++running);
      await new Promise<void>((resolve) => time.after(10, resolve));
      running--;
      return pageOf(after + 1, after);
    });
    for (let n = 1; n <= 20; n++) {
      replica.head(conversationId(n), 1);
      replica.head(conversationId(n), 2);
    }
    await time.pass(1_000);
    expect(most).toBe(4);
    expect(running).toBe(0);
  });

  verifies(
    ['INV-6', 'INV-7'],
    'ends with every entry once and in order, however pushes are lost and mixed',
    async () => {
      for (let seed = 1; seed <= 100; seed++) {
        const random = seeded(seed);
        const head = 5 + Math.floor(random() * 400);
        const start = 1 + Math.floor(random() * 5);
        const { replica, time, applied } = aReplica((_, after) => {
          if (random() < 0.2) return Promise.reject(new NoAnswer('lost'));
          const page = pageOf(head, after, 1 + Math.floor(random() * 200));
          return new Promise((resolve) => {
            time.after(random() * 50, () => {
              resolve(page);
            });
          });
        });
        replica.head(id, start);
        const pushes = seqs(1, head)
          .filter(() => random() > 0.3)
          .flatMap((seq) => (random() < 0.2 ? [seq, seq] : [seq]))
          .map((seq) => ({ seq, place: seq + random() * 20 }))
          .sort((a, b) => a.place - b.place);
        for (const { seq } of pushes) {
          replica.offer(id, anEntry(id, seq));
          if (random() < 0.05) await time.pass(random() * 20);
        }
        replica.head(id, head);
        await time.pass(600_000);
        expect(applied, `seed=${seed}`).toEqual(seqs(start + 1, head));
      }
    },
  );
});
