import { describe, expect } from 'vitest';
import { verifies } from '../../testing/verifies.ts';
import { avatarHues, avatarStyles } from '../avatar/avatar-styles.ts';
import { tokens } from './tokens.ts';

/** Text on ground, as the components pair them. */
const pairs = [
  ['text', 'ground'],
  ['text', 'surface'],
  ['text', 'surface-raised'],
  ['text', 'surface-hover'],
  ['text', 'surface-selected'],
  ['text', 'bubble-own'],
  ['text', 'bubble-other'],
  ['text-soft', 'ground'],
  ['text-soft', 'surface'],
  ['text-soft', 'surface-raised'],
  ['text-soft', 'surface-hover'],
  ['text-soft', 'surface-selected'],
  ['text-soft', 'bubble-other'],
  ['meta-own', 'bubble-own'],
  ['read', 'bubble-own'],
  ['link', 'surface'],
  ['link', 'bubble-other'],
  ['link', 'surface-selected'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['danger', 'surface'],
  ['danger', 'surface-raised'],
  ['danger', 'danger-ground'],
  ['warn', 'surface'],
] as const;

/** What shows where a field is, and where the focus is. */
const edges = [
  ['line-field', 'surface'],
  ['line-field', 'surface-raised'],
  ['line-field', 'ground'],
  ['focus', 'surface'],
  ['focus', 'ground'],
  ['focus', 'surface-raised'],
] as const;

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** As WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function colours(css: string): ReadonlyMap<string, string> {
  return new Map(
    [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

const [lightCss = '', darkCss = ''] = tokens.cssText.split('@media');
const light = colours(lightCss);
const dark = new Map([...light, ...colours(darkCss)]);

describe('the design’s colours', () => {
  for (const [theme, palette] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    verifies(['QG-10', 'UI-1'], `keep a contrast of 4.5:1 between text and ground, ${theme}`, () => {
      for (const [text, ground] of pairs) {
        const ratio = contrast(palette.get(text) ?? '#', palette.get(ground) ?? '#');
        expect(ratio, `${text} on ${ground}, ${theme}`).toBeGreaterThanOrEqual(4.5);
      }
    });
  }

  verifies(['QG-10'], 'keep a contrast of 3:1 for the edges of fields and the focus', () => {
    for (const palette of [light, dark]) {
      for (const [edge, ground] of edges) {
        const ratio = contrast(palette.get(edge) ?? '#', palette.get(ground) ?? '#');
        expect(ratio, `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  verifies(['QG-10'], 'keep 4.5:1 on every avatar, too', () => {
    const grounds = [...avatarStyles.cssText.matchAll(/background: (#[0-9a-f]{6});/g)].map(
      ([, hex]) => hex ?? '#',
    );
    expect(grounds).toHaveLength(avatarHues);
    for (const ground of grounds) expect(contrast('#ffffff', ground), ground).toBeGreaterThanOrEqual(4.5);
  });
});
