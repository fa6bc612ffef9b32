import type { Conversation, User, UserId } from '../../client/contract.ts';

/** The other side of a direct conversation. */
export function counterpart(conversation: Conversation, me: UserId): User | undefined {
  return conversation.type === 'direct'
    ? conversation.members?.find(({ user }) => user.id !== me)?.user
    : undefined;
}

export function nameOf(user: User | undefined): string {
  return user ? user.displayName || user.username : 'Unknown user';
}

export function titleOf(conversation: Conversation, me: UserId): string {
  return conversation.type === 'group'
    ? (conversation.title ?? 'Group')
    : nameOf(counterpart(conversation, me));
}

/** Up to two letters: of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => word !== '');
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => Array.from(word ?? '?')[0]?.toUpperCase()).join('');
}

/** The same colour for the same id, on every device. */
export function hueOf(id: string, hues: number): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 65_521;
  return sum % hues;
}
