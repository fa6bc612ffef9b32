import type { Conversation, ConversationId, UserId } from '../../client/contract.ts';
import { counterpart, titleOf } from '../shared/people.ts';
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
}

/** What the list shows for each conversation, in the order given. */
export function conversationRows(
  conversations: readonly Conversation[],
  view: {
    readonly me: UserId;
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
      detail: other ? `@${other.username}` : `${conversation.memberCount} members`,
      time: view.times.brief(Date.parse(conversation.lastActivityAt), view.now),
      activeAt: conversation.lastActivityAt,
      key: other?.id ?? conversation.id,
      selected: conversation.id === view.selected,
    };
  });
}
