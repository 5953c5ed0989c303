import { html, type TemplateResult } from "lit-html";

/** Stands for a picture: the page loads none, wherever it may come from. */
export function picture(description: string, className = "image"): TemplateResult {
  return html`<div class="picture ${className}" role="img" aria-label=${description}><span>${description}</span></div>`;
}
