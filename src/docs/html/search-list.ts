import type { Description } from '../describe/description.ts'
import { htmlText } from '../text/html-text.ts'
import { anchorHref } from './anchors.ts'
import type { Anchored } from './anchors.ts'

interface Entry {
  readonly kind: Anchored
  /** Whose section it leads to. */
  readonly target: string
  readonly name: string
  readonly words: string
  readonly comment: string | null
}

/** Everything that search finds, as the items of a list. */
export function renderSearchList(description: Description): string {
  return entriesOf(description).map(renderEntry).join('\n')
}

function entriesOf({ relations, routines, types }: Description): Entry[] {
  return [
    ...relations.map(({ kind, name, comment }) => ({
      kind: 'table' as const,
      target: name,
      name,
      words: kind,
      comment,
    })),
    ...relations.flatMap(({ name, columns }) =>
      columns.map((column) => ({
        kind: 'table' as const,
        target: name,
        name: column.name,
        words: `column of ${name}`,
        comment: column.comment,
      })),
    ),
    ...routines.map(({ name, comment }) => ({
      kind: 'function' as const,
      target: name,
      name,
      words: 'function',
      comment,
    })),
    ...types.map(({ kind, name, comment }) => ({
      kind: 'type' as const,
      target: name,
      name,
      words: kind,
      comment,
    })),
  ]
}

function renderEntry({ kind, target, name, words, comment }: Entry): string {
  return `<li><a href="${anchorHref(kind, target)}"><strong>${htmlText(name)}</strong> <span>${htmlText(words)}</span><small>${htmlText(comment ?? '')}</small></a></li>`
}
