import type { UserId } from '../client/contract.ts';
import type { Outgoing, OutboxStore } from '../client/sync/outbox.ts';

const tabKey = 'parley.tab';

/**
 * Unsent messages in local storage, one place per page of a person. A page holds a Web Lock by its place's name while it
 * lives, so that a place whose lock is free belongs to a page that is gone. Where there are no Web Locks (insecure origins),
 * a page goes by its tab, and a reload finds what the same tab wrote before.
 */
export function storedOutbox(user: UserId): OutboxStore {
  const places = `parley.outbox.${user}.`;
  const hasLocks = 'locks' in navigator;
  const own = places + (hasLocks ? crypto.randomUUID() : tabId());
  let release: () => void = () => undefined;
  if (hasLocks) {
    void navigator.locks.request(
      own,
      () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    );
  }
  return {
    write: (messages) => {
      try {
        if (messages.length === 0) localStorage.removeItem(own);
        else localStorage.setItem(own, JSON.stringify(messages));
        return true;
      } catch {
        return false;
      }
    },
    adopt: async (take) => {
      if (!hasLocks) {
        take(read(own));
        return;
      }
      for (const place of kept(places).filter((key) => key !== own)) {
        await navigator.locks.request(place, { ifAvailable: true }, (lock) => {
          if (lock !== null && take(read(place))) localStorage.removeItem(place);
        });
      }
    },
    clear: () => {
      for (const place of kept(places)) localStorage.removeItem(place);
    },
    close: () => {
      release();
    },
  };
}

function kept(prefix: string): readonly string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
}

/** What cannot be read is no message of ours. */
function read(place: string): readonly Outgoing[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as readonly Outgoing[];
  } catch {
    return [];
  }
}

function tabId(): string {
  const known = sessionStorage.getItem(tabKey);
  if (known !== null) return known;
  const made = String(Math.random()).slice(2);
  sessionStorage.setItem(tabKey, made);
  return made;
}
