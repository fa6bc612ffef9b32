import type { Conversation, ConversationId, EntryId, Seq } from '../contract.ts';
import type { Timers } from '../ports.ts';
import type { ServerClock } from '../server-clock.ts';
import type { HeadsFrame, ServerFrame } from './frames.ts';
import type { Receipts } from './receipts.ts';
import type { Replica } from './replica.ts';
import type { Resumption } from './resumption.ts';
import type { Sender } from './sender.ts';

/** Whom the frames of a socket concern. */
export interface InboundParts {
  readonly replica: Replica;
  readonly resumption: Resumption;
  readonly sender: Sender;
  readonly receipts: Receipts;
  readonly serverClock: ServerClock;
  readonly timers: Timers;
}

export interface InboundListener {
  /** A conversation appeared or changed. */
  conversation(conversation: Conversation): void;
  /** The server dropped frames: what only they told has to be asked for. */
  dropped(): void;
}

/** The sender's own entry usually follows its acceptance at once; after this time the log is asked for it. */
const ownEntryMillis = 2_000;

/** Hands what the socket says to the part that it concerns. Holds nothing that a lost frame could make wrong. */
export class Inbound {
  readonly #parts: InboundParts;
  readonly #listener: InboundListener;
  /** Conversations that the answer under way has named so far. */
  #named = new Set<ConversationId>();

  constructor(parts: InboundParts, listener: InboundListener) {
    this.#parts = parts;
    this.#listener = listener;
  }

  take(frame: ServerFrame): void {
    const { replica, resumption, sender, receipts, serverClock } = this.#parts;
    switch (frame.type) {
      case 'authenticated':
        this.#named = new Set();
        serverClock.observe(frame.serverTime);
        break;
      case 'pong':
        serverClock.observe(frame.serverTime);
        break;
      case 'heads':
        this.#heads(frame);
        break;
      case 'entry':
        replica.offer(frame.conversationId, frame.entry);
        break;
      case 'conversation':
        this.#listener.conversation(frame.conversation);
        break;
      case 'marks':
        receipts.told(frame.conversationId, frame);
        break;
      case 'resync':
        resumption.dropped();
        this.#listener.dropped();
        break;
      case 'accepted':
        this.#accepted(frame.conversationId, frame.id, frame.seq);
        break;
      case 'refused':
        sender.refused(frame.conversationId, frame.id, frame.problem);
        break;
      case 'unknown':
        sender.unknown(frame.conversationId, frame.id);
        break;
      case 'problem':
        if (frame.conversationId !== undefined) receipts.refused(frame.conversationId, frame.problem);
        // Else tied to nothing. If it was no resume, what it may have cost is repaired at the next heartbeat.
        else resumption.refused(frame.problem);
        break;
    }
  }

  #heads({ heads, token, count }: HeadsFrame): void {
    for (const [key, seq] of Object.entries(heads)) {
      const id = key as ConversationId;
      this.#parts.replica.head(id, seq);
      this.#named.add(id);
    }
    // The token stands in the last frame of an answer: only then is all of it taken in.
    if (token !== undefined) this.#parts.resumption.answered(token);
    if (count !== undefined) this.#counted(count);
  }

  /** The end of an answer. Who holds more than the user has was away when the user was removed, and asks for all. */
  #counted(count: number): void {
    const { replica, resumption } = this.#parts;
    const named = this.#named;
    this.#named = new Set();
    if (named.size >= count) replica.doubtAllBut(named);
    else if (replica.size > count) resumption.askForAll();
  }

  #accepted(conversationId: ConversationId, id: EntryId, seq: Seq): void {
    const { replica, sender, timers } = this.#parts;
    sender.accepted(conversationId, id, seq);
    const applied = replica.applied(conversationId);
    if (applied !== undefined && seq <= applied) {
      // It was in the log before this page began: the repetition of what an earlier one had sent.
      sender.entryApplied(conversationId, id);
      return;
    }
    timers.after(ownEntryMillis, () => {
      if (replica.applied(conversationId) !== undefined) replica.head(conversationId, seq);
    });
  }
}
