import type { Cancel, Clock, Random, Timers } from '../client/ports.ts';

interface Due {
  readonly at: number;
  readonly order: number;
  readonly action: () => void;
}

/** Lets everything that waits for no timer run to its end. */
export function settled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** Time that stands still until the test lets it pass. */
export class FakeTime implements Clock, Timers {
  #now: number;
  #order = 0;
  readonly #due = new Set<Due>();

  constructor(now = Date.UTC(2026, 10, 20, 12)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(millis: number, action: () => void): Cancel {
    const due = { at: this.#now + millis, order: this.#order++, action };
    this.#due.add(due);
    return () => {
      this.#due.delete(due);
    };
  }

  /** How long until the next timer; undefined when none runs. */
  get nextInMillis(): number | undefined {
    const next = this.#next();
    return next && next.at - this.#now;
  }

  async pass(millis: number): Promise<void> {
    const until = this.#now + millis;
    await settled();
    for (let next = this.#next(); next && next.at <= until; next = this.#next()) {
      this.#due.delete(next);
      this.#now = next.at;
      next.action();
      await settled();
    }
    this.#now = until;
  }

  #next(): Due | undefined {
    return [...this.#due].sort((a, b) => a.at - b.at || a.order - b.order)[0];
  }
}

/** Reproducible randomness (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
