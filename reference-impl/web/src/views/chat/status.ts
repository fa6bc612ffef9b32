import type { LinkStatus } from '../../client/sync/link.ts';

/** The connection in words. */
export function statusText(status: LinkStatus): string {
  switch (status) {
    case 'live':
      return 'Connected';
    case 'connecting':
      return 'Connecting…';
    case 'waiting':
      return 'Reconnecting…';
    case 'stopped':
      return 'Not connected';
  }
}
