// @vitest-environment happy-dom
import { describe, expect } from 'vitest';
import type { SignUp } from '../../client/session/sign-up.ts';
import { Refused } from '../../client/problem.ts';
import { settled } from '../../testing/fake-time.ts';
import { problem } from '../../testing/fixtures.ts';
import { labelled, mounted, the } from '../../testing/mount.ts';
import { verifies } from '../../testing/verifies.ts';
import './sign-up.ts';

async function aForm(register: (signUp: SignUp) => Promise<void>): Promise<{
  root: ShadowRoot;
  fill: (values: Readonly<Record<string, string>>) => void;
  submit: () => Promise<void>;
}> {
  const { root } = await mounted('parley-sign-up', { actions: { register, goToSignIn: () => undefined } });
  return {
    root,
    fill: (values) => {
      for (const [label, value] of Object.entries(values)) labelled(root, label).value = value;
    },
    submit: async () => {
      the(root, 'form', HTMLFormElement).dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
      await settled();
    },
  };
}

const filled = { Username: 'ada', Password: 'correct horse', 'Repeat password': 'correct horse' };

describe('the registration form', () => {
  verifies(['USR-1', 'UI-1'], 'registers what was typed', async () => {
    const registered: SignUp[] = [];
    const { fill, submit } = await aForm((signUp) => {
      registered.push(signUp);
      return Promise.resolve();
    });
    fill({ ...filled, 'Display name (optional)': 'Ada Lovelace', 'E-mail (optional)': 'ada@example.org' });
    await submit();
    expect(registered).toEqual([
      {
        username: 'ada',
        password: 'correct horse',
        repeated: 'correct horse',
        email: 'ada@example.org',
        displayName: 'Ada Lovelace',
      },
    ]);
  });

  verifies(
    ['USR-1', 'UI-1'],
    'does not register two different passwords, and says so at the field',
    async () => {
      let calls = 0;
      const { root, fill, submit } = await aForm(() => {
        calls++;
        return Promise.resolve();
      });
      fill({ ...filled, 'Repeat password': 'correct house' });
      await submit();
      expect(calls).toBe(0);
      const field = labelled(root, 'Repeat password');
      expect(field.getAttribute('aria-invalid')).toBe('true');
      expect(
        the(root, `#${field.getAttribute('aria-describedby') ?? ''}`, HTMLElement).textContent,
      ).toContain('differ');
    },
  );

  verifies(['API-2', 'UI-1'], 'says at the field that a name is taken', async () => {
    const { root, fill, submit } = await aForm(() =>
      Promise.reject(new Refused(problem('username-taken', 409))),
    );
    fill(filled);
    await submit();
    expect(the(root, '#username-note', HTMLElement).textContent).toBe('This username is taken.');
  });
});
