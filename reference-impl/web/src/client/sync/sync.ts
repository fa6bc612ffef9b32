import type { Conversation, ConversationId, Entry, Message, Seq, UserId } from '../contract.ts';
import { isMessage } from '../contract.ts';
import type { NewId } from '../ports.ts';
import type { Retrier } from '../retry.ts';
import type { ServerClock } from '../server-clock.ts';
import type { ClientFrame } from './frames.ts';
import { Inbound } from './inbound.ts';
import { Link, type LinkPorts, type LinkStatus } from './link.ts';
import type { Outbox } from './outbox.ts';
import { Receipts } from './receipts.ts';
import { type ReadEntries, Replica, type ReplicaListener } from './replica.ts';
import { Resumption } from './resumption.ts';
import { Sender } from './sender.ts';

export interface SyncPorts extends LinkPorts {
  readonly readEntries: ReadEntries;
  readonly retrier: Retrier;
  readonly serverClock: ServerClock;
  readonly newId: NewId;
  readonly outbox: Outbox;
}

export interface SyncListener extends ReplicaListener {
  /** What frames alone tell may have been missed: the socket is a new one, or the server dropped some. */
  missed(): void;
  /** A conversation appeared or changed. */
  conversation(conversation: Conversation): void;
  /** This user, on whichever device, has read up to here. */
  read(id: ConversationId, upTo: Seq): void;
  /** The connection, what is unsent or how far somebody is changed. */
  changed(): void;
}

/**
 * This device's side of the logs: what it has applied, what it still has to send, how far everybody is, and the socket over
 * which all of that goes.
 */
export class Sync {
  readonly sender: Sender;
  readonly receipts: Receipts;
  readonly #replica: Replica;
  readonly #resumption: Resumption;
  readonly #inbound: Inbound;
  readonly #link: Link;
  readonly #listener: SyncListener;

  constructor(me: UserId, ports: SyncPorts, listener: SyncListener) {
    this.#listener = listener;
    const transmit = (frame: ClientFrame): boolean => this.#link.send(frame);
    const changed = (): void => {
      listener.changed();
    };
    this.#resumption = new Resumption({ ...ports, transmit });
    this.sender = new Sender({ ...ports, transmit, changed });
    this.receipts = new Receipts(
      me,
      { ...ports, transmit },
      {
        read: (id, upTo) => {
          listener.read(id, upTo);
        },
        moved: changed,
      },
    );
    this.#replica = new Replica(ports.readEntries, ports.retrier, {
      began: (id, startsAt) => {
        listener.began(id, startsAt);
      },
      applied: (id, entries) => {
        this.#applied(id, entries);
      },
      gone: (id) => {
        this.receipts.forget(id);
        listener.gone(id);
      },
    });
    this.#inbound = new Inbound(
      {
        ...ports,
        replica: this.#replica,
        resumption: this.#resumption,
        sender: this.sender,
        receipts: this.receipts,
      },
      {
        conversation: (conversation) => {
          listener.conversation(conversation);
        },
        dropped: () => {
          listener.missed();
        },
      },
    );
    this.#link = new Link(ports, {
      live: () => {
        this.#resumption.connected();
        listener.missed();
        this.sender.connected();
        this.receipts.connected();
        void this.sender.restore();
      },
      lost: () => {
        this.#resumption.disconnected();
        this.sender.disconnected();
      },
      frame: (frame) => {
        this.#inbound.take(frame);
        // Another page may have gone at any time, and this one may be the last that can send what it left.
        if (frame.type === 'pong') void this.sender.restore();
      },
      statusChanged: changed,
      digest: () => this.#replica.digest(),
    });
  }

  get status(): LinkStatus {
    return this.#link.status;
  }

  start(): void {
    this.#link.start();
    void this.sender.restore();
  }

  stop(): void {
    this.#link.stop();
    this.sender.close();
  }

  /** Network or person came back. */
  nudge(): void {
    this.#link.nudge();
  }

  /** The log of this conversation comes at least as far as here. */
  head(id: ConversationId, seq: Seq): void {
    this.#replica.head(id, seq);
  }

  /** A list tells of this conversation, with its head. */
  listed({ id, headSeq, unreadCount, lastMessage }: Conversation): void {
    this.head(id, headSeq);
    // The list shows it, so it has come as far as here.
    if (unreadCount && lastMessage) this.receipts.reached(id, lastMessage.seq);
  }

  /** Pages of the history may hold what an earlier page of the browser sent and this one still holds as unsent. */
  readBack(id: ConversationId, messages: readonly Message[]): void {
    for (const message of messages) this.sender.entryApplied(id, message.id);
  }

  #applied(id: ConversationId, entries: readonly Entry[]): void {
    // First shown as a part of the log, then gone from what is unsent: at no moment neither.
    this.#listener.applied(id, entries);
    for (const entry of entries) {
      this.sender.entryApplied(id, entry.id);
      if (isMessage(entry)) this.receipts.wrote(id, entry.author, entry.seq);
    }
    const last = entries.at(-1);
    if (last) this.receipts.reached(id, last.seq);
    this.#listener.changed();
  }
}
