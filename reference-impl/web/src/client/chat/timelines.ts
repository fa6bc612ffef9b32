import type { ConversationId, Entry, MessagePage, Seq } from '../contract.ts';
import { Timeline } from './timeline.ts';

/** Messages that a conversation keeps in memory while it is not on the screen. */
const backgroundMessagesMax = 100;

/** The messages in memory of every conversation that this device holds. All but the one in front keep only their newest. */
export class Timelines {
  readonly #read: (id: ConversationId, before: Seq) => Promise<MessagePage>;
  readonly #changed: () => void;
  readonly #held = new Map<ConversationId, Timeline>();
  #front: ConversationId | null = null;

  constructor(read: (id: ConversationId, before: Seq) => Promise<MessagePage>, changed: () => void) {
    this.#read = read;
    this.#changed = changed;
  }

  of(id: ConversationId): Timeline | undefined {
    return this.#held.get(id);
  }

  begin(id: ConversationId, startsAt: Seq): void {
    this.#held.set(id, new Timeline(startsAt, (before) => this.#read(id, before), this.#changed));
  }

  append(id: ConversationId, entries: readonly Entry[]): void {
    const timeline = this.of(id);
    timeline?.append(entries);
    if (id !== this.#front) timeline?.keepNewest(backgroundMessagesMax);
  }

  bringToFront(id: ConversationId | null): void {
    if (this.#front !== null) this.of(this.#front)?.keepNewest(backgroundMessagesMax);
    this.#front = id;
  }

  /** Reads back if there is less than a conversation in the background would keep. */
  async fill(id: ConversationId): Promise<void> {
    const timeline = this.of(id);
    if (timeline && timeline.messages.length < backgroundMessagesMax) await timeline.loadOlder();
  }
}
