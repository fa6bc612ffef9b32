import { type TemplateResult, html, nothing } from 'lit';
import type { EntryId } from '../../client/contract.ts';
import { icons } from '../shared/icons.ts';
import type { MessageRow } from './rows.ts';

/** What a reader can do to a message that was not sent. */
export interface MessageActions {
  retry(id: EntryId): void;
  discard(id: EntryId): void;
}

export function messageTemplate(row: MessageRow, named: boolean, actions: MessageActions): TemplateResult {
  const classes = ['message', row.own ? 'own' : 'other', row.first ? 'first' : '', row.last ? 'last' : ''];
  const avatar = named && !row.own;
  return html`<article
    class=${classes.join(' ')}
    aria-label=${`${row.own ? 'You' : row.authorName}, ${row.time}`}
  >
    ${
      avatar
        ? html`<div class="picture">
            ${
              row.last
                ? html`<parley-avatar .name=${row.authorName} .key=${row.author}></parley-avatar>`
                : nothing
            }
          </div>`
        : nothing
    }
    <div class="bubble">
      ${avatar && row.first ? html`<div class="author">${row.authorName}</div>` : nothing}
      ${
        row.text === null
          ? html`<span class="text gone">A deleted message</span>`
          : html`<span class="text">${row.text}</span>`
      }
      <span class="meta">
        <time datetime=${row.at} title=${row.fullTime}>${row.time}</time>
        ${mark(row)}
      </span>
      ${row.standing.kind === 'refused' ? refusal(row, row.standing.reason, actions) : nothing}
    </div>
  </article>`;
}

function mark({ standing }: MessageRow): TemplateResult | typeof nothing {
  switch (standing.kind) {
    case 'sent':
    case 'delivered':
    case 'read':
      return html`<span
        class="mark ${standing.kind}"
        role="img"
        aria-label=${standing.label}
        title=${standing.label}
        >${standing.kind === 'sent' ? icons.sent : icons.delivered}</span
      >`;
    case 'sending':
      return html`<span class="mark" role="img" aria-label="Sending">${icons.clock}</span>`;
    case 'there':
    case 'refused':
      return nothing;
  }
}

function refusal(row: MessageRow, reason: string, actions: MessageActions): TemplateResult {
  return html`<div class="refusal">
    <p>Not sent. ${reason}</p>
    <button
      @click=${() => {
        actions.retry(row.key);
      }}
    >
      Try again
    </button>
    <button
      @click=${() => {
        actions.discard(row.key);
      }}
    >
      Discard
    </button>
  </div>`;
}
