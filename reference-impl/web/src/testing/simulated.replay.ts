import { expect, inject, test } from 'vitest';
import { FakeTime, seeded, settled } from './fake-time.ts';
import { problem } from './fixtures.ts';
import type { ConversationId, Entry, EntryPage, Seq } from '../client/contract.ts';
import { Refused } from '../client/problem.ts';
import { Retrier } from '../client/retry.ts';
import { parseFrame } from '../client/sync/frames.ts';
import { Replica } from '../client/sync/replica.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** One trace of a device per line. */
    traces: string;
  }
}

type Told =
  | { readonly event: 'frame'; readonly text: string }
  | {
      readonly event: 'page';
      readonly conversationId: ConversationId;
      readonly after: Seq;
      readonly headSeq: Seq;
      readonly entries: readonly Entry[];
    }
  | { readonly event: 'gone'; readonly conversationId: ConversationId; readonly after: Seq }
  | { readonly event: 'own'; readonly conversationId: ConversationId; readonly seq: Seq };

/** What a simulated device was told, and what it made of that. */
interface Trace {
  readonly seed: number;
  readonly device: string;
  readonly told: readonly Told[];
  readonly applied: readonly (readonly [ConversationId, Seq, string])[];
  readonly held: Readonly<Record<ConversationId, Seq>>;
}

interface Question {
  readonly answer: (page: EntryPage) => void;
  readonly refuse: (reason: Refused) => void;
}

/** This client's replica, told the same in the same order. */
class Device {
  readonly applied: (readonly [ConversationId, Seq, string])[] = [];
  readonly #questions = new Map<string, Question>();
  readonly #replica: Replica;

  constructor() {
    const read = (id: ConversationId, after: Seq): Promise<EntryPage> =>
      new Promise((answer, refuse) => this.#questions.set(`${id} ${after}`, { answer, refuse }));
    this.#replica = new Replica(read, new Retrier(new FakeTime(), seeded(1)), {
      applied: (id, entries) =>
        this.applied.push(...entries.map((entry) => [id, entry.seq, entry.id] as const)),
      began: () => undefined,
      gone: () => undefined,
    });
  }

  async hear(told: Told): Promise<void> {
    switch (told.event) {
      case 'frame':
        this.#frame(told.text);
        break;
      case 'page':
        this.#question(told).answer({ entries: told.entries, headSeq: told.headSeq, more: false });
        break;
      case 'gone':
        this.#question(told).refuse(new Refused(problem('not-found', 404)));
        break;
      case 'own':
        this.#replica.head(told.conversationId, told.seq);
        break;
    }
    await settled();
  }

  /** As `Sync` routes it. */
  #frame(text: string): void {
    const frame = parseFrame(text);
    if (frame?.type === 'entry') this.#replica.offer(frame.conversationId, frame.entry);
    if (frame?.type === 'heads') {
      for (const [id, seq] of Object.entries(frame.heads)) this.#replica.head(id as ConversationId, seq);
    }
  }

  #question({ conversationId, after }: { conversationId: ConversationId; after: Seq }): Question {
    const key = `${conversationId} ${after}`;
    const question = this.#questions.get(key);
    if (!question) throw new Error(`page=${key}, expected one that this client asked for`);
    this.#questions.delete(key);
    return question;
  }

  held(conversations: readonly ConversationId[]): Record<ConversationId, Seq | undefined> {
    return Object.fromEntries(conversations.map((id) => [id, this.#replica.applied(id)]));
  }
}

const traces = inject('traces')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Trace);

test('comes to what the simulated devices came to', async () => {
  expect(traces.length).toBeGreaterThan(0);
  for (const trace of traces) {
    const device = new Device();
    for (const told of trace.told) await device.hear(told);
    const name = `seed=${trace.seed} device=${trace.device}`;
    expect(device.applied, name).toEqual(trace.applied);
    expect(device.held(Object.keys(trace.held) as ConversationId[]), name).toEqual(trace.held);
  }
});
