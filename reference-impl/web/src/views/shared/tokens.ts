import { css } from 'lit';

/** The design's variables; every colour pair that carries text keeps a contrast of 4.5:1 or more. */
export const tokens = css`
  :host {
    --ground: #f3f4f9;
    --surface: #ffffff;
    --surface-raised: #ffffff;
    --surface-hover: #eef0f8;
    --surface-selected: #e3e6f8;
    --line: #dfe2ee;
    --line-field: #868ca6;
    --text: #1c2030;
    --text-soft: #5a6076;
    --accent: #4654c8;
    --accent-strong: #3a46ad;
    --on-accent: #ffffff;
    --link: #3a46ad;
    --bubble-own: #dfe4fd;
    --bubble-other: #ffffff;
    --meta-own: #4a5178;
    --read: #00695c;
    --danger: #b3261e;
    --danger-ground: #fdecea;
    --good: #1b7a43;
    --warn: #8a5300;
    --focus: #4654c8;
    --shadow: 0 1px 2px rgb(20 24 50 / 8%);
    --shadow-raised: 0 8px 30px rgb(20 24 50 / 18%);
    --radius: 12px;
    --radius-bubble: 16px;
    --font: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif;
    color-scheme: light dark;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --ground: #14161d;
      --surface: #1b1e27;
      --surface-raised: #232733;
      --surface-hover: #242835;
      --surface-selected: #2c3252;
      --line: #2c3140;
      --line-field: #737b97;
      --text: #e8eaf2;
      --text-soft: #a3a9bd;
      --accent: #5a68dd;
      --accent-strong: #4e5bd0;
      --on-accent: #ffffff;
      --link: #aab4ff;
      --bubble-own: #353f86;
      --bubble-other: #262a36;
      --meta-own: #c6cbf0;
      --read: #6ee7c8;
      --danger: #ffb4ab;
      --danger-ground: #43211f;
      --good: #7fd8a2;
      --warn: #f2c078;
      --focus: #aab4ff;
      --shadow: 0 1px 2px rgb(0 0 0 / 30%);
      --shadow-raised: 0 8px 30px rgb(0 0 0 / 55%);
    }
  }
`;
