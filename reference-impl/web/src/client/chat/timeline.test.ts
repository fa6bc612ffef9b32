import { describe, expect, test } from 'vitest';
import { aMessage, anEntry, conversationId, entryId } from '../../testing/fixtures.ts';
import { verifies } from '../../testing/verifies.ts';
import type { Entry, MessagePage, Seq } from '../contract.ts';
import { Timeline } from './timeline.ts';

const id = conversationId(1);

/** Messages 2…head in pages of 50, as the server cuts them. */
function pages(head: Seq): (before: Seq) => Promise<MessagePage> {
  return (before) => {
    const first = Math.max(2, before - 50);
    const messages = Array.from({ length: Math.max(0, before - first) }, (_, i) => aMessage(id, first + i));
    return Promise.resolve({ messages, headSeq: head, more: first > 2 });
  };
}

/** What an entry of a kind without members of its own carries. */
function otherEntry(seq: Seq): Omit<Entry, 'kind'> {
  const { ordinal, author, at } = anEntry(id, seq);
  return { seq, id: entryId(seq), author, ordinal, at };
}

const seqs = (timeline: Timeline): readonly Seq[] => timeline.messages.map(({ seq }) => seq);
const range = (first: Seq, last: Seq): readonly Seq[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe('a timeline', () => {
  verifies(['MSG-4'], 'reads older pages from the head that it began at down to the beginning', async () => {
    const timeline = new Timeline(130, pages(130), () => undefined);
    await timeline.loadOlder();
    expect(seqs(timeline)).toEqual(range(81, 130));
    await timeline.loadOlder();
    await timeline.loadOlder();
    expect(seqs(timeline)).toEqual(range(2, 130));
    expect(timeline.history).toBe('complete');
  });

  verifies(['MSG-3', 'INV-6'], 'shows every message once, whether it was read or pushed', async () => {
    const timeline = new Timeline(60, pages(63), () => undefined);
    timeline.append([anEntry(id, 61), anEntry(id, 62)]);
    await timeline.loadOlder();
    timeline.append([anEntry(id, 63)]);
    await timeline.loadOlder();
    expect(seqs(timeline)).toEqual(range(2, 63));
  });

  verifies(['INV-6', 'MSG-15'], 'shows nothing of entries that are no messages', () => {
    const timeline = new Timeline(60, pages(60), () => undefined);
    const others = ['membership', 'role', 'rename', 'edit', 'deletion', 'reaction', 'from-the-future'];
    const entries = others.map((kind, index) => ({ ...otherEntry(61 + index), kind }));
    timeline.append([...entries, anEntry(id, 68)]);
    expect(seqs(timeline)).toEqual([68]);
  });

  test('asks for one page at a time', async () => {
    let calls = 0;
    const timeline = new Timeline(
      130,
      (before) => {
        calls++;
        return pages(130)(before);
      },
      () => undefined,
    );
    await Promise.all([timeline.loadOlder(), timeline.loadOlder(), timeline.loadOlder()]);
    expect(calls).toBe(1);
  });

  verifies(['MSG-4'], 'says when a page could not be read, and reads it when asked again', async () => {
    let failing = true;
    const timeline = new Timeline(
      10,
      (before) => (failing ? Promise.reject(new Error('lost')) : pages(10)(before)),
      () => undefined,
    );
    await timeline.loadOlder();
    expect(timeline.history).toBe('failed');
    failing = false;
    await timeline.loadOlder();
    expect(seqs(timeline)).toEqual(range(2, 10));
  });

  verifies(['MSG-4'], 'reads again what it gave back', async () => {
    const timeline = new Timeline(130, pages(130), () => undefined);
    for (let page = 0; page < 3; page++) await timeline.loadOlder();
    timeline.keepNewest(10);
    expect(seqs(timeline)).toEqual(range(121, 130));
    for (let page = 0; page < 3; page++) await timeline.loadOlder();
    expect(seqs(timeline)).toEqual(range(2, 130));
  });

  test('shows no entry that is no message', () => {
    const timeline = new Timeline(0, pages(1), () => undefined);
    timeline.append([anEntry(id, 1), anEntry(id, 2)]);
    expect(seqs(timeline)).toEqual([2]);
    expect(timeline.history).toBe('complete');
  });
});
