import { describe, expect } from 'vitest';
import { conversationId, entryId, problem } from '../../testing/fixtures.ts';
import { KeptPlaces } from '../../testing/kept-places.ts';
import { verifies } from '../../testing/verifies.ts';
import { KeptOutbox, type Outgoing, type SendState } from './outbox.ts';

function anOutgoing(n: number, state: SendState = { kind: 'queued' }): Outgoing {
  return {
    id: entryId(n),
    conversationId: conversationId(1),
    text: `text ${n}`,
    writtenAtMillis: n,
    reissued: false,
    state,
  };
}

const texts = (outbox: KeptOutbox): readonly string[] => outbox.all().map(({ text }) => text);

describe('a kept outbox', () => {
  verifies(['MSG-12'], 'finds what a page left that is gone, before what is written now', async () => {
    const places = new KeptPlaces();
    const gone = new KeptOutbox(places.page());
    gone.add(anOutgoing(1));
    gone.add(anOutgoing(2));
    gone.close();
    const next = new KeptOutbox(places.page());
    next.add(anOutgoing(3));
    await next.restore();
    expect(texts(next)).toEqual(['text 1', 'text 2', 'text 3']);
    expect(places.texts()).toEqual(['text 1', 'text 2', 'text 3']);
  });

  verifies(['MSG-12', 'INV-4'], 'leaves alone what belongs to a page that lives', async () => {
    const places = new KeptPlaces();
    const lives = new KeptOutbox(places.page());
    lives.add(anOutgoing(1));
    const other = new KeptOutbox(places.page());
    await other.restore();
    expect(texts(other)).toEqual([]);
    expect(texts(lives)).toEqual(['text 1']);
  });

  verifies(
    ['MSG-12'],
    'asks again for what was under way, with its id, and keeps why one was refused',
    async () => {
      const places = new KeptPlaces();
      const gone = new KeptOutbox(places.page());
      gone.add(anOutgoing(1, { kind: 'sending' }));
      gone.add(anOutgoing(2, { kind: 'refused', problem: problem('not-found', 404) }));
      gone.close();
      const next = new KeptOutbox(places.page());
      await next.restore();
      expect(next.all()).toEqual([
        { ...anOutgoing(1), undecided: true },
        anOutgoing(2, { kind: 'refused', problem: problem('not-found', 404) }),
      ]);
    },
  );

  verifies(['INV-4'], 'keeps nothing of what is accepted or removed', async () => {
    const places = new KeptPlaces();
    const gone = new KeptOutbox(places.page());
    gone.add(anOutgoing(1));
    gone.add(anOutgoing(2));
    gone.replace(entryId(1), anOutgoing(1, { kind: 'accepted', seq: 2 }));
    gone.remove(entryId(2));
    gone.close();
    const next = new KeptOutbox(places.page());
    await next.restore();
    expect(next.all()).toEqual([]);
  });

  verifies(['MSG-12'], 'says so when the browser keeps nothing', () => {
    const places = new KeptPlaces();
    const outbox = new KeptOutbox(places.page());
    expect(outbox.isDurable).toBe(true);
    places.isFull = true;
    outbox.add(anOutgoing(1));
    expect(outbox.isDurable).toBe(false);
    expect(texts(outbox)).toEqual(['text 1']);
  });

  verifies(['MSG-12'], 'loses nothing when a page dies while it takes over', async () => {
    const places = new KeptPlaces();
    const gone = new KeptOutbox(places.page());
    gone.add(anOutgoing(1));
    gone.close();
    places.isFull = true;
    const next = new KeptOutbox(places.page());
    await next.restore();
    expect(texts(next)).toEqual(['text 1']);
    expect(places.texts()).toEqual(['text 1']);
  });

  verifies(['MSG-12'], 'puts what another page left where it was written', async () => {
    const places = new KeptPlaces();
    const lives = new KeptOutbox(places.page());
    const other = new KeptOutbox(places.page());
    for (const n of [1, 3, 5]) lives.add(anOutgoing(n));
    for (const n of [2, 4, 6]) other.add(anOutgoing(n));
    other.close();
    await lives.restore();
    expect(texts(lives)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `text ${n}`));
  });

  verifies(['INV-4'], 'takes over once what it cannot forget', async () => {
    const places = new KeptPlaces();
    const gone = new KeptOutbox(places.page());
    gone.add(anOutgoing(1));
    gone.close();
    const lives = new KeptOutbox(places.page());
    places.isFull = true;
    await lives.restore();
    lives.remove(entryId(1));
    await lives.restore();
    expect(texts(lives)).toEqual([]);
    places.isFull = false;
    await lives.restore();
    expect(places.texts()).toEqual([]);
  });
});
