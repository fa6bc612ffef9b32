import { type SVGTemplateResult, type TemplateResult, html, svg } from 'lit';

function icon(paths: SVGTemplateResult): TemplateResult {
  return html`<svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${paths}
  </svg>`;
}

export const icons = {
  back: icon(svg`<path d="M15 5l-7 7 7 7" />`),
  compose: icon(
    svg`<path d="M12 5H6a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-6" /><path d="M18.4 3.6a2 2 0 0 1 2.9 2.9L12.5 15.3 9 16l.7-3.5z" />`,
  ),
  close: icon(svg`<path d="M6 6l12 12M18 6L6 18" />`),
  down: icon(svg`<path d="M12 5v14M6 13l6 6 6-6" />`),
  leave: icon(svg`<path d="M14 4h4a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-4" /><path d="M10 16l-4-4 4-4M6 12h9" />`),
  send: icon(svg`<path d="M5 12L4 4.5 20.5 12 4 19.5z" /><path d="M5 12h7" />`),
  block: icon(svg`<circle cx="12" cy="12" r="8" /><path d="M6.5 6.5l11 11" />`),
  bubble: icon(
    svg`<path d="M6 5h12a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3h-6l-5 4v-4H6a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3z" />`,
  ),
  sent: icon(svg`<path d="M5 12.5l4.5 4.5L19 7.5" />`),
  delivered: icon(svg`<path d="M1 12.5l4.5 4.5L15 7.5" /><path d="M10.5 16.5l.5.5L22 6.5" />`),
  clock: icon(svg`<circle cx="12" cy="12" r="8" /><path d="M12 8v4l2.5 2" />`),
} as const;
