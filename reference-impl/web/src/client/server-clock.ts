import type { Clock } from './ports.ts';
import type { Instant } from './contract.ts';

/** This machine's clock, corrected by what the server last said: ids carry a time that the server checks. */
export class ServerClock implements Clock {
  readonly #local: Clock;
  #offsetMillis = 0;

  constructor(local: Clock) {
    this.#local = local;
  }

  now(): number {
    return this.#local.now() + this.#offsetMillis;
  }

  observe(serverTime: Instant | undefined): void {
    const serverMillis = serverTime === undefined ? NaN : Date.parse(serverTime);
    if (Number.isFinite(serverMillis)) this.#offsetMillis = serverMillis - this.#local.now();
  }
}
