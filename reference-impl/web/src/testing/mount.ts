import type { LitElement } from 'lit';
import { onTestFinished } from 'vitest';

/** Puts a component on the page until the test ends. */
export async function mounted<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): Promise<{ readonly element: HTMLElementTagNameMap[K]; readonly root: ShadowRoot }> {
  const element = Object.assign(document.createElement(tag), properties);
  document.body.append(element);
  onTestFinished(() => {
    element.remove();
  });
  await (element as unknown as LitElement).updateComplete;
  if (!element.shadowRoot) throw new Error(`shadowRoot=null, expected one on ${tag}`);
  return { element, root: element.shadowRoot };
}

/** The one element of this kind that the selector finds. */
export function the<T extends Element>(root: ParentNode, selector: string, kind: new () => T): T {
  const found = [...root.querySelectorAll(selector)].flatMap((element) =>
    element instanceof kind ? [element] : [],
  );
  const [only] = found;
  if (found.length !== 1 || !only) throw new Error(`found=${found.length} for ${selector}, expected one`);
  return only;
}

/** The field that this label names. */
export function labelled(root: ShadowRoot, label: string): HTMLInputElement {
  const match = [...root.querySelectorAll('label')].find(({ textContent }) => textContent.trim() === label);
  return the(root, `#${match?.htmlFor ?? 'none'}`, HTMLInputElement);
}
