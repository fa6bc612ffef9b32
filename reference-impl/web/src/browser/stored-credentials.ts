import type { CredentialStore, Credentials } from '../client/session/credentials.ts';

const key = 'parley.session';

/** Kept in local storage: survives a reload, and the tabs of one browser share it. */
export function storedCredentials(storage: Storage): CredentialStore {
  return {
    read: () => {
      const text = storage.getItem(key);
      if (text === null) return null;
      try {
        return JSON.parse(text) as Credentials;
      } catch {
        return null;
      }
    },
    write: (credentials) => {
      if (credentials === null) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(credentials));
    },
    subscribe: (changed) => {
      const listener = (event: StorageEvent): void => {
        if (event.key === key || event.key === null) changed();
      };
      addEventListener('storage', listener);
      return () => {
        removeEventListener('storage', listener);
      };
    },
  };
}
