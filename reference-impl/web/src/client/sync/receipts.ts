import type { ConversationId, ConversationMarks, Mark, Seq, UserId } from '../contract.ts';
import { limits } from '../limits.ts';
import type { Timers } from '../ports.ts';
import { isTemporary, type Problem } from '../problem.ts';
import type { ClientFrame } from './frames.ts';

export interface ReceiptPorts {
  /** False when there is no connection now. */
  readonly transmit: (frame: ClientFrame) => boolean;
  readonly timers: Timers;
}

export interface ReceiptListener {
  /** This user, on whichever device, has read up to here. */
  read(id: ConversationId, upTo: Seq): void;
  /** Somebody's mark moved. */
  moved(id: ConversationId): void;
}

/** How far the members of one conversation are, as far as this device was told. */
export interface Receipt {
  readonly all: Mark;
  readonly members: ReadonlyMap<UserId, Mark>;
}

const nothing: Mark = { delivered: 0, read: 0 };
const nobody: Receipt = { all: nothing, members: new Map() };

/**
 * How far everybody is, and the reports of how far this device is. Marks only rise, so whatever is lower is late and ignored,
 * and a report may be repeated: it is, after a new connection or when it was not taken, until it came back as this user's own
 * mark.
 */
export class Receipts {
  readonly #me: UserId;
  readonly #ports: ReceiptPorts;
  readonly #listener: ReceiptListener;
  readonly #told = new Map<ConversationId, Receipt>();
  /** What this device has seen and the server has not confirmed. */
  readonly #own = new Map<ConversationId, Mark>();
  readonly #due = new Set<ConversationId>();
  #waiting = false;

  constructor(me: UserId, ports: ReceiptPorts, listener: ReceiptListener) {
    this.#me = me;
    this.#ports = ports;
    this.#listener = listener;
  }

  of(id: ConversationId): Receipt {
    return this.#told.get(id) ?? nobody;
  }

  /** Everything up to here has reached this device. */
  reached(id: ConversationId, seq: Seq): void {
    this.#note(id, { delivered: seq, read: 0 });
  }

  /** Everything up to here has been shown to the person. */
  shown(id: ConversationId, seq: Seq): void {
    this.#note(id, { delivered: seq, read: seq });
  }

  /** Who writes has read what stands before. */
  wrote(id: ConversationId, author: UserId, seq: Seq): void {
    this.#raise(id, [[author, { delivered: seq, read: seq }]], nothing);
  }

  told(id: ConversationId, { marks, all }: ConversationMarks): void {
    this.#raise(
      id,
      marks.map(({ user, delivered, read }) => [user, { delivered, read }] as const),
      all,
    );
    this.#listener.moved(id);
  }

  connected(): void {
    for (const id of this.#own.keys()) this.#due.add(id);
    this.#report();
  }

  /** Something that was reported was not taken: it is tried again, but not at once, if that may help. */
  refused(id: ConversationId, problem: Problem): void {
    if (!isTemporary(problem)) {
      this.#own.delete(id);
    } else if (this.#own.has(id)) {
      this.#due.add(id);
      if (!this.#waiting) this.#wait();
    }
  }

  forget(id: ConversationId): void {
    this.#told.delete(id);
    this.#own.delete(id);
    this.#due.delete(id);
  }

  #note(id: ConversationId, mark: Mark): void {
    const before = this.#own.get(id) ?? nothing;
    const own = higher(before, mark);
    if (isWithin(own, before) || isWithin(own, this.#confirmed(id))) return;
    this.#own.set(id, own);
    this.#due.add(id);
    this.#report();
  }

  /** At once after a quiet time, then all that came up in the interval together. */
  #report(): void {
    if (this.#waiting || this.#due.size === 0) return;
    for (const id of this.#due) {
      const own = this.#own.get(id);
      if (own && !this.#ports.transmit(frameOf(id, own))) return;
      this.#due.delete(id);
    }
    this.#wait();
  }

  #wait(): void {
    this.#waiting = true;
    this.#ports.timers.after(limits.receiptCoalesceSeconds * 1000, () => {
      this.#waiting = false;
      this.#report();
    });
  }

  #raise(id: ConversationId, marks: readonly (readonly [UserId, Mark])[], all: Mark): void {
    const known = this.of(id);
    const members = new Map(known.members);
    for (const [user, mark] of marks) members.set(user, higher(members.get(user) ?? nothing, mark));
    this.#told.set(id, { all: higher(known.all, all), members });
    const confirmed = this.#confirmed(id);
    const own = this.#own.get(id);
    if (own && isWithin(own, confirmed)) this.#own.delete(id);
    if (confirmed.read > (known.members.get(this.#me)?.read ?? 0)) this.#listener.read(id, confirmed.read);
  }

  #confirmed(id: ConversationId): Mark {
    return this.of(id).members.get(this.#me) ?? nothing;
  }
}

function higher(a: Mark, b: Mark): Mark {
  return { delivered: Math.max(a.delivered, b.delivered), read: Math.max(a.read, b.read) };
}

function isWithin(a: Mark, b: Mark): boolean {
  return a.delivered <= b.delivered && a.read <= b.read;
}

function frameOf(conversationId: ConversationId, { delivered, read }: Mark): ClientFrame {
  return {
    type: 'mark',
    conversationId,
    ...(delivered > read ? { delivered } : {}),
    ...(read > 0 ? { read } : {}),
  };
}
