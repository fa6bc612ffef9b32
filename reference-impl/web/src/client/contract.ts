/** The shapes of the public contract. Names and meanings are the server's; unknown fields are ignored. */

declare const kind: unique symbol;
type Id<K extends string> = string & { readonly [kind]: K };

export type UserId = Id<'user'>;
export type DeviceId = Id<'device'>;
export type ConversationId = Id<'conversation'>;
export type EntryId = Id<'entry'>;

/** Position in a conversation's log, from 1. */
export type Seq = number;
/** ISO-8601, UTC, milliseconds. */
export type Instant = string;

export interface User {
  readonly id: UserId;
  readonly username: string;
  readonly displayName: string;
}

/** Somebody whom one has blocked. */
export interface Block {
  readonly user: User;
  readonly since: Instant;
}

export interface Device {
  readonly id: DeviceId;
  readonly name: string;
}

export interface Session {
  readonly user: User;
  readonly device: Device;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
}

export interface Member {
  readonly user: User;
  readonly role: 'owner' | 'member';
}

export interface Conversation {
  readonly id: ConversationId;
  readonly type: 'direct' | 'group';
  readonly title?: string;
  /** Absent for groups in lists and in pushed frames. */
  readonly members?: readonly Member[];
  readonly memberCount: number;
  readonly headSeq: Seq;
  readonly lastActivityAt: Instant;
  readonly createdAt: Instant;
  /** In lists only. */
  readonly unreadCount?: number;
  /** In lists, once there is a message. */
  readonly lastMessage?: LastMessage;
}

/** The last message, in short. */
export interface LastMessage {
  readonly id: EntryId;
  readonly seq: Seq;
  readonly author: UserId;
  readonly receivedAt: Instant;
  /** Its first characters; empty once it is erased. */
  readonly text: string;
}

export interface TextContent {
  readonly type: 'text';
  readonly text: string;
}

export interface Message {
  readonly id: EntryId;
  readonly conversationId: ConversationId;
  readonly seq: Seq;
  readonly ordinal: number;
  readonly author: UserId;
  readonly sentAt: Instant;
  readonly receivedAt: Instant;
  /** Left out once it is erased. */
  readonly content?: TextContent;
}

interface EntryBase {
  readonly seq: Seq;
  readonly id: EntryId;
  readonly author: UserId;
  readonly ordinal: number;
  readonly at: Instant;
}

export interface MessageEntry extends EntryBase, Message {
  readonly kind: 'message';
}

export interface OtherEntry extends EntryBase {
  readonly kind: Exclude<string, 'message'>;
}

export type Entry = MessageEntry | OtherEntry;

export function isMessage(entry: Entry): entry is MessageEntry {
  return entry.kind === 'message';
}

/** Positions up to which everything has reached somebody, and has been shown to them. They only rise; 0 is nothing. */
export interface Mark {
  readonly delivered: Seq;
  readonly read: Seq;
}

export interface MemberMark extends Mark {
  readonly user: UserId;
}

/** How far members are. Frames name only those whose mark moved, and in large groups only oneself. */
export interface ConversationMarks {
  readonly marks: readonly MemberMark[];
  /** How far everybody is. */
  readonly all: Mark;
}

export interface ConversationPage {
  readonly conversations: readonly Conversation[];
  readonly next?: string;
}

export interface MessagePage {
  readonly messages: readonly Message[];
  readonly headSeq: Seq;
  readonly more: boolean;
}

export interface EntryPage {
  readonly entries: readonly Entry[];
  readonly headSeq: Seq;
  readonly more: boolean;
}

export interface NewConversation {
  readonly id: ConversationId;
  readonly type: 'direct' | 'group';
  readonly title?: string;
  readonly members: readonly UserId[];
}
