import { type TemplateResult, html, nothing } from 'lit';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'password' | 'email';
  readonly autocomplete: AutoFill;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  readonly value?: string;
}

/** One labelled input; hint and error are tied to it for those who do not see them. */
export function field({
  name,
  label,
  type = 'text',
  autocomplete,
  hint,
  error,
  optional = false,
  value = '',
}: Field): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      name=${name}
      type=${type}
      .defaultValue=${value}
      autocomplete=${autocomplete}
      autocapitalize="none"
      spellcheck="false"
      ?required=${!optional}
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${error || hint ? `${name}-note` : nothing}
    />
    ${
      error
        ? html`<p class="error" id="${name}-note">${error}</p>`
        : hint
          ? html`<p class="hint" id="${name}-note">${hint}</p>`
          : nothing
    }
  </div>`;
}

/** What the form's fields hold, by name. */
export function valuesOf(form: HTMLFormElement): (name: string) => string {
  const data = new FormData(form);
  return (name) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
}
