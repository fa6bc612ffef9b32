import type {
  Conversation,
  ConversationId,
  DeviceId,
  EntryId,
  Instant,
  MessageEntry,
  OtherEntry,
  Session,
  Seq,
  User,
  UserId,
} from '../client/contract.ts';
import type { Problem } from '../client/problem.ts';
import type { Credentials } from '../client/session/credentials.ts';

export function conversationId(n: number): ConversationId {
  return `0195a000-0000-7000-8000-${String(n).padStart(12, '0')}` as ConversationId;
}

export function entryId(n: number): EntryId {
  return `0195e000-0000-7000-8000-${String(n).padStart(12, '0')}` as EntryId;
}

export function aUser(username: string, displayName = username): User {
  return { id: `user-${username}` as UserId, username, displayName };
}

export const ada = aUser('ada', 'Ada Lovelace');
export const ben = aUser('ben', 'Ben Okri');

export function at(text: string): Instant {
  return new Date(text).toISOString();
}

/** Entry 1 is the creation; every later one is a message. */
export function anEntry(conversation: ConversationId, seq: Seq, author = ben): MessageEntry | OtherEntry {
  const time = new Date(Date.UTC(2026, 10, 20, 10, 0, seq)).toISOString();
  const base = { seq, id: entryId(seq), author: author.id, ordinal: seq - 1, at: time };
  if (seq === 1) return { ...base, kind: 'created' };
  const content = { type: 'text', text: `message ${seq}` } as const;
  return { ...base, kind: 'message', conversationId: conversation, sentAt: time, receivedAt: time, content };
}

export function aMessage(conversation: ConversationId, seq: Seq, author = ben): MessageEntry {
  return anEntry(conversation, seq, author) as MessageEntry;
}

export function aDirect(n: number, headSeq = 1, other = ben): Conversation {
  return {
    id: conversationId(n),
    type: 'direct',
    members: [
      { user: ada, role: 'member' },
      { user: other, role: 'member' },
    ],
    memberCount: 2,
    headSeq,
    lastActivityAt: at('2026-11-20T10:00:00Z'),
    createdAt: at('2026-11-20T09:00:00Z'),
  };
}

/** As it stands in lists, without its members. */
export function aGroup(n: number, title: string, memberCount: number): Conversation {
  const { id, headSeq, lastActivityAt, createdAt } = aDirect(n);
  return { id, type: 'group', title, memberCount, headSeq, lastActivityAt, createdAt };
}

export function aSession(n = 1, user = ada): Session {
  return {
    user,
    device: { id: 'device-1' as DeviceId, name: 'Firefox on Linux' },
    accessToken: `access-${n}`,
    refreshToken: `refresh-${n}`,
    expiresInSeconds: 900,
  };
}

export function credentialsAt(nowMillis: number, n = 1): Credentials {
  const { user, device, accessToken, refreshToken } = aSession(n);
  return { user, device, accessToken, refreshToken, expiresAtMillis: nowMillis + 900_000 };
}

export function problem(id: string, status: number, more: Partial<Problem> = {}): Problem {
  return { type: `urn:parley:problem:${id}`, title: id, status, ...more };
}
