import { describe, expect } from 'vitest';
import { FakeTime, seeded } from '../../testing/fake-time.ts';
import { conversationId, entryId, problem } from '../../testing/fixtures.ts';
import { verifies } from '../../testing/verifies.ts';
import type { EntryId } from '../contract.ts';
import { ServerClock } from '../server-clock.ts';
import type { ClientFrame } from './frames.ts';
import { MemoryOutbox } from './outbox.ts';
import { Sender } from './sender.ts';

const id = conversationId(1);
const other = conversationId(2);

interface Sent {
  readonly id: EntryId;
  readonly text: string;
}

function aSender(): {
  sender: Sender;
  time: FakeTime;
  sent: Sent[];
  idTimes: number[];
  setConnected: (connected: boolean) => void;
} {
  const time = new FakeTime();
  const sent: Sent[] = [];
  const idTimes: number[] = [];
  let isConnected = true;
  const sender: Sender = new Sender({
    outbox: new MemoryOutbox(),
    transmit: (frame: ClientFrame) => {
      if (isConnected && frame.type === 'send') sent.push({ id: frame.id, text: frame.content.text });
      return isConnected;
    },
    serverClock: new ServerClock(time),
    timers: time,
    random: seeded(3),
    newId: (millis) => entryId(1000 + idTimes.push(millis)),
    changed: () => undefined,
  });
  const setConnected = (connected: boolean): void => {
    isConnected = connected;
    if (connected) sender.connected();
    else sender.disconnected();
  };
  return { sender, time, sent, idTimes, setConnected };
}

const kinds = (sender: Sender): readonly string[] => sender.pending(id).map(({ state }) => state.kind);

describe('a sender', () => {
  verifies(['MSG-17', 'INV-4'], 'repeats with the same id when the outcome is unknown', async () => {
    const { sender, time, sent } = aSender();
    const message = sender.submit(id, 'hello');
    sender.unknown(id, message);
    await time.pass(2_000);
    sender.unknown(id, message);
    await time.pass(4_000);
    expect(sent).toEqual([
      { id: message, text: 'hello' },
      { id: message, text: 'hello' },
      { id: message, text: 'hello' },
    ]);
    sender.accepted(id, message, 2);
    await time.pass(120_000);
    expect(sent).toHaveLength(3);
  });

  verifies(['MSG-17', 'INV-4'], 'repeats with the same id when no answer comes', async () => {
    const { sender, time, sent } = aSender();
    const message = sender.submit(id, 'hello');
    await time.pass(10_000);
    expect(sent.map((frame) => frame.id)).toEqual([message, message]);
  });

  verifies(
    ['MSG-17', 'INV-4'],
    'repeats with the same id on the next socket what was under way',
    async () => {
      const { sender, time, sent, setConnected } = aSender();
      const message = sender.submit(id, 'hello');
      setConnected(false);
      expect(kinds(sender)).toEqual(['queued']);
      await time.pass(60_000);
      expect(sent).toHaveLength(1);
      setConnected(true);
      expect(sent.map((frame) => frame.id)).toEqual([message, message]);
      expect(kinds(sender)).toEqual(['sending']);
    },
  );

  verifies(
    ['MSG-17'],
    'keeps the order of writing: the next goes when the one before is settled',
    async () => {
      const { sender, time, sent } = aSender();
      const first = sender.submit(id, 'first');
      sender.submit(id, 'second');
      sender.unknown(id, first);
      await time.pass(2_000);
      expect(sent.map(({ text }) => text)).toEqual(['first', 'first']);
      sender.accepted(id, first, 2);
      expect(sent.map(({ text }) => text)).toEqual(['first', 'first', 'second']);
    },
  );

  verifies(['MSG-17'], 'does not let one conversation wait for another', () => {
    const { sender, sent } = aSender();
    sender.submit(id, 'here');
    sender.submit(other, 'there');
    expect(sent.map(({ text }) => text)).toEqual(['here', 'there']);
  });

  verifies(
    ['MSG-3'],
    'forgets a message once the log shows it, whether the answer came before or not',
    () => {
      const { sender, sent } = aSender();
      const answered = sender.submit(id, 'answered');
      sender.accepted(id, answered, 2);
      expect(kinds(sender)).toEqual(['accepted']);
      sender.entryApplied(id, answered);
      const unanswered = sender.submit(id, 'unanswered');
      sender.submit(id, 'next');
      sender.entryApplied(id, unanswered);
      expect(sender.pending(id).map(({ text }) => text)).toEqual(['next']);
      expect(sent.map(({ text }) => text)).toEqual(['answered', 'unanswered', 'next']);
    },
  );

  verifies(['API-2'], 'keeps a refused message with its reason, and goes on with the next', () => {
    const { sender, sent } = aSender();
    const refused = sender.submit(id, 'refused');
    sender.submit(id, 'next');
    sender.refused(id, refused, problem('not-found', 404));
    expect(kinds(sender)).toEqual(['refused', 'sending']);
    expect(sent.map(({ text }) => text)).toEqual(['refused', 'next']);
  });

  verifies(['INV-4'], 'tries a refused message again with the same id when the person asks', () => {
    const { sender, sent } = aSender();
    const message = sender.submit(id, 'hello');
    sender.refused(id, message, problem('invalid-field', 400));
    sender.retry(message);
    expect(sent.map((frame) => frame.id)).toEqual([message, message]);
    sender.refused(id, message, problem('invalid-field', 400));
    sender.discard(message);
    expect(sender.pending(id)).toEqual([]);
  });

  verifies(
    ['API-3'],
    'repeats a temporarily refused message by itself, not before the server wants it',
    async () => {
      const { sender, time, sent } = aSender();
      const message = sender.submit(id, 'hello');
      sender.refused(id, message, problem('too-many-requests', 429, { retryAfterSeconds: 5 }));
      expect(kinds(sender)).toEqual(['sending']);
      await time.pass(4_999);
      expect(sent).toHaveLength(1);
      await time.pass(1);
      expect(sent.map((frame) => frame.id)).toEqual([message, message]);
    },
  );

  verifies(['API-2'], 'corrects its clock by the server’s and sends under a new id, once', () => {
    const { sender, time, sent, idTimes } = aSender();
    const serverTime = new Date(time.now() - 3_600_000).toISOString();
    const early = sender.submit(id, 'hello');
    sender.submit(id, 'next');
    sender.refused(id, early, problem('clock-skew', 422, { serverTime }));
    expect(sent.map(({ text }) => text)).toEqual(['hello', 'hello']);
    const again = sent[1]?.id ?? early;
    expect(again).not.toBe(early);
    expect(idTimes.at(-1)).toBe(time.now() - 3_600_000);
    sender.refused(id, again, problem('clock-skew', 422, { serverTime }));
    expect(kinds(sender)).toEqual(['refused', 'sending']);
  });

  verifies(
    ['INV-4'],
    'gives no new id to a message of which an earlier attempt may still get into the log',
    async () => {
      const { sender, time, sent, setConnected } = aSender();
      const serverTime = new Date(time.now() - 3_600_000).toISOString();
      const doubts: ((message: EntryId) => Promise<void>)[] = [
        (message) => {
          sender.unknown(id, message);
          return Promise.resolve();
        },
        () => time.pass(10_000),
        () => {
          setConnected(false);
          setConnected(true);
          return Promise.resolve();
        },
      ];
      for (const doubt of doubts) {
        const message = sender.submit(id, 'hello');
        await doubt(message);
        await time.pass(9_999);
        sender.refused(id, message, problem('clock-skew', 422, { serverTime }));
        expect(kinds(sender)).toEqual(['refused']);
        sender.retry(message);
        expect(sent.at(-1)?.id).toBe(message);
        sender.refused(id, message, problem('id-in-use', 409));
        sender.retry(message);
        const again = sent.at(-1)?.id ?? message;
        expect(again).not.toBe(message);
        sender.accepted(id, again, 2);
        sender.entryApplied(id, again);
      }
    },
  );

  verifies(
    ['MSG-17'],
    'leaves an accepted message accepted when the answer to its repetition comes late',
    async () => {
      const { sender, time } = aSender();
      const message = sender.submit(id, 'hello');
      await time.pass(10_000);
      sender.accepted(id, message, 2);
      sender.refused(id, message, problem('not-found', 404));
      expect(kinds(sender)).toEqual(['accepted']);
    },
  );
});
