import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ConversationId, Seq } from '../contract.ts';

const hexDigits = 16;

/** What both sides compare at each heartbeat, so that a lost last message is noticed: the heads of every conversation held. */
export function headsDigest(heads: Iterable<readonly [ConversationId, Seq]>): string {
  const lines = [...heads]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([id, seq]) => `${id} ${seq}\n`);
  return bytesToHex(sha256(utf8ToBytes(lines.join('')))).slice(0, hexDigits);
}
