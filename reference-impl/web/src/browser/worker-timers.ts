import type { Timers } from '../client/ports.ts';

/**
 * Timers that keep their pace in a tab in the background. Without them a hidden page could not ping in time, and the server
 * would close its connection once a minute.
 */
export function workerTimers(): Timers {
  const worker = new Worker(new URL('./timer.worker.ts', import.meta.url), { type: 'module' });
  const actions = new Map<number, () => void>();
  let lastId = 0;
  worker.addEventListener('message', ({ data: id }: MessageEvent<number>) => {
    const action = actions.get(id);
    actions.delete(id);
    action?.();
  });
  return {
    after: (millis, action) => {
      const id = ++lastId;
      actions.set(id, action);
      worker.postMessage({ id, millis });
      return () => {
        actions.delete(id);
      };
    },
  };
}
