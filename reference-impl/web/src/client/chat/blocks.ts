import type { Api } from '../api/api.ts';
import type { UserId } from '../contract.ts';
import type { Retrier } from '../retry.ts';

/** Whom this person has blocked. Another device may have changed it: it is asked for again now and then. */
export class Blocks {
  readonly #api: Api;
  readonly #retrier: Retrier;
  readonly #changed: () => void;
  #blocked: ReadonlySet<UserId> = new Set();
  /** Counts own changes: what was asked for before the last one is out of date. */
  #changes = 0;

  constructor(api: Api, retrier: Retrier, changed: () => void) {
    this.#api = api;
    this.#retrier = retrier;
    this.#changed = changed;
  }

  has(user: UserId): boolean {
    return this.#blocked.has(user);
  }

  async refresh(): Promise<void> {
    const changes = this.#changes;
    try {
      const { blocks } = await this.#retrier.run(() => this.#api.blocks());
      if (changes === this.#changes) this.#set(new Set(blocks.map(({ user }) => user.id)));
    } catch {
      // The button keeps what it shows; the server refuses what it must.
    }
  }

  async block(user: UserId): Promise<void> {
    await this.#api.block(user);
    this.#changes++;
    this.#set(new Set([...this.#blocked, user]));
  }

  async unblock(user: UserId): Promise<void> {
    await this.#api.unblock(user);
    this.#changes++;
    this.#set(new Set([...this.#blocked].filter((other) => other !== user)));
  }

  #set(blocked: ReadonlySet<UserId>): void {
    this.#blocked = blocked;
    this.#changed();
  }
}
