/** The limits of the public contract that the client keeps, read from the data file at build time. */
declare const __PARLEY_LIMITS__: Readonly<Record<string, number>>;

function limit(id: string): number {
  const value = __PARLEY_LIMITS__[id];
  if (value === undefined) throw new Error(`limit=${id}, expected an entry of spec/data/limits.yaml`);
  return value;
}

export const limits = {
  usernameCharsMin: limit('account.username-chars-min'),
  usernameCharsMax: limit('account.username-chars-max'),
  passwordCodePointsMin: limit('account.password-code-points-min'),
  passwordCodePointsMax: limit('account.password-code-points-max'),
  displayNameCharsMax: limit('account.display-name-chars-max'),
  emailCharsMax: limit('account.email-chars-max'),
  membersMax: limit('conversation.members-max'),
  groupOthersMin: limit('conversation.group-others-min'),
  titleCharsMax: limit('conversation.title-chars-max'),
  textBytesMax: limit('message.text-bytes-max'),
  pageDefaultEntries: limit('page.default-entries'),
  pageEntriesMax: limit('page.entries-max'),
  receiptCoalesceSeconds: limit('receipt.coalesce-seconds'),
  receiptNamedMembersMax: limit('receipt.named-members-max'),
  authenticateSeconds: limit('socket.authenticate-seconds'),
  pingSecondsMax: limit('socket.ping-seconds-max'),
} as const;
