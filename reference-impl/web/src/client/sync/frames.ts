import type {
  Conversation,
  ConversationId,
  ConversationMarks,
  Device,
  Entry,
  EntryId,
  Instant,
  Seq,
  TextContent,
  User,
} from '../contract.ts';
import type { Problem } from '../problem.ts';

export type ClientFrame =
  | { readonly type: 'authenticate'; readonly token: string }
  | { readonly type: 'resume'; readonly since?: string }
  | { readonly type: 'ping'; readonly digest: string }
  | {
      readonly type: 'send';
      readonly conversationId: ConversationId;
      readonly id: EntryId;
      readonly content: TextContent;
    }
  | {
      readonly type: 'mark';
      readonly conversationId: ConversationId;
      readonly delivered?: Seq;
      readonly read?: Seq;
    };

export interface AcceptedFrame {
  readonly type: 'accepted';
  readonly conversationId: ConversationId;
  readonly id: EntryId;
  readonly seq: Seq;
}

export interface RefusedFrame {
  readonly type: 'refused';
  readonly conversationId: ConversationId;
  readonly id: EntryId;
  readonly problem: Problem;
}

export interface UnknownFrame {
  readonly type: 'unknown';
  readonly conversationId: ConversationId;
  readonly id: EntryId;
}

export interface HeadsFrame {
  readonly type: 'heads';
  readonly heads: Readonly<Record<ConversationId, Seq>>;
  /** In the last frame of an answer to `resume`. */
  readonly token?: string;
  /** How many conversations this user has; in the last frame of an answer. */
  readonly count?: number;
}

export interface MarksFrame extends ConversationMarks {
  readonly type: 'marks';
  readonly conversationId: ConversationId;
}

export type ServerFrame =
  | {
      readonly type: 'authenticated';
      readonly user: User;
      readonly device: Device;
      readonly serverTime: Instant;
    }
  | HeadsFrame
  | AcceptedFrame
  | RefusedFrame
  | UnknownFrame
  | { readonly type: 'pong'; readonly serverTime: Instant }
  | { readonly type: 'entry'; readonly conversationId: ConversationId; readonly entry: Entry }
  | { readonly type: 'conversation'; readonly conversation: Conversation }
  | MarksFrame
  | { readonly type: 'resync' }
  | { readonly type: 'problem'; readonly problem: Problem; readonly conversationId?: ConversationId };

const known: ReadonlySet<string> = new Set<ServerFrame['type']>([
  'authenticated',
  'heads',
  'accepted',
  'refused',
  'unknown',
  'pong',
  'entry',
  'conversation',
  'marks',
  'resync',
  'problem',
]);

/** Null for what a newer server may say and this client does not know; a lost meaning is repaired at the next heartbeat. */
export function parseFrame(text: string): ServerFrame | null {
  try {
    const frame = JSON.parse(text) as { type?: unknown } | null;
    return typeof frame?.type === 'string' && known.has(frame.type) ? (frame as ServerFrame) : null;
  } catch {
    return null;
  }
}
