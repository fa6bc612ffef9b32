import type { ConversationId, Entry, EntryPage, Seq } from '../contract.ts';
import { Limiter } from '../limiter.ts';
import { Refused } from '../problem.ts';
import type { Retrier } from '../retry.ts';
import { ConversationLog } from './conversation-log.ts';
import { headsDigest } from './digest.ts';

export interface ReplicaListener {
  /** In seq order, without holes, each once. */
  applied(id: ConversationId, entries: readonly Entry[]): void;
  /** A conversation is held from now on; what stands up to `startsAt` is history. */
  began(id: ConversationId, startsAt: Seq): void;
  /** This user is no member any more. */
  gone(id: ConversationId): void;
}

export type ReadEntries = (id: ConversationId, after: Seq) => Promise<EntryPage>;

/** Gaps read at the same time: a long absence must not become a burst of requests. */
const readersMax = 4;

/** Every conversation of this user as far as this device has applied it. Pushes are hints; holes are read from the log. */
export class Replica {
  readonly #logs = new Map<ConversationId, ConversationLog>();
  readonly #reading = new Set<ConversationLog>();
  readonly #readers = new Limiter(readersMax);
  readonly #read: ReadEntries;
  readonly #retrier: Retrier;
  readonly #listener: ReplicaListener;

  constructor(read: ReadEntries, retrier: Retrier, listener: ReplicaListener) {
    this.#read = read;
    this.#retrier = retrier;
    this.#listener = listener;
  }

  /** A conversation met for the first time begins at this head; of a known one the head is a lower bound. */
  head(id: ConversationId, seq: Seq): void {
    const log = this.#logs.get(id) ?? this.#begin(id, seq);
    log.raise(seq);
    this.#fillGap(id, log);
  }

  /** The user has these conversations: of any other that is held the log tells whether this user is still a member. */
  doubtAllBut(named: ReadonlySet<ConversationId>): void {
    for (const [id, log] of [...this.#logs]) {
      if (named.has(id)) continue;
      log.doubt();
      this.#fillGap(id, log);
    }
  }

  offer(id: ConversationId, entry: Entry): void {
    const log = this.#logs.get(id) ?? this.#begin(id, entry.seq - 1);
    this.#apply(id, log, entry);
    this.#fillGap(id, log);
  }

  drop(id: ConversationId): void {
    this.#logs.delete(id);
  }

  applied(id: ConversationId): Seq | undefined {
    return this.#logs.get(id)?.applied;
  }

  get size(): number {
    return this.#logs.size;
  }

  digest(): string {
    return headsDigest([...this.#logs].map(([id, log]) => [id, log.applied] as const));
  }

  #begin(id: ConversationId, startsAt: Seq): ConversationLog {
    const log = new ConversationLog(startsAt);
    this.#logs.set(id, log);
    this.#listener.began(id, startsAt);
    return log;
  }

  #apply(id: ConversationId, log: ConversationLog, entry: Entry): void {
    const turn = log.offer(entry);
    if (turn.length > 0) this.#listener.applied(id, turn);
  }

  #fillGap(id: ConversationId, log: ConversationLog): void {
    if (!log.hasGap || this.#reading.has(log)) return;
    this.#reading.add(log);
    this.#readers
      .run(() => this.#readGap(id, log))
      .catch((failure: unknown) => {
        // Anything else ends with the session, or is met again at the next heartbeat, whose digest will differ.
        // What was begun anew meanwhile, after this user was added again, stays.
        if (failure instanceof Refused && failure.problem.status === 404 && this.#logs.get(id) === log) {
          this.drop(id);
          this.#listener.gone(id);
        }
      });
  }

  async #readGap(id: ConversationId, log: ConversationLog): Promise<void> {
    try {
      while (log.hasGap && this.#logs.get(id) === log) {
        const before = log.applied;
        const announced = log.asked();
        const page = await this.#retrier.run(() => this.#read(id, log.applied));
        for (const entry of page.entries) this.#apply(id, log, entry);
        if (page.entries.length === 0) log.endsAt(page.headSeq, announced);
        else log.raise(page.headSeq);
        if (log.applied === before && log.announced <= announced) return;
      }
    } finally {
      this.#reading.delete(log);
    }
  }
}
