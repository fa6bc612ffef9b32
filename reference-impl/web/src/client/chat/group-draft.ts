import { limits } from '../limits.ts';

export interface GroupDraft {
  readonly title: string;
  readonly usernames: readonly string[];
}

/** Usernames as they are typed: separated by commas, blanks or line ends, with or without an @, each once, not one's own. */
export function usernamesIn(typed: string, mine: string): readonly string[] {
  const names = typed
    .split(/[\s,;]+/)
    .map((name) => name.replace(/^@/, '').toLowerCase())
    .filter((name) => name !== '' && name !== mine);
  return [...new Set(names)];
}

/** Why this group cannot be created, or nothing. */
export function groupError({ title, usernames }: GroupDraft): string | undefined {
  const { groupOthersMin, membersMax, titleCharsMax } = limits;
  if (title === '') return 'Give the group a title.';
  if (title.length > titleCharsMax) return `The title may have at most ${titleCharsMax} characters.`;
  if (usernames.length < groupOthersMin) return `Name at least ${groupOthersMin} other people.`;
  if (usernames.length > membersMax - 1) return `A group has at most ${membersMax} members.`;
  return undefined;
}
