import { describe, expect } from 'vitest';
import { aWorld } from '../../testing/chat-world.ts';
import { aDirect, aUser, ben, conversationId } from '../../testing/fixtures.ts';
import { verifies } from '../../testing/verifies.ts';

const first = conversationId(1);

describe('beginning a conversation', () => {
  verifies(['MSG-1', 'INV-4'], 'repeats a creation whose answer was lost with the same id', async () => {
    let isLost = true;
    const { chat, requests } = aWorld([], ({ method, path }) => {
      if (path.startsWith('/users?')) return [200, { users: [ben] }];
      if (method !== 'POST') return undefined;
      if (!isLost) return [201, aDirect(1)];
      isLost = false;
      throw new Error('connection reset');
    });
    await expect(chat.openDirect('ben')).rejects.toThrow();
    await expect(chat.openDirect('ben')).resolves.toBe(first);
    const bodies = requests.filter(({ method }) => method === 'POST').map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toBe(bodies[1]);
  });

  verifies(['MSG-2'], 'creates a group of named users, and says which name nobody has', async () => {
    const known = new Map([ben, aUser('cleo')].map((user) => [user.username, user]));
    const { chat, requests } = aWorld([], ({ method, path }) => {
      if (method === 'POST') return [201, { ...aDirect(1), type: 'group', title: 'Club' }];
      const name = path.startsWith('/users?username=') ? path.slice('/users?username='.length) : '';
      const user = known.get(name);
      return [200, { users: user ? [user] : [] }];
    });
    await expect(chat.createGroup('Club', ['ben', 'nobody'])).rejects.toThrow('no user named nobody');
    await chat.createGroup('Club', ['ben', 'cleo']);
    const body = JSON.parse(requests.at(-1)?.body ?? '') as object;
    expect(body).toMatchObject({ type: 'group', title: 'Club', members: ['user-ben', 'user-cleo'] });
  });
});
