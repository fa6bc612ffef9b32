import type { Entry, Seq } from '../contract.ts';

/** Entries kept for later when they arrive before their turn; what does not fit is read from the log again. */
const aheadMax = 256;

/** One conversation as this device has applied it: strictly in seq order, each entry once, from the head it began at. */
export class ConversationLog {
  #applied: Seq;
  #head: Seq;
  #doubted = false;
  readonly #ahead = new Map<Seq, Entry>();

  constructor(startsAt: Seq) {
    this.#applied = startsAt;
    this.#head = startsAt;
  }

  get applied(): Seq {
    return this.#applied;
  }

  /** Whether the log has something to be asked for. */
  get hasGap(): boolean {
    return this.#doubted || this.#head > this.#applied;
  }

  /** The highest head that was announced. */
  get announced(): Seq {
    return this.#head;
  }

  /** It may have gone on without this user, which only the log itself tells. */
  doubt(): void {
    this.#doubted = true;
  }

  /** It is asked now; what is announced or doubted from here on asks for more. */
  asked(): Seq {
    this.#doubted = false;
    return this.#head;
  }

  /** Heads are lower bounds: a smaller one says nothing. */
  raise(head: Seq): void {
    this.#head = Math.max(this.#head, head);
  }

  /** The log's own answer that it ends here, against an announced head that nothing stands behind: of those before it was asked. */
  endsAt(head: Seq, announced: Seq): void {
    if (this.#head <= announced) this.#head = Math.max(this.#applied, head);
  }

  /** The entries that now have their turn, the offered one among them or not. */
  offer(entry: Entry): readonly Entry[] {
    this.raise(entry.seq);
    if (entry.seq <= this.#applied) return [];
    if (entry.seq > this.#applied + 1) {
      if (this.#ahead.size < aheadMax) this.#ahead.set(entry.seq, entry);
      return [];
    }
    const turn: Entry[] = [];
    for (let next: Entry | undefined = entry; next; next = this.#ahead.get(this.#applied + 1)) {
      this.#applied = next.seq;
      this.#ahead.delete(next.seq);
      turn.push(next);
    }
    return turn;
  }
}
