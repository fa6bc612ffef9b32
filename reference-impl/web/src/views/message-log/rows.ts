import type { EntryId, Instant, Message, User, UserId } from '../../client/contract.ts';
import { sentence } from '../../client/problem.ts';
import type { Outgoing } from '../../client/sync/outbox.ts';
import { nameOf } from '../shared/people.ts';
import type { Times } from '../shared/times.ts';
import { type Readers, type Standing, sent, standingOf } from './standing.ts';

export interface DayRow {
  readonly kind: 'day';
  readonly key: string;
  readonly label: string;
}

export interface MessageRow {
  readonly kind: 'message';
  /** The message's id, before and after it is in the log. */
  readonly key: EntryId;
  /** Null once the message is deleted. */
  readonly text: string | null;
  readonly author: UserId;
  readonly authorName: string;
  readonly own: boolean;
  readonly time: string;
  readonly fullTime: string;
  readonly at: Instant;
  /** First and last of a run of messages by one author. */
  readonly first: boolean;
  readonly last: boolean;
  readonly standing: Standing;
}

export type LogRow = DayRow | MessageRow;

export interface LogView extends Readers {
  readonly person: (id: UserId) => User | undefined;
  readonly times: Times;
  readonly now: number;
}

/** A longer silence than this begins a new run. */
const runMillis = 5 * 60_000;

interface Line {
  readonly id: EntryId;
  readonly author: UserId;
  readonly text: string | null;
  readonly atMillis: number;
  readonly standing: Standing;
}

/** Messages in log order, then what this device has not seen in the log yet, with a separator before each new day. */
export function logRows(
  messages: readonly Message[],
  pending: readonly Outgoing[],
  view: LogView,
): readonly LogRow[] {
  const lines = [
    ...messages.map((message) => lineOf(message, view)),
    ...pending.map((outgoing) => pendingLine(outgoing, view.me)),
  ];
  return lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const after = lines[index + 1];
    const newDay = !before || !view.times.isSameDay(before.atMillis, line.atMillis);
    const row: MessageRow = {
      kind: 'message',
      key: line.id,
      text: line.text,
      author: line.author,
      authorName: nameOf(view.person(line.author)),
      own: line.author === view.me,
      time: view.times.clock(line.atMillis),
      fullTime: view.times.full(line.atMillis),
      at: new Date(line.atMillis).toISOString(),
      first: !before || !isOneRun(before, line, view.times),
      last: !after || !isOneRun(line, after, view.times),
      standing: line.standing,
    };
    if (!newDay) return [row];
    return [{ kind: 'day', key: `day-${line.id}`, label: view.times.day(line.atMillis, view.now) }, row];
  });
}

function lineOf(message: Message, view: LogView): Line {
  return {
    id: message.id,
    author: message.author,
    text: message.content?.text ?? null,
    atMillis: Date.parse(message.sentAt),
    standing: message.author === view.me ? standingOf(message.seq, view) : { kind: 'there' },
  };
}

function pendingLine({ id, text, writtenAtMillis, state }: Outgoing, me: UserId): Line {
  const standing: Standing =
    state.kind === 'refused'
      ? { kind: 'refused', reason: sentence(state.problem) }
      : state.kind === 'accepted'
        ? sent
        : { kind: 'sending' };
  return { id, author: me, text, atMillis: writtenAtMillis, standing };
}

function isOneRun(a: Line, b: Line, times: Times): boolean {
  return (
    a.author === b.author && b.atMillis - a.atMillis < runMillis && times.isSameDay(a.atMillis, b.atMillis)
  );
}
