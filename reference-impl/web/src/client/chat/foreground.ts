import type { Conversation, ConversationId, ConversationMarks, Message, UserId } from '../contract.ts';
import type { Outgoing } from '../sync/outbox.ts';
import type { Receipt } from '../sync/receipts.ts';
import type { Sync } from '../sync/sync.ts';
import type { Blocks } from './blocks.ts';
import type { Directory } from './directory.ts';
import type { HistoryState } from './timeline.ts';
import type { Timelines } from './timelines.ts';

/** The conversation on the screen. */
export type OpenConversation =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly id: ConversationId }
  | { readonly kind: 'absent'; readonly id: ConversationId }
  | {
      readonly kind: 'open';
      readonly conversation: Conversation;
      readonly messages: readonly Message[];
      readonly pending: readonly Outgoing[];
      readonly history: HistoryState;
      readonly receipt: Receipt;
      /** The other person of a direct conversation, blocked by oneself. */
      readonly blocked: boolean;
    };

/** What the conversation on the screen is put together from. */
export interface ForegroundParts {
  readonly directory: Directory;
  readonly timelines: Timelines;
  readonly sync: Sync;
  readonly blocks: Blocks;
  readonly readMarks: (id: ConversationId) => Promise<ConversationMarks>;
  readonly changed: () => void;
}

/** Which conversation is on the screen, what of it is shown, and what has to be asked for to show it. */
export class Foreground {
  readonly #me: UserId;
  readonly #parts: ForegroundParts;
  #id: ConversationId | null = null;

  constructor(me: UserId, parts: ForegroundParts) {
    this.#me = me;
    this.#parts = parts;
  }

  get id(): ConversationId | null {
    return this.#id;
  }

  get opened(): OpenConversation {
    const id = this.#id;
    if (id === null) return { kind: 'none' };
    const { directory, timelines, sync, blocks } = this.#parts;
    const conversation = directory.conversation(id);
    const timeline = timelines.of(id);
    if (!conversation || !timeline) return { kind: directory.isAbsent(id) ? 'absent' : 'loading', id };
    const { messages, history } = timeline;
    const receipt = sync.receipts.of(id);
    // What another page left unsent may stand in the log already; the answer to its repetition is on its way.
    const pending = sync.sender
      .pending(id)
      .filter((outgoing) => !messages.some((message) => message.id === outgoing.id));
    const blocked = counterparts(conversation, this.#me).some((user) => blocks.has(user));
    return { kind: 'open', conversation, messages, history, receipt, pending, blocked };
  }

  open(id: ConversationId | null): void {
    if (id === this.#id) return;
    this.#id = id;
    this.#parts.timelines.bringToFront(id);
    this.#parts.changed();
    if (id !== null) void this.#prepare(id);
  }

  /** Its end is before the person's eyes. */
  shown(): void {
    const { timelines, sync, directory } = this.#parts;
    const id = this.#id;
    const last = id === null ? undefined : timelines.of(id)?.messages.at(-1);
    if (id === null || !last) return;
    sync.receipts.shown(id, last.seq);
    directory.read(id, last.seq);
  }

  async loadOlder(): Promise<void> {
    if (this.#id !== null) await this.#parts.timelines.of(this.#id)?.loadOlder();
  }

  /** Frames that told how far the others are may have been missed. */
  missed(): void {
    if (this.#id !== null) void this.#askForMarks(this.#id);
  }

  /** A pushed group names no members; the one on the screen needs them for its authors. */
  pushed({ id, members }: Conversation): void {
    if (id === this.#id && !members) void this.#parts.directory.refresh(id);
  }

  async #prepare(id: ConversationId): Promise<void> {
    const { directory, timelines, blocks } = this.#parts;
    await directory.want(id);
    const conversation = directory.conversation(id);
    if (this.#id !== id || !conversation || !timelines.of(id)) return;
    if (!conversation.members) void directory.refresh(id);
    void this.#askForMarks(id);
    if (conversation.type === 'direct') void blocks.refresh();
    await timelines.fill(id);
  }

  async #askForMarks(id: ConversationId): Promise<void> {
    try {
      this.#parts.sync.receipts.told(id, await this.#parts.readMarks(id));
    } catch {
      // Messages keep the ticks that they have; the next opening asks again.
    }
  }
}

/** The other one of a direct conversation. */
function counterparts({ type, members }: Conversation, me: UserId): readonly UserId[] {
  const others = type === 'direct' ? (members ?? []) : [];
  return others.map(({ user }) => user.id).filter((id) => id !== me);
}
