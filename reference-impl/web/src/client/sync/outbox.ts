import type { ConversationId, EntryId, Seq } from '../contract.ts';
import type { Problem } from '../problem.ts';

export type SendState =
  | { readonly kind: 'queued' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'accepted'; readonly seq: Seq }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** A message of this device that the log does not show yet. */
export interface Outgoing {
  readonly id: EntryId;
  readonly conversationId: ConversationId;
  readonly text: string;
  readonly writtenAtMillis: number;
  /** It already got a second id, because the server judged the first one's time. */
  readonly reissued: boolean;
  /** An attempt under this id was answered "unknown" or not at all: it may get into the log, whatever a later one is told. */
  readonly undecided?: boolean;
  readonly state: SendState;
}

/** Where unsent messages are kept, in the order they were written. */
export interface Outbox {
  /** Takes over what pages left unsent that are gone; asked for again and again, as pages go while this one lives. */
  restore(): Promise<void>;
  all(): readonly Outgoing[];
  get(id: EntryId): Outgoing | undefined;
  add(message: Outgoing): void;
  /** Puts a message, whose id may be another, in the place of the one with this id. */
  replace(id: EntryId, message: Outgoing): void;
  remove(id: EntryId): void;
  /** What is unsent will still be sent after this page is gone. */
  readonly isDurable: boolean;
  /** Forgets everything, also what other pages of this person keep. */
  clear(): void;
  /** This page sends nothing more; what it keeps is free for the next one to restore. */
  close(): void;
}

/** Keeps the unsent messages of one page beyond its life. Ports of it never throw: a full or forbidden storage says so. */
export interface OutboxStore {
  /** Replaces what this page wrote before; false when closing the page would lose some of it. */
  write(messages: readonly Outgoing[]): boolean;
  /** Hands over the messages of each page that is gone, and forgets those for which `take` says that they are kept. */
  adopt(take: (messages: readonly Outgoing[]) => boolean): Promise<void>;
  clear(): void;
  close(): void;
}

export class MemoryOutbox implements Outbox {
  readonly isDurable: boolean = false;
  #messages: readonly Outgoing[] = [];

  restore(): Promise<void> {
    return Promise.resolve();
  }

  clear(): void {
    this.#messages = [];
  }

  close(): void {
    // Nothing outlives the page.
  }

  all(): readonly Outgoing[] {
    return this.#messages;
  }

  get(id: EntryId): Outgoing | undefined {
    return this.#messages.find((message) => message.id === id);
  }

  add(message: Outgoing): void {
    this.#messages = [...this.#messages, message];
  }

  replace(id: EntryId, message: Outgoing): void {
    this.#messages = this.#messages.map((held) => (held.id === id ? message : held));
  }

  remove(id: EntryId): void {
    this.#messages = this.#messages.filter((held) => held.id !== id);
  }
}

/**
 * What was typed is sent once, later, also after a reload. Every message keeps its id, so that one which arrived before the
 * page went is recognised by the server; an accepted one stands in the log and is kept no longer.
 */
export class KeptOutbox implements Outbox {
  readonly #store: OutboxStore;
  readonly #memory = new MemoryOutbox();
  /** What cannot be written here cannot be forgotten there, so it is met again. */
  readonly #adopted = new Set<EntryId>();
  #isDurable = true;

  constructor(store: OutboxStore) {
    this.#store = store;
  }

  get isDurable(): boolean {
    return this.#isDurable;
  }

  async restore(): Promise<void> {
    await this.#store.adopt((messages) => {
      const own = this.#memory.all();
      const left = messages.filter(({ id }) => !this.#adopted.has(id) && !this.#memory.get(id));
      for (const { id } of left) this.#adopted.add(id);
      this.#memory.clear();
      for (const message of inWritingOrder(left, own)) this.#memory.add(message);
      this.#keep();
      return this.#isDurable;
    });
  }

  all(): readonly Outgoing[] {
    return this.#memory.all();
  }

  get(id: EntryId): Outgoing | undefined {
    return this.#memory.get(id);
  }

  add(message: Outgoing): void {
    this.#memory.add(message);
    this.#keep();
  }

  replace(id: EntryId, message: Outgoing): void {
    this.#memory.replace(id, message);
    this.#keep();
  }

  remove(id: EntryId): void {
    this.#memory.remove(id);
    this.#keep();
  }

  clear(): void {
    this.#memory.clear();
    this.#store.clear();
  }

  close(): void {
    this.#store.close();
  }

  #keep(): void {
    const unsent = this.all()
      .filter(({ state }) => state.kind !== 'accepted')
      // Nobody knows whether what is under way arrives: the next page asks again.
      .map((message) =>
        message.state.kind === 'sending'
          ? { ...message, state: { kind: 'queued' as const }, undecided: true }
          : message,
      );
    this.#isDurable = this.#store.write(unsent);
  }
}

/** Each page's messages stay in the order that it has them in, whatever its clock did meanwhile. */
function inWritingOrder(some: readonly Outgoing[], others: readonly Outgoing[]): readonly Outgoing[] {
  const rest = [...others];
  const merged = some.flatMap((message) => {
    const next = rest.findIndex(({ writtenAtMillis }) => writtenAtMillis > message.writtenAtMillis);
    return [...rest.splice(0, next < 0 ? rest.length : next), message];
  });
  return [...merged, ...rest];
}
