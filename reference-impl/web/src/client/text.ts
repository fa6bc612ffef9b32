import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Length as the server counts it. */
export function utf8Bytes(text: string): number {
  return utf8ToBytes(text).length;
}

/**
 * What is sent for what was typed: no surrounding blank space and no control characters other than tab and line feed.
 * Those show nothing, and JSON spells each in six bytes, which could lift a legal text over the frame's limit.
 */
export function composed(typed: string): string {
  return typed
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f]/g, '')
    .trim();
}

/** Users see code points, not UTF-16 units; the server counts passwords so. */
export function codePoints(text: string): number {
  return Array.from(text).length;
}
