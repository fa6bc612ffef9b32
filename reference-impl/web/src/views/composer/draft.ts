import { limits } from '../../client/limits.ts';
import { composed, utf8Bytes } from '../../client/text.ts';

/** From this share of the limit on, the writer is told how much room is left. */
const warnShare = 0.9;

export interface Draft {
  /** What would be sent. */
  readonly text: string;
  readonly sendable: boolean;
  /** Empty while there is plenty of room. */
  readonly note: string;
}

export function draftOf(typed: string): Draft {
  const text = composed(typed);
  const left = limits.textBytesMax - utf8Bytes(text);
  return { text, sendable: text !== '' && left >= 0, note: noteOf(left) };
}

function noteOf(left: number): string {
  if (left < 0) return `${-left} bytes too long`;
  return left < limits.textBytesMax * (1 - warnShare) ? `${left} bytes left` : '';
}
