import type { Conversation, ConversationId, EntryId, Seq } from '../contract.ts';
import type { Timers } from '../ports.ts';
import type { ServerClock } from '../server-clock.ts';
import type { HeadsFrame, ServerFrame } from './frames.ts';
import { Link, type LinkListener, type LinkPorts, type LinkStatus } from './link.ts';
import type { Receipts } from './receipts.ts';
import type { Replica } from './replica.ts';
import type { Sender } from './sender.ts';

export interface SyncListener {
  /** Authenticated on a new socket: what frames alone tell may have been missed. */
  live(): void;
  /** A conversation appeared or changed. */
  conversation(conversation: Conversation): void;
  statusChanged(): void;
}

/** The sender's own entry usually follows its acceptance at once; after this time the log is asked for it. */
const ownEntryMillis = 2_000;

/** Routes what the socket says to the replica and the sender. Holds nothing that a lost frame could make wrong. */
export class Sync implements LinkListener {
  readonly #link: Link;
  readonly #replica: Replica;
  readonly #sender: Sender;
  readonly #receipts: Receipts;
  readonly #serverClock: ServerClock;
  readonly #timers: Timers;
  readonly #listener: SyncListener;
  #resumeToken: string | undefined;

  constructor(
    ports: LinkPorts,
    parts: {
      readonly replica: Replica;
      readonly sender: Sender;
      readonly receipts: Receipts;
      readonly serverClock: ServerClock;
    },
    listener: SyncListener,
  ) {
    this.#replica = parts.replica;
    this.#sender = parts.sender;
    this.#receipts = parts.receipts;
    this.#serverClock = parts.serverClock;
    this.#timers = ports.timers;
    this.#listener = listener;
    this.#link = new Link(ports, this);
  }

  get status(): LinkStatus {
    return this.#link.status;
  }

  get link(): Link {
    return this.#link;
  }

  live(): void {
    this.#resume();
    this.#sender.connected();
    this.#receipts.connected();
    this.#listener.live();
  }

  lost(): void {
    this.#sender.disconnected();
  }

  statusChanged(): void {
    this.#listener.statusChanged();
  }

  digest(): string {
    return this.#replica.digest();
  }

  frame(frame: ServerFrame): void {
    switch (frame.type) {
      case 'authenticated':
      case 'pong':
        this.#serverClock.observe(frame.serverTime);
        break;
      case 'heads':
        this.#heads(frame);
        break;
      case 'entry':
        this.#replica.offer(frame.conversationId, frame.entry);
        break;
      case 'conversation':
        this.#listener.conversation(frame.conversation);
        break;
      case 'marks':
        this.#receipts.told(frame.conversationId, frame);
        break;
      case 'resync':
        this.#resume();
        this.#listener.live();
        break;
      case 'accepted':
        this.#accepted(frame.conversationId, frame.id, frame.seq);
        break;
      case 'refused':
        this.#sender.refused(frame.conversationId, frame.id, frame.problem);
        break;
      case 'unknown':
        this.#sender.unknown(frame.conversationId, frame.id);
        break;
      case 'problem':
        if (frame.conversationId !== undefined) this.#receipts.refused(frame.conversationId, frame.problem);
        // Else tied to nothing: what it may have cost is repaired at the next heartbeat.
        break;
    }
  }

  #resume(): void {
    const since = this.#resumeToken;
    this.#link.send(since === undefined ? { type: 'resume' } : { type: 'resume', since });
  }

  #heads({ heads, token }: HeadsFrame): void {
    for (const [id, seq] of Object.entries(heads)) this.#replica.head(id as ConversationId, seq);
    // The token stands in the last frame of an answer: only then is all of it taken in.
    if (token !== undefined) this.#resumeToken = token;
  }

  #accepted(conversationId: ConversationId, id: EntryId, seq: Seq): void {
    this.#sender.accepted(conversationId, id, seq);
    const applied = this.#replica.applied(conversationId);
    if (applied !== undefined && seq <= applied) {
      // It was in the log before this page began: the repetition of what an earlier one had sent.
      this.#sender.entryApplied(conversationId, id);
      return;
    }
    this.#timers.after(ownEntryMillis, () => {
      if (this.#replica.applied(conversationId) !== undefined) this.#replica.head(conversationId, seq);
    });
  }
}
