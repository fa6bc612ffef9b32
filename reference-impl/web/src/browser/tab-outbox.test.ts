// @vitest-environment happy-dom
import { beforeEach, describe, expect } from 'vitest';
import { KeptOutbox, type Outgoing } from '../client/sync/outbox.ts';
import { conversationId, entryId } from '../testing/fixtures.ts';
import { verifies } from '../testing/verifies.ts';
import { tabOutbox } from './tab-outbox.ts';

const place = 'place';

function aPageOf(tab: Storage): KeptOutbox {
  return new KeptOutbox(tabOutbox(place, tab));
}

function anOutgoing(n: number): Outgoing {
  const state = { kind: 'queued' } as const;
  return {
    id: entryId(n),
    conversationId: conversationId(1),
    text: 'hello',
    writtenAtMillis: n,
    reissued: false,
    state,
  };
}

/** What the browser does when somebody duplicates a tab. */
function duplicated(tab: Storage): Storage {
  const copy = localStorage;
  copy.setItem(place, tab.getItem(place) ?? '');
  return copy;
}

describe('the outbox of a tab', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });

  verifies(['MSG-12'], 'finds after a reload what the tab had not sent', async () => {
    const gone = aPageOf(sessionStorage);
    gone.add(anOutgoing(1));
    gone.close();
    const next = aPageOf(sessionStorage);
    await next.restore();
    expect(next.all()).toEqual([anOutgoing(1)]);
  });

  verifies(['MSG-12'], 'says that closing the tab loses what is unsent, and only then', () => {
    const outbox = aPageOf(sessionStorage);
    expect(outbox.isDurable).toBe(true);
    outbox.add(anOutgoing(1));
    expect(outbox.isDurable).toBe(false);
    outbox.remove(entryId(1));
    expect(outbox.isDurable).toBe(true);
    expect(sessionStorage.length).toBe(0);
  });

  verifies(['MSG-12', 'INV-4'], 'takes nothing from a tab that it is the duplicate of', async () => {
    const outbox = aPageOf(sessionStorage);
    outbox.add(anOutgoing(1));
    const duplicate = aPageOf(duplicated(sessionStorage));
    await duplicate.restore();
    expect(duplicate.all()).toEqual([anOutgoing(1)]);
    duplicate.remove(entryId(1));
    const reloaded = aPageOf(sessionStorage);
    await reloaded.restore();
    expect(reloaded.all()).toEqual([anOutgoing(1)]);
  });

  verifies(['INV-4'], 'takes over once what it had', async () => {
    aPageOf(sessionStorage).add(anOutgoing(1));
    const outbox = aPageOf(sessionStorage);
    await outbox.restore();
    outbox.remove(entryId(1));
    await outbox.restore();
    expect(outbox.all()).toEqual([]);
  });
});
