import type { Part } from '../describe/description.ts'
import type { Prose } from '../text/prose.ts'
import { markdownCode, markdownProse, markdownText } from '../text/markdown-text.ts'

/** The first line of each page, by which a page is known as written by the verb. */
export const head = '<!-- Written by `npm run docs` from the schema files: edit those. -->\n'

/** A comment of the catalog; empty where there is none. */
export function commentOf(comment: string | null): string {
  return comment === null ? '' : markdownText(comment)
}

/** A list of sentences. */
export function listed(sentences: readonly Prose[]): string {
  return sentences.map((sentence) => `- ${markdownProse(sentence)}\n`).join('')
}

/** A section with a heading; nothing where it would be empty. */
export function section(title: string, text: string): string[] {
  return text === '' ? [] : [`## ${title}\n`, text]
}

/** Parts of a table, each with its definition. */
export function partsList(parts: readonly Part[]): string {
  return parts
    .map(({ name, definition, comment }) => {
      const what = comment === null ? '' : `: ${markdownText(comment)}`
      return `- ${markdownCode(name)}${what}<br>${markdownCode(definition)}\n`
    })
    .join('')
}
