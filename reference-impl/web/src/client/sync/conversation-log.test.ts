import { describe, expect } from 'vitest';
import { anEntry, conversationId } from '../../testing/fixtures.ts';
import { verifies } from '../../testing/verifies.ts';
import { ConversationLog } from './conversation-log.ts';

const id = conversationId(1);
const offer = (log: ConversationLog, seq: number): readonly number[] =>
  log.offer(anEntry(id, seq)).map((entry) => entry.seq);

describe('a conversation log', () => {
  verifies(['INV-6'], 'applies the entry that is next', () => {
    const log = new ConversationLog(4);
    expect(offer(log, 5)).toEqual([5]);
    expect(log.applied).toBe(5);
    expect(log.hasGap).toBe(false);
  });

  verifies(['INV-6'], 'drops what it has applied already, and what stood before its beginning', () => {
    const log = new ConversationLog(4);
    offer(log, 5);
    expect(offer(log, 5)).toEqual([]);
    expect(offer(log, 4)).toEqual([]);
    expect(log.applied).toBe(5);
  });

  verifies(['INV-6'], 'keeps an entry that came early until its turn', () => {
    const log = new ConversationLog(4);
    expect(offer(log, 7)).toEqual([]);
    expect(log.hasGap).toBe(true);
    expect(offer(log, 6)).toEqual([]);
    expect(offer(log, 5)).toEqual([5, 6, 7]);
    expect(log.hasGap).toBe(false);
  });

  verifies(['INV-6'], 'ignores a head below what it has applied', () => {
    const log = new ConversationLog(9);
    log.raise(3);
    expect(log.hasGap).toBe(false);
  });

  verifies(['INV-6'], 'knows of a gap when a head is announced beyond it', () => {
    const log = new ConversationLog(9);
    log.raise(10);
    expect(log.hasGap).toBe(true);
    log.endsAt(9, log.asked());
    expect(log.hasGap).toBe(false);
  });

  verifies(['INV-7'], 'keeps a head that was announced after the log was asked', () => {
    const log = new ConversationLog(9);
    log.doubt();
    const announced = log.asked();
    log.raise(10);
    log.endsAt(9, announced);
    expect(log.hasGap).toBe(true);
  });

  verifies(['INV-7'], 'has to be asked while it is in doubt', () => {
    const log = new ConversationLog(9);
    log.doubt();
    expect(log.hasGap).toBe(true);
    log.endsAt(9, log.asked());
    expect(log.hasGap).toBe(false);
  });

  verifies(['INV-6'], 'bounds what it keeps for later, and still knows that more is missing', () => {
    const log = new ConversationLog(0);
    for (let seq = 2; seq <= 1000; seq++) offer(log, seq);
    const turn = offer(log, 1);
    expect(turn[0]).toBe(1);
    expect(turn.length).toBeLessThan(1000);
    expect(turn).toEqual(turn.map((_, index) => index + 1));
    expect(log.hasGap).toBe(true);
  });
});
