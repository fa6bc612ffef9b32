import type { Seq, UserId } from '../../client/contract.ts';
import { limits } from '../../client/limits.ts';
import type { Receipt } from '../../client/sync/receipts.ts';

/** Where an own message stands; of others' messages only that they are there. */
export type Standing =
  | { readonly kind: 'there' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'sent' | 'delivered' | 'read'; readonly label: string }
  | { readonly kind: 'refused'; readonly reason: string };

export const sent: Standing = { kind: 'sent', label: 'Sent' };

/** Who is asked about. */
export interface Readers {
  readonly me: UserId;
  readonly memberCount: number;
  readonly receipt: Receipt;
}

/** What all others have counts; in a small group the label says how many have it already. */
export function standingOf(seq: Seq, { me, memberCount, receipt }: Readers): Standing {
  const { all, members } = receipt;
  const count = memberCount - 1;
  // Who writes has read, which no frame says of them: small conversations are counted.
  const named = memberCount <= limits.receiptNamedMembersMax;
  const others = named ? [...members].filter(([user]) => user !== me).map(([, mark]) => mark) : [];
  const readers = others.filter(({ read }) => read >= seq).length;
  const receivers = others.filter(({ delivered }) => delivered >= seq).length;
  const some = (what: string, how: number): string => `${what} by ${how} of ${count}`;
  if (all.read >= seq || readers === count)
    return { kind: 'read', label: count > 1 ? 'Read by all' : 'Read' };
  if (all.delivered >= seq || receivers === count)
    return { kind: 'delivered', label: readers > 0 ? some('Read', readers) : 'Delivered' };
  return receivers > 0 ? { kind: 'sent', label: some('Received', receivers) } : sent;
}
