import { textIn } from '../../../model/attribute.ts'
import type { CatalogObject } from '../../../model/catalog.ts'
import { parseObjectId } from '../../../model/object-id.ts'
import { pathOf, unquoteName } from '../../../model/qualified-name.ts'
import { splitAtCommas } from '../../../sql/scan/lowercase.ts'

/**
 * The name that PostgreSQL gives an index or a key of a partition when it makes one for that of the partitioned table
 * (ChooseIndexName). Undefined where it cannot be told: long names are cut, and expressions named after what they are.
 */
export function usualNameOf(part: CatalogObject): string | undefined {
  const table = unquoteName(parseObjectId(part.id).spelled[1] ?? '')
  const definition = textIn(part, 'definition')
  if (definition.startsWith('PRIMARY KEY')) return whole(`${table}_pkey`)
  const names = columnsOf(definition)
  const label = labels.find(([start]) => definition.startsWith(start))?.[1]
  if (names === undefined || label === undefined) return undefined
  return whole([table, ...names, label].join('_'))
}

const labels: readonly (readonly [start: string, label: string])[] = [
  ['UNIQUE', 'key'],
  ['EXCLUDE', 'excl'],
  ['CREATE', 'idx'],
]

function whole(name: string): string | undefined {
  return Buffer.byteLength(name) > 63 ? undefined : name
}

/** The columns of an index, those that it includes too. */
function columnsOf(definition: string): string[] | undefined {
  const start = definition.startsWith('UNIQUE') ? 0 : definition.indexOf(' USING ')
  const lists = [firstList(definition.slice(start)), firstList(afterInclude(definition, start))]
  const names = lists.flatMap((list) => (list === '' ? [] : splitAtCommas(list))).map(nameIn)
  const known = names.flatMap((name) => name ?? [])
  return known.length === names.length && new Set(known).size === known.length ? known : undefined
}

function afterInclude(definition: string, start: number): string {
  const at = definition.indexOf(') INCLUDE (', start)
  return at === -1 ? '' : definition.slice(at + 1)
}

/** What is between the first parentheses. */
function firstList(text: string): string {
  const start = text.indexOf('(')
  let depth = 0
  for (let at = start; at !== -1 && at < text.length; at += 1) {
    depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0
    if (depth === 0) return text.slice(start + 1, at)
  }
  return ''
}

/** The name of a plain column; that of a function that is called. */
function nameIn(element: string): string | undefined {
  const path = pathOf(element)
  const next = element[path.length]
  if (path === '' || (next !== undefined && next !== ' ' && next !== '(')) return undefined
  const own = /(?:"(?:[^"]|"")*"|[^".]+)$/.exec(path)?.[0] ?? path
  return unquoteName(own)
}
