// @vitest-environment happy-dom
import { describe, expect } from 'vitest';
import { conversationId } from '../../testing/fixtures.ts';
import { mounted, the } from '../../testing/mount.ts';
import { verifies } from '../../testing/verifies.ts';
import './composer.ts';

async function aComposer(): Promise<{
  sent: string[];
  area: HTMLTextAreaElement;
  type: (text: string) => Promise<void>;
  press: (init: KeyboardEventInit) => KeyboardEvent;
  button: HTMLButtonElement;
  turnTo: (n: number) => Promise<void>;
}> {
  const sent: string[] = [];
  const { element, root } = await mounted('parley-composer', {
    conversationId: conversationId(1),
    actions: { send: (text) => sent.push(text) },
  });
  const area = the(root, 'textarea[aria-label="Message"]', HTMLTextAreaElement);
  return {
    sent,
    area,
    button: the(root, 'button[aria-label="Send message"]', HTMLButtonElement),
    type: async (text) => {
      area.value = text;
      area.dispatchEvent(new InputEvent('input'));
      await element.updateComplete;
    },
    press: (init) => {
      const event = new KeyboardEvent('keydown', { cancelable: true, ...init });
      area.dispatchEvent(event);
      return event;
    },
    turnTo: async (n) => {
      element.conversationId = conversationId(n);
      await element.updateComplete;
    },
  };
}

describe('the composer', () => {
  verifies(['UI-1'], 'sends on Enter and empties itself', async () => {
    const { sent, area, type, press } = await aComposer();
    await type('hello ');
    expect(press({ key: 'Enter' }).defaultPrevented).toBe(true);
    expect(sent).toEqual(['hello']);
    expect(area.value).toBe('');
  });

  verifies(
    ['UI-1'],
    'begins a new line on Shift+Enter, and leaves Enter to an input method that composes',
    async () => {
      const { sent, type, press } = await aComposer();
      await type('hello');
      expect(press({ key: 'Enter', shiftKey: true }).defaultPrevented).toBe(false);
      press({ key: 'Enter', isComposing: true });
      expect(sent).toEqual([]);
    },
  );

  verifies(['UI-1'], 'sends nothing while there is nothing to send', async () => {
    const { sent, type, press, button } = await aComposer();
    expect(button.disabled).toBe(true);
    await type('  ');
    press({ key: 'Enter' });
    expect(sent).toEqual([]);
    expect(button.disabled).toBe(true);
    await type('now');
    expect(button.disabled).toBe(false);
  });

  verifies(['UI-1'], 'keeps what was begun in one conversation out of another', async () => {
    const { area, type, turnTo } = await aComposer();
    await type('for the first');
    await turnTo(2);
    expect(area.value).toBe('');
    await turnTo(1);
    expect(area.value).toBe('for the first');
  });
});
