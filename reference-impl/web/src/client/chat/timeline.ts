import { type Entry, type Message, type MessagePage, type Seq, isMessage } from '../contract.ts';

export type ReadPage = (before: Seq) => Promise<MessagePage>;
export type HistoryState = 'idle' | 'loading' | 'failed' | 'complete';

/**
 * The messages of one conversation that are in memory: without holes, from some seq up to what is applied. Newer ones are
 * appended as the replica applies them; older ones are read in pages, from where the conversation was begun downwards.
 */
export class Timeline {
  readonly #read: ReadPage;
  readonly #changed: () => void;
  #messages: readonly Message[] = [];
  /** Everything from here on is held. */
  #from: Seq;
  #history: HistoryState = 'idle';

  constructor(startsAt: Seq, read: ReadPage, changed: () => void) {
    this.#from = startsAt + 1;
    this.#read = read;
    this.#changed = changed;
    this.#completeAtTheFirstEntry();
  }

  get messages(): readonly Message[] {
    return this.#messages;
  }

  get history(): HistoryState {
    return this.#history;
  }

  append(entries: readonly Entry[]): void {
    const messages = entries.filter(isMessage);
    if (messages.length > 0) this.#messages = [...this.#messages, ...messages];
  }

  async loadOlder(): Promise<void> {
    if (this.#history === 'loading' || this.#history === 'complete') return;
    this.#become('loading');
    const before = this.#from;
    try {
      const page = await this.#read(before);
      if (before !== this.#from) return;
      const older = page.messages.filter(({ seq }) => seq < before);
      this.#messages = [...older, ...this.#messages];
      this.#from = older[0]?.seq ?? before;
      // A page that promises more and brings nothing would be asked for without end.
      this.#become(page.more ? (older.length > 0 ? 'idle' : 'failed') : 'complete');
    } catch {
      this.#become('failed');
    }
  }

  /** Gives back memory while nobody looks; the history brings the rest again. */
  keepNewest(count: number): void {
    if (this.#messages.length <= count || this.#history === 'loading') return;
    this.#messages = this.#messages.slice(-count);
    this.#from = this.#messages[0]?.seq ?? this.#from;
    this.#history = 'idle';
  }

  #completeAtTheFirstEntry(): void {
    if (this.#from <= 1) this.#history = 'complete';
  }

  #become(history: HistoryState): void {
    this.#history = history;
    this.#changed();
  }
}
