import type { Outgoing, OutboxStore } from '../client/sync/outbox.ts';

/**
 * Unsent messages in the storage of one tab, for origins without Web Locks (insecure ones), where no page can tell whether
 * another lives. A reload finds them; closing the tab loses them. A tab that is duplicated gets a copy of its own, and both
 * send with the same ids. If the server refuses one by its time, each tab may give a new one, and the text stands twice: that
 * what was read here is a duplicate's cannot be told, and what a reload finds must not lose its second id.
 */
export function tabOutbox(place: string, tab: Storage): OutboxStore {
  let left = readMessages(tab, place);
  return {
    write: (messages) => keepMessages(tab, place, messages) && messages.length === 0,
    adopt: (take) => {
      take(left);
      left = [];
      return Promise.resolve();
    },
    clear: () => {
      tab.removeItem(place);
    },
    close: () => undefined,
  };
}

/** False when the browser keeps no more. */
export function keepMessages(storage: Storage, place: string, messages: readonly Outgoing[]): boolean {
  try {
    if (messages.length === 0) storage.removeItem(place);
    else storage.setItem(place, JSON.stringify(messages));
    return true;
  } catch {
    return false;
  }
}

/** What cannot be read is no message of ours. */
export function readMessages(storage: Storage, place: string): readonly Outgoing[] {
  try {
    return JSON.parse(storage.getItem(place) ?? '[]') as readonly Outgoing[];
  } catch {
    return [];
  }
}
