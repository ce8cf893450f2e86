import type { ObjectId } from '../../model/catalog.ts'
import type { Authored } from '../authored-statement.ts'
import type { Narrate } from './narrate.ts'
import type { Segment } from '../segment.ts'
import { roomText } from './data-move-note.ts'
import { partsOf } from '../statement.ts'
import { commentLine } from '../../sql/comment-line.ts'
import type { Statement } from '../statement.ts'
import { isOfKind, nameOf } from '../../model/object-id.ts'

/** What the comments of a migration are made of. */
export interface Voice {
  readonly narrate: Narrate
  /** What authors wrote above the statements that make an object. */
  readonly authored: ReadonlyMap<ObjectId, Authored>
  /** Writes into a statement what linters are to know of it; as it is when absent. */
  readonly note?: ((sql: string) => string) | undefined
}

/**
 * The text of a migration: a sentence at the head, unless it is empty, then the statements. Above those of one
 * object are its author's comment and a line that says what happens and why.
 */
export function renderMigration(
  head: string,
  { statements }: Segment,
  voice: Voice = plainVoice,
): string {
  const parts = groupByObject(statements).map((group) => {
    const comments = groupByObject(partsOf(group)).flatMap((part) => [
      commentLine(voice.narrate(part)),
      ...leadingOf(part, voice),
    ])
    const room = group[0]?.leavesRoom === true ? [`${commentLine(roomText)}\n`] : []
    return [...room, ...comments, ...group.map(({ sql }) => `${voice.note?.(sql) ?? sql};`)].join(
      '\n',
    )
  })
  const all = [...(head === '' ? [] : [commentLine(head)]), ...parts]
  return `${all.join('\n\n')}\n`
}

/** For those who know the statements alone. */
const plainVoice: Voice = {
  narrate: ([first]) => (first === undefined ? '' : `${first.verb}: ${first.object}`),
  authored: new Map(),
}

/** Comments on parts of an object, and rights on them, stay with what comes before them. */
function groupByObject<Each extends Statement>(statements: readonly Each[]): Each[][] {
  const groups: Each[][] = []
  for (const statement of statements) {
    const first = groups.at(-1)?.[0]
    if (first !== undefined && belongs(statement, first)) groups.at(-1)?.push(statement)
    else groups.push([statement])
  }
  return groups
}

function belongs({ object, verb }: Statement, first: Statement): boolean {
  if (object === first.object) return true
  if (first.verb !== 'create' || !['comment', 'grant', 'revoke'].includes(verb)) return false
  const [made = '', name = ''] = [first.object, object].map(nameOf)
  // A part of what is made; or the table of a column that is made.
  return name.startsWith(`${made}.`) || (isOfKind(object, 'table') && made.startsWith(`${name}.`))
}

function leadingOf(group: readonly Statement[], { authored }: Voice): string[] {
  return group.flatMap(({ verb, object }) => {
    const leading = verb === 'create' ? (authored.get(object)?.leading ?? '') : ''
    return leading === '' ? [] : [leading]
  })
}
