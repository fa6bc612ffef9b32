import type { ConversationId, EntryId, Seq } from '../contract.ts';
import type { Cancel, NewId, Random, Timers } from '../ports.ts';
import { type Problem, catalogueId, isTemporary } from '../problem.ts';
import { fullJitterMillis } from '../retry.ts';
import type { ServerClock } from '../server-clock.ts';
import type { ClientFrame } from './frames.ts';
import type { Outbox, Outgoing, SendState } from './outbox.ts';

export interface SenderPorts {
  readonly outbox: Outbox;
  /** False when there is no authenticated socket; the message then waits for one. */
  readonly transmit: (frame: ClientFrame) => boolean;
  readonly serverClock: ServerClock;
  readonly timers: Timers;
  readonly random: Random;
  readonly newId: NewId;
  readonly changed: () => void;
}

/** How long an answer may take before the message is repeated with the same id. */
const answerMillis = 10_000;

/**
 * Brings each message into the log exactly once. The id is made here, once; without a clear answer the same id is sent
 * again, until the server accepts or refuses it. In each conversation one message is under way at a time, so that what was
 * written first is read first, whatever gets lost.
 */
export class Sender {
  readonly #ports: SenderPorts;
  /** The message under way in each conversation. */
  readonly #lanes = new Map<ConversationId, { id: EntryId; attempts: number; cancel: Cancel }>();

  constructor(ports: SenderPorts) {
    this.#ports = ports;
  }

  /** In writing order. */
  pending(conversationId: ConversationId): readonly Outgoing[] {
    return this.#ports.outbox.all().filter((message) => message.conversationId === conversationId);
  }

  get hasUnsent(): boolean {
    return this.#ports.outbox.all().some(({ state }) => state.kind === 'queued' || state.kind === 'sending');
  }

  /** Closing the page now would lose something that was written. */
  get wouldLose(): boolean {
    return this.hasUnsent && !this.#ports.outbox.isDurable;
  }

  /** Goes on with what pages left that are gone. */
  async restore(): Promise<void> {
    await this.#ports.outbox.restore();
    this.connected();
    this.#ports.changed();
  }

  /** Forgets everything that is unsent. */
  clear(): void {
    for (const [, lane] of this.#lanes) lane.cancel();
    this.#lanes.clear();
    this.#ports.outbox.clear();
    this.#ports.changed();
  }

  close(): void {
    this.#ports.outbox.close();
  }

  submit(conversationId: ConversationId, text: string): EntryId {
    const id = this.#freshId();
    const writtenAtMillis = this.#ports.serverClock.now();
    const state = { kind: 'queued' } as const;
    this.#ports.outbox.add({ id, conversationId, text, writtenAtMillis, reissued: false, state });
    this.#pump(conversationId);
    this.#ports.changed();
    return id;
  }

  /** Tries a refused message again, as the person asked. */
  retry(id: EntryId): void {
    const message = this.#ports.outbox.get(id);
    if (message?.state.kind !== 'refused') return;
    if (allowsAnotherId(message, message.state.problem)) this.#reissue(message);
    else this.#set(message, { kind: 'queued' });
    this.#pump(message.conversationId);
  }

  discard(id: EntryId): void {
    if (this.#ports.outbox.get(id)?.state.kind !== 'refused') return;
    this.#ports.outbox.remove(id);
    this.#ports.changed();
  }

  connected(): void {
    for (const conversationId of new Set(this.#ports.outbox.all().map((message) => message.conversationId))) {
      this.#pump(conversationId);
    }
  }

  /** Whatever was under way may or may not have arrived: it goes again, with the same id, on the next socket. */
  disconnected(): void {
    for (const [conversationId, lane] of this.#lanes) {
      lane.cancel();
      this.#lanes.delete(conversationId);
      const message = this.#ports.outbox.get(lane.id);
      if (message) this.#set({ ...message, undecided: true }, { kind: 'queued' });
    }
  }

  accepted(conversationId: ConversationId, id: EntryId, seq: Seq): void {
    const message = this.#ports.outbox.get(id);
    if (message) this.#set(message, { kind: 'accepted', seq });
    this.#free(conversationId, id);
  }

  /** The log shows it: nothing is left to do, whether the answer came or not. */
  entryApplied(conversationId: ConversationId, id: EntryId): void {
    if (!this.#ports.outbox.get(id)) return;
    this.#ports.outbox.remove(id);
    this.#free(conversationId, id);
  }

  unknown(conversationId: ConversationId, id: EntryId): void {
    this.#doubt(id);
    this.#repeatLater(conversationId, id, 0);
  }

  refused(conversationId: ConversationId, id: EntryId, problem: Problem): void {
    if (isTemporary(problem)) {
      this.#repeatLater(conversationId, id, (problem.retryAfterSeconds ?? 0) * 1000);
      return;
    }
    const message = this.#ports.outbox.get(id);
    if (!message || message.state.kind === 'accepted') return;
    this.#ports.serverClock.observe(problem.serverTime);
    if (catalogueId(problem) === 'clock-skew' && !message.reissued && allowsAnotherId(message, problem)) {
      this.#reissue(message);
    } else this.#set(message, { kind: 'refused', problem });
    this.#free(conversationId, id);
  }

  #pump(conversationId: ConversationId): void {
    if (this.#lanes.has(conversationId)) return;
    const next = this.pending(conversationId).find(({ state }) => state.kind === 'queued');
    if (next) this.#transmit(next, 0);
  }

  #transmit(message: Outgoing, attempts: number): void {
    const { conversationId, id, text } = message;
    const content = { type: 'text', text } as const;
    if (!this.#ports.transmit({ type: 'send', conversationId, id, content })) return;
    const cancel = this.#ports.timers.after(answerMillis, () => {
      this.#doubt(id);
      this.#repeat(conversationId, id);
    });
    this.#lanes.set(conversationId, { id, attempts: attempts + 1, cancel });
    this.#set(message, { kind: 'sending' });
  }

  #repeatLater(conversationId: ConversationId, id: EntryId, leastMillis: number): void {
    const lane = this.#lanes.get(conversationId);
    if (lane?.id !== id) return;
    lane.cancel();
    const delay = Math.max(leastMillis, fullJitterMillis(lane.attempts, this.#ports.random));
    lane.cancel = this.#ports.timers.after(delay, () => {
      this.#repeat(conversationId, id);
    });
  }

  #repeat(conversationId: ConversationId, id: EntryId): void {
    const lane = this.#lanes.get(conversationId);
    const message = this.#ports.outbox.get(id);
    if (lane?.id === id && message) this.#transmit(message, lane.attempts);
  }

  #free(conversationId: ConversationId, id: EntryId): void {
    const lane = this.#lanes.get(conversationId);
    if (lane?.id === id) {
      lane.cancel();
      this.#lanes.delete(conversationId);
    }
    this.#pump(conversationId);
    this.#ports.changed();
  }

  #set(message: Outgoing, state: SendState): void {
    this.#ports.outbox.replace(message.id, { ...message, state });
    this.#ports.changed();
  }

  /** Nothing was heard of an attempt, or that nobody knows. */
  #doubt(id: EntryId): void {
    const message = this.#ports.outbox.get(id);
    if (message) this.#ports.outbox.replace(id, { ...message, undecided: true });
  }

  /** The refused id stands in no log of ours, so a new one, by the server's clock, doubles nothing. */
  #reissue(message: Outgoing): void {
    const again: Outgoing = {
      ...message,
      id: this.#freshId(),
      reissued: true,
      undecided: false,
      state: { kind: 'queued' },
    };
    this.#ports.outbox.replace(message.id, again);
    this.#ports.changed();
  }

  #freshId(): EntryId {
    return this.#ports.newId(this.#ports.serverClock.now()) as EntryId;
  }
}

/**
 * Whether the refused id stands in no log and never will. One in use is another's. One whose time was judged may still get there
 * by an earlier attempt that nobody decided; every other refusal leaves the id good for another try.
 */
function allowsAnotherId({ undecided }: Outgoing, problem: Problem): boolean {
  const type = catalogueId(problem);
  return type === 'id-in-use' || (type === 'clock-skew' && undecided !== true);
}
