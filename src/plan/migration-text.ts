import type { ObjectId } from '../model/catalog.ts'
import type { Segment } from './plan.ts'
import type { Statement } from './statement.ts'

/** The text of a migration: a sentence at the head, then the statements, each run of one object's under a line that says what it does. */
export function renderMigration(head: string, { statements }: Segment): string {
  const groups = groupByObject(statements)
  const parts = groups.map(
    (group) => `-- ${describe(group)}\n${group.map(({ sql }) => `${sql};`).join('\n')}`,
  )
  return `-- ${head}\n\n${parts.join('\n\n')}\n`
}

function groupByObject(statements: readonly Statement[]): Statement[][] {
  const groups: Statement[][] = []
  for (const statement of statements) {
    const last = groups.at(-1)
    if (last !== undefined && last[0]?.object === statement.object) last.push(statement)
    else groups.push([statement])
  }
  return groups
}

function describe(group: readonly Statement[]): string {
  const verbs = [...new Set(group.map(({ verb }) => words[verb]))]
  return `${verbs.join(', ')}: ${spaced(group[0]?.object ?? '')}`
}

const words: Readonly<Record<Statement['verb'], string>> = {
  create: 'new',
  alter: 'changed',
  drop: 'gone',
  comment: 'comment',
  grant: 'rights',
  revoke: 'rights',
}

/** `publicationMember x` reads as `publication member x`. */
function spaced(id: ObjectId): string {
  const [kind = '', ...name] = id.split(' ')
  return [kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`), ...name].join(' ')
}
