import type { UserId } from '../client/contract.ts';
import type { OutboxStore } from '../client/sync/outbox.ts';
import { keepMessages, readMessages, tabOutbox } from './tab-outbox.ts';

/** Keeps a person's unsent messages for as long as this origin allows. */
export function storedOutbox(user: UserId): OutboxStore {
  const places = `parley.outbox.${user}`;
  return 'locks' in navigator ? sharedOutbox(`${places}.`) : tabOutbox(places, sessionStorage);
}

/**
 * Unsent messages in local storage, one place per page of a person. A page holds a Web Lock by its place's name while it
 * lives, so that a place whose lock is free belongs to a page that is gone.
 */
function sharedOutbox(places: string): OutboxStore {
  const own = places + crypto.randomUUID();
  let release: () => void = () => undefined;
  void navigator.locks.request(
    own,
    () =>
      new Promise<void>((resolve) => {
        release = resolve;
      }),
  );
  return {
    write: (messages) => keepMessages(localStorage, own, messages),
    adopt: async (take) => {
      for (const place of kept(places).filter((key) => key !== own)) {
        await navigator.locks.request(place, { ifAvailable: true }, (lock) => {
          if (lock !== null && take(readMessages(localStorage, place))) localStorage.removeItem(place);
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
