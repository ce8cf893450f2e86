import { htmlText } from '../text/html-text.ts'

/** What has a place on the page. */
export type Anchored = 'page' | 'table' | 'function' | 'type'

/** The id of a place, for an attribute in quotes. */
export function anchorId(kind: Anchored, name: string): string {
  return htmlText(idOf(kind, name))
}

/** The address of a place, for an attribute in quotes. */
export function anchorHref(kind: Anchored, name: string): string {
  return htmlText(`#${encodeURIComponent(idOf(kind, name))}`)
}

/** An id has no white space. */
function idOf(kind: Anchored, name: string): string {
  return `${kind}:${name.replaceAll(/\s/g, (blank) => `%${blank.charCodeAt(0).toString(16)}`)}`
}
