import type { Outgoing, OutboxStore } from '../client/sync/outbox.ts';

interface Place {
  text: string;
  isFree: boolean;
}

/** What the pages of one person share in a browser: a place each, free once the page is closed. */
export class KeptPlaces {
  isFull = false;
  #places: readonly Place[] = [];

  /** Everything that is kept, across the places. */
  texts(): readonly string[] {
    return this.#places.flatMap(messagesOf).map(({ text }) => text);
  }

  page(): OutboxStore {
    const own: Place = { text: '[]', isFree: false };
    this.#places = [...this.#places, own];
    return {
      write: (messages) => {
        if (!this.isFull) own.text = JSON.stringify(messages);
        return !this.isFull;
      },
      adopt: (take) => {
        for (const place of this.#places.filter(({ isFree }) => isFree)) {
          if (!take(messagesOf(place))) continue;
          this.#places = this.#places.filter((kept) => kept !== place);
        }
        return Promise.resolve();
      },
      clear: () => {
        this.#places = [];
      },
      close: () => {
        own.isFree = true;
      },
    };
  }
}

function messagesOf(place: Place): readonly Outgoing[] {
  return JSON.parse(place.text) as readonly Outgoing[];
}
