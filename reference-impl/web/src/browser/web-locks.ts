import type { Mutex } from '../client/ports.ts';

/**
 * Exclusion between the tabs of a browser. Web Locks exist on secure origins only; elsewhere each tab excludes itself, and
 * the server's grace time covers two tabs that refresh at the same moment.
 */
export const webLocks: Mutex = {
  exclusive: async (name, action) => {
    if (!('locks' in navigator)) return action();
    return await navigator.locks.request(name, async () => await action());
  },
};
