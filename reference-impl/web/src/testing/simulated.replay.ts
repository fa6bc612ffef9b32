import { expect, inject, test } from 'vitest';
import type { ConversationId, Entry, EntryPage, Seq } from '../client/contract.ts';
import { Refused } from '../client/problem.ts';
import { Retrier } from '../client/retry.ts';
import { ServerClock } from '../client/server-clock.ts';
import type { ServerFrame } from '../client/sync/frames.ts';
import { MemoryOutbox } from '../client/sync/outbox.ts';
import { Sync } from '../client/sync/sync.ts';
import { FakeTime, seeded, settled } from './fake-time.ts';
import { ada, problem } from './fixtures.ts';
import { ScriptedSockets } from './scripted.ts';

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

/** This client's sync, told the same in the same order. Time stands still: whatever waits for a timer, the trace tells. */
class Device {
  readonly applied: (readonly [ConversationId, Seq, string])[] = [];
  readonly held = new Map<ConversationId, Seq>();
  readonly #questions = new Map<string, Question>();
  readonly #sockets = new ScriptedSockets();
  readonly #sync: Sync;

  constructor() {
    const time = new FakeTime();
    const random = seeded(1);
    const token = Promise.resolve('token');
    this.#sync = new Sync(
      ada.id,
      {
        openSocket: this.#sockets.open,
        tokens: { current: () => token, renew: () => token },
        tokenLifeMillis: () => 900_000,
        timers: time,
        random,
        retrier: new Retrier(time, random),
        serverClock: new ServerClock(time),
        newId: () => 'id',
        outbox: new MemoryOutbox(),
        readEntries: (id, after) =>
          new Promise((answer, refuse) => this.#questions.set(`${id} ${after}`, { answer, refuse })),
      },
      {
        began: (id, startsAt) => {
          this.held.set(id, startsAt);
        },
        applied: (id, entries) => {
          for (const { seq, id: entry } of entries) {
            this.applied.push([id, seq, entry]);
            this.held.set(id, seq);
          }
        },
        gone: (id) => {
          this.held.delete(id);
        },
        missed: () => undefined,
        conversation: () => undefined,
        read: () => undefined,
        changed: () => undefined,
      },
    );
  }

  async follow(told: readonly Told[]): Promise<void> {
    this.#sync.start();
    await settled();
    for (const each of told) {
      this.#hear(each);
      await settled();
    }
  }

  #hear(told: Told): void {
    switch (told.event) {
      case 'frame':
        this.#sockets.last.say(JSON.parse(told.text) as ServerFrame);
        break;
      case 'page':
        this.#question(told).answer({ entries: told.entries, headSeq: told.headSeq, more: false });
        break;
      case 'gone':
        this.#question(told).refuse(new Refused(problem('not-found', 404)));
        break;
      case 'own':
        this.#sync.head(told.conversationId, told.seq);
        break;
    }
  }

  #question({ conversationId, after }: { conversationId: ConversationId; after: Seq }): Question {
    const key = `${conversationId} ${after}`;
    const question = this.#questions.get(key);
    if (!question) throw new Error(`page=${key}, expected one that this client asked for`);
    this.#questions.delete(key);
    return question;
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
    await device.follow(trace.told);
    const name = `seed=${trace.seed} device=${trace.device}`;
    expect(device.applied, name).toEqual(trace.applied);
    expect(Object.fromEntries(device.held), name).toEqual(trace.held);
  }
});
