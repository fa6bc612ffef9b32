import { type Conversation, type Entry, type LastMessage, type UserId, isMessage } from '../contract.ts';

/**
 * What a conversation's line in the list says of its messages. Lists bring it; entries that come later carry it on, so that
 * nothing is counted twice: a list counts up to its head.
 */
export function withNews(known: Conversation, entries: readonly Entry[], me: UserId): Conversation {
  let { headSeq, lastActivityAt, unreadCount = 0, lastMessage } = known;
  for (const entry of entries) {
    if (entry.seq <= headSeq) continue;
    headSeq = entry.seq;
    if (entry.at > lastActivityAt) lastActivityAt = entry.at;
    if (!isMessage(entry)) continue;
    const { id, seq, author, receivedAt, content } = entry;
    lastMessage = { id, seq, author, receivedAt, text: content?.text ?? '' };
    // Who writes has read.
    unreadCount = author === me ? 0 : unreadCount + 1;
  }
  return { ...known, headSeq, lastActivityAt, unreadCount, ...(lastMessage ? { lastMessage } : {}) };
}

/** What two accounts of a conversation say together: the newer one counts, and one that leaves something out keeps it. */
export function mergedNews(
  known: Conversation | undefined,
  told: Conversation,
): Pick<Conversation, 'headSeq' | 'unreadCount' | 'lastMessage'> {
  const newer = known && known.headSeq > told.headSeq ? known : told;
  const unreadCount = newer.unreadCount ?? known?.unreadCount ?? 0;
  const lastMessage = later(known?.lastMessage, told.lastMessage);
  return { headSeq: newer.headSeq, unreadCount, ...(lastMessage ? { lastMessage } : {}) };
}

function later(a: LastMessage | undefined, b: LastMessage | undefined): LastMessage | undefined {
  if (!a || !b) return a ?? b;
  return b.seq >= a.seq ? b : a;
}
