import type { Prose } from './prose.ts'

/** A text of the catalog in HTML and SVG, in an element or in a quoted attribute. */
export function htmlText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[&<>"'`]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)
    .replaceAll(/[^\P{Cc}\n\t]/gu, '\uFFFD')
}

/** The same as code. */
export function htmlCode(text: string): string {
  return `<code>${htmlText(text)}</code>`
}

/** A sentence in HTML. */
export function htmlProse(prose: Prose): string {
  return prose
    .map((piece) => (typeof piece === 'string' ? htmlText(piece) : htmlCode(piece.code)))
    .join('')
}
