import { css } from 'lit';

export const messageLogStyles = css`
  :host {
    position: relative;
    display: block;
    min-height: 0;
  }

  .scroller {
    height: 100%;
    overflow-y: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
  }

  .scroller:focus-visible {
    outline-offset: -3px;
  }

  .column {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    width: min(100%, 860px);
    min-height: 100%;
    margin: 0 auto;
    padding: 1rem 1.25rem 0.75rem;
  }

  .beginning {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 0.5rem;
    min-height: 2.25rem;
    padding: 0.5rem;
    color: var(--text-soft);
    font-size: 0.85rem;
    text-align: center;
  }

  .day {
    display: flex;
    justify-content: center;
    margin: 0.9rem 0 0.6rem;
  }

  .day span {
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: 999px;
    background: var(--surface);
    color: var(--text-soft);
    font-size: 0.78rem;
    font-weight: 600;
  }

  .message {
    display: flex;
    align-items: flex-end;
    gap: 0.5rem;
    margin-top: 0.15rem;
  }

  .message.first {
    margin-top: 0.6rem;
  }

  .day + .message.first {
    margin-top: 0;
  }

  .own {
    justify-content: flex-end;
  }

  .picture {
    --avatar-size: 32px;

    width: 32px;
    height: 32px;
    flex: none;
  }

  .bubble {
    max-width: min(78%, 560px);
    padding: 0.45rem 0.75rem 0.4rem;
    border-radius: var(--radius-bubble);
    background: var(--bubble-other);
    box-shadow: var(--shadow);
    line-height: 1.4;
  }

  .own .bubble {
    background: var(--bubble-own);
  }

  .own.last .bubble {
    border-bottom-right-radius: 5px;
  }

  .other.last .bubble {
    border-bottom-left-radius: 5px;
  }

  .author {
    margin-bottom: 0.1rem;
    color: var(--link);
    font-size: 0.85rem;
    font-weight: 650;
  }

  .text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .gone {
    color: var(--text-soft);
    font-style: italic;
  }

  .own .gone {
    color: var(--meta-own);
  }

  .meta {
    display: inline-flex;
    align-items: center;
    gap: 0.2rem;
    float: right;
    margin: 0.4rem 0 0 0.75rem;
    color: var(--text-soft);
    font-size: 0.72rem;
    font-variant-numeric: tabular-nums;
    line-height: 1;
  }

  .own .meta {
    color: var(--meta-own);
  }

  .mark svg {
    display: block;
    width: 13px;
    height: 13px;
  }

  .mark.delivered svg,
  .mark.read svg {
    width: 17px;
  }

  .mark.read {
    color: var(--read);
  }

  .mark[aria-label='Sending'] {
    animation: appear 0.2s 0.4s both;
  }

  .refusal {
    clear: both;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem;
    margin-top: 0.5rem;
    padding: 0.5rem 0.6rem;
    border-radius: 10px;
    background: var(--danger-ground);
    color: var(--danger);
    font-size: 0.85rem;
  }

  .refusal p {
    flex: 1 1 100%;
    margin: 0;
  }

  .refusal button {
    padding: 0.25rem 0.6rem;
    border: 1px solid currentColor;
    border-radius: 8px;
    background: transparent;
    font-weight: 600;
  }

  .jump {
    position: absolute;
    bottom: 0.75rem;
    left: 50%;
    display: flex;
    align-items: center;
    gap: 0.4rem;
    padding: 0.5rem 0.9rem;
    border: 0;
    border-radius: 999px;
    background: var(--accent);
    color: var(--on-accent);
    box-shadow: var(--shadow-raised);
    font-size: 0.875rem;
    font-weight: 600;
    transform: translateX(-50%);
  }

  .jump svg {
    width: 16px;
    height: 16px;
  }

  @media (max-width: 720px) {
    .column {
      padding-inline: 0.75rem;
    }

    .bubble {
      max-width: 85%;
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;
