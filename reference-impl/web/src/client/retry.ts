import type { Cancel, Random, Timers } from './ports.ts';
import { Refused, SessionEnded, isTemporary } from './problem.ts';

const baseMillis = 500;
const capMillis = 30_000;

/**
 * Exponential back-off with full jitter: uniform in [0, min(cap, base · 2^attempt)), so that clients which lost the same
 * server do not return in step. Source: M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015.
 */
export function fullJitterMillis(attempt: number, random: Random): number {
  return random() * Math.min(capMillis, baseMillis * 2 ** Math.min(attempt, 16));
}

/** Repeats a harmless request until it is answered; a refusal that repeating cannot mend is thrown. */
export class Retrier {
  readonly #timers: Timers;
  readonly #random: Random;
  readonly #waiting = new Set<Cancel>();
  #stopped = false;

  constructor(timers: Timers, random: Random) {
    this.#timers = timers;
    this.#random = random;
  }

  async run<T>(action: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await action();
      } catch (failure) {
        if (this.#stopped || !isRepeatable(failure)) throw failure;
        await this.#wait(Math.max(fullJitterMillis(attempt, this.#random), retryAfterMillis(failure)));
      }
    }
  }

  /** Nothing is repeated from now on; who waits for a repetition waits for ever and is collected. */
  stop(): void {
    this.#stopped = true;
    for (const cancel of this.#waiting) cancel();
    this.#waiting.clear();
  }

  #wait(millis: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#timers.after(millis, () => {
        this.#waiting.delete(cancel);
        resolve();
      });
      this.#waiting.add(cancel);
    });
  }
}

function isRepeatable(failure: unknown): boolean {
  if (failure instanceof SessionEnded) return false;
  if (failure instanceof Refused) return isTemporary(failure.problem) || failure.problem.status >= 500;
  return true;
}

function retryAfterMillis(failure: unknown): number {
  return failure instanceof Refused ? (failure.problem.retryAfterSeconds ?? 0) * 1000 : 0;
}
