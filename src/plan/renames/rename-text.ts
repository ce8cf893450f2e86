import { squawkNotes } from '../lint-notes.ts'
import type { Segment } from '../segment.ts'
import { renderMigration } from '../migration-text.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import type { Rename } from './order-renames.ts'
import { wordOf } from './wish.ts'

/** Renames as statements with their text, there and back. */
export interface RenameStatements {
  readonly statements: readonly Statement[]
  readonly text: string
  /** What undoes them, in the opposite order. */
  readonly reverse: readonly Statement[]
  readonly reverseText: string
}

/** Writes renames, and those that take them back. */
export function writeRenames(renames: readonly Rename[]): RenameStatements {
  const there = renames.map((rename) => ({
    made: write(rename),
    why: sentence(rename),
  }))
  const back = renames
    .toReversed()
    .map(turn)
    .map((rename) => ({
      made: write(rename),
      why: sentence(rename),
    }))
  return {
    statements: there.map(({ made }) => made),
    text: render(there, squawkNotes),
    reverse: back.map(({ made }) => made),
    reverseText: render(back),
  }
}

function turn({ target, from, to, detour }: Rename): Rename {
  return { target, from: to, to: from, detour: turned[detour] }
}

const turned = { none: 'none', aside: 'back', back: 'aside' } as const

interface Written {
  readonly made: Statement
  readonly why: string
}

function render(list: readonly Written[], notes?: typeof squawkNotes): string {
  return list
    .map(({ made, why }) => {
      const segment: Segment = { statements: [made] }
      const note = notes?.(segment)
      return renderMigration('', segment, { narrate: () => why, authored: new Map(), note })
    })
    .join('\n')
}

function write({ target, from, to, detour }: Rename): Statement {
  const owner = target.spelled.slice(0, -1).join('.')
  const own = (name: string): string => [...target.spelled.slice(0, -1), name].join('.')
  const inSchema = (name: string): string => `${target.spelled[0] ?? ''}.${name}`
  const called = `(${(target.arguments ?? []).join(', ')})`
  return statement(
    { verb: 'rename', object: target.id },
    (forms[target.kind] ?? plain(target.kind))({ owner, own, inSchema, called, from, to }),
    { renamed: { kind: target.kind, from, to, isDetour: detour !== 'none' } },
  )
}

interface Parts {
  readonly owner: string
  /** With its owner in front. */
  readonly own: (name: string) => string
  /** With its schema in front. */
  readonly inSchema: (name: string) => string
  /** The arguments in parentheses. */
  readonly called: string
  readonly from: string
  readonly to: string
}

const plain =
  (word: string) =>
  ({ own, from, to }: Parts): string =>
    `alter ${word} ${own(from)} rename to ${to}`

const part =
  (word: string, what: string) =>
  ({ owner, from, to }: Parts): string =>
    `alter ${word} ${owner}\n  rename ${what} ${from} to ${to}`

const onTable =
  (word: string) =>
  ({ owner, from, to }: Parts): string =>
    `alter ${word} ${from} on ${owner} rename to ${to}`

const routine =
  (word: string) =>
  ({ own, called, from, to }: Parts): string =>
    `alter ${word} ${own(from)}${called} rename to ${to}`

/** How each kind is renamed. */
const forms: Readonly<Record<string, (parts: Parts) => string>> = {
  aggregate: routine('aggregate'),
  column: part('table', 'column'),
  composite: plain('type'),
  constraint: part('table', 'constraint'),
  domain: plain('domain'),
  domainConstraint: part('domain', 'constraint'),
  enum: plain('type'),
  field: part('type', 'attribute'),
  function: routine('function'),
  identitySequence: plain('sequence'),
  index: ({ inSchema, from, to }) => `alter index ${inSchema(from)} rename to ${to}`,
  label: part('type', 'value'),
  materializedView: plain('materialized view'),
  policy: onTable('policy'),
  procedure: routine('procedure'),
  publication: plain('publication'),
  range: plain('type'),
  rule: onTable('rule'),
  sequence: plain('sequence'),
  table: plain('table'),
  trigger: onTable('trigger'),
  view: plain('view'),
}

function sentence({ target, from, to, detour }: Rename): string {
  const isPart = target.names.length > 2
  const place = isPart ? ` of ${target.spelled.slice(0, -1).join('.')}` : ''
  const name = isPart ? from : [...target.spelled.slice(0, -1), from].join('.')
  const what = `The ${wordOf(target.kind)}`
  if (detour === 'aside')
    return `${what} ${name}${place} steps aside, since the name that it gets is taken still.`
  if (detour === 'back') return `${what}${place} that stepped aside is called ${to} from now on.`
  return `${what} ${name}${place} is called ${to} from now on.`
}
