import type { Cancel, Timers } from '../ports.ts';

export interface HeartbeatSettings {
  readonly everyMillis: number;
  /** Some frame must arrive within this time after a ping. */
  readonly answerMillis: number;
}

/** Pings at a steady pace, and notices when nothing comes back: a dead network closes no socket by itself. */
export class Heartbeat {
  readonly #timers: Timers;
  readonly #settings: HeartbeatSettings;
  readonly #ping: () => void;
  readonly #silent: () => void;
  #next: Cancel = () => undefined;
  #deadline: Cancel | null = null;

  constructor(timers: Timers, settings: HeartbeatSettings, ping: () => void, silent: () => void) {
    this.#timers = timers;
    this.#settings = settings;
    this.#ping = ping;
    this.#silent = silent;
  }

  start(): void {
    this.stop();
    this.#next = this.#timers.after(this.#settings.everyMillis, () => {
      this.beat();
    });
  }

  beat(): void {
    this.#next();
    this.#ping();
    this.#deadline ??= this.#timers.after(this.#settings.answerMillis, () => {
      this.stop();
      this.#silent();
    });
    this.#next = this.#timers.after(this.#settings.everyMillis, () => {
      this.beat();
    });
  }

  heard(): void {
    this.#deadline?.();
    this.#deadline = null;
  }

  stop(): void {
    this.#next();
    this.heard();
  }
}
