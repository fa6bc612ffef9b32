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
  readonly state: SendState;
}

/** Where unsent messages are kept, in the order they were written. One that survives a reload fits behind this. */
export interface Outbox {
  all(): readonly Outgoing[];
  get(id: EntryId): Outgoing | undefined;
  add(message: Outgoing): void;
  /** Puts a message, whose id may be another, in the place of the one with this id. */
  replace(id: EntryId, message: Outgoing): void;
  remove(id: EntryId): void;
}

export class MemoryOutbox implements Outbox {
  #messages: readonly Outgoing[] = [];

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
