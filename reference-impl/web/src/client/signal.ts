import type { Cancel } from './ports.ts';

/** Tells its subscribers that something changed; they ask for what. */
export class Signal {
  readonly #subscribers = new Set<() => void>();

  subscribe(subscriber: () => void): Cancel {
    this.#subscribers.add(subscriber);
    return () => {
      this.#subscribers.delete(subscriber);
    };
  }

  emit(): void {
    for (const subscriber of [...this.#subscribers]) subscriber();
  }
}
