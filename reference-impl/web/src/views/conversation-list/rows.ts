import type { Conversation, ConversationId, User, UserId } from '../../client/contract.ts';
import { counterpart, nameOf, titleOf } from '../shared/people.ts';
import type { Times } from '../shared/times.ts';

export interface ConversationRow {
  readonly id: ConversationId;
  readonly title: string;
  readonly detail: string;
  readonly time: string;
  readonly activeAt: string;
  /** Decides the avatar's colour. */
  readonly key: string;
  readonly selected: boolean;
  /** Messages that the user has not seen. */
  readonly unread: number;
}

/** What the list shows for each conversation, in the order given. */
export function conversationRows(
  conversations: readonly Conversation[],
  view: {
    readonly me: UserId;
    readonly person: (id: UserId) => User | undefined;
    readonly selected: ConversationId | null;
    readonly times: Times;
    readonly now: number;
  },
): readonly ConversationRow[] {
  return conversations.map((conversation) => {
    const other = counterpart(conversation, view.me);
    return {
      id: conversation.id,
      title: titleOf(conversation, view.me),
      detail:
        preview(conversation, view) ?? (other ? `@${other.username}` : `${conversation.memberCount} members`),
      time: view.times.brief(Date.parse(conversation.lastActivityAt), view.now),
      activeAt: conversation.lastActivityAt,
      key: other?.id ?? conversation.id,
      selected: conversation.id === view.selected,
      unread: conversation.unreadCount ?? 0,
    };
  });
}

/** Who said what last; in a group whose members are not known yet, only what. */
function preview(
  { type, lastMessage }: Conversation,
  view: { readonly me: UserId; readonly person: (id: UserId) => User | undefined },
): string | undefined {
  if (!lastMessage) return undefined;
  const text = lastMessage.text.replace(/\s+/g, ' ').trim();
  if (text === '') return 'A deleted message';
  if (lastMessage.author === view.me) return `You: ${text}`;
  const author = type === 'group' ? view.person(lastMessage.author) : undefined;
  return author ? `${nameOf(author)}: ${text}` : text;
}
