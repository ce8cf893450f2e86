import type { Catalog, CatalogObject, ObjectId } from '../../model/catalog.ts'
import { childId } from '../../model/object-id.ts'
import type { Action } from '../action.ts'
import { atlasReasons } from './atlas-reasons.ts'
import type { AtlasCode } from './atlas-reasons.ts'
import type { UnwrittenPlan } from '../plan.ts'
import type { Segment } from '../segment.ts'
import type { Context } from '../rule.ts'
import type { Statement } from '../statement.ts'

/** The first lines of a migration whose statements Atlas would object to: the directive for its file, then why. */
export function atlasDirectives({ statements, outside = false }: Segment): string[] {
  const mode = outside ? ['-- atlas:txmode none'] : []
  const codes = [...new Set(statements.flatMap(({ atlasCodes = [] }) => atlasCodes))].toSorted()
  if (codes.length === 0) return mode
  return [
    ...mode,
    `-- atlas:nolint ${codes.join(' ')}`,
    ...codes.map((code) => `-- ${code}: ${atlasReasons[code]}.`),
  ]
}

/** Says of each statement of a plan what Atlas's analyzers object to. */
export function withAtlasCodes(plan: UnwrittenPlan, context: Context): UnwrittenPlan {
  return {
    ...plan,
    segments: plan.segments.map(({ statements, ...segment }) => {
      const seen = { context, statements, made: new Set(idsOf(statements, 'create')) }
      return {
        ...segment,
        statements: statements.map((statement) => {
          const atlasCodes = codesOf(statement, seen)
          return atlasCodes.length === 0 ? statement : { ...statement, atlasCodes }
        }),
      }
    }),
  }
}

/** Says the same of what a plan begins with; `renamed` is the state that it makes. */
export function withRenameCodes<Each extends Statement>(
  renames: readonly Each[],
  renamed: Catalog,
): Each[] {
  return renames.map((statement) => {
    const object = renamed.objects.get(statement.object)
    const code = object === undefined ? undefined : codeOfRename(object)
    return code === undefined ? statement : { ...statement, atlasCodes: [code] }
  })
}

/** To Atlas a foreign key under another name is one that goes. */
function codeOfRename({ kind, attributes }: CatalogObject): AtlasCode | undefined {
  if (kind === 'constraint') return attributes['type'] === 'foreign' ? 'CD101' : undefined
  return kind === 'table' ? 'BC101' : kind === 'column' ? 'BC102' : undefined
}

interface Seen {
  readonly context: Context
  /** The file's statements, and what they create. */
  readonly statements: readonly Statement[]
  readonly made: ReadonlySet<ObjectId>
}

function codesOf({ object: id, verb, action }: Statement, seen: Seen): AtlasCode[] {
  const { from, to } = seen.context
  const object = (verb === 'drop' ? from : to).objects.get(id)
  if (object === undefined || isOfNewTable(object, seen)) return []
  const found = checks[`${verb} ${object.kind}`]
  return found?.applies(object, action, seen) === true ? [found.code] : []
}

interface Check {
  readonly code: AtlasCode
  readonly applies: (object: CatalogObject, action: Action, seen: Seen) => boolean
}

const always = (): boolean => true

/** By verb and kind: renames by directives have theirs from who writes them. */
const checks: Readonly<Record<string, Check>> = {
  'drop schema': { code: 'DS101', applies: always },
  'drop table': { code: 'DS102', applies: always },
  // What is virtual holds no values.
  'drop column': {
    code: 'DS103',
    applies: ({ attributes }) => attributes['generated'] !== 'virtual',
  },
  'create column': { code: 'MF103', applies: needsValue },
  'alter column': {
    code: 'MF104',
    applies: (_object, action) => 'part' in action && action.part === 'set not null',
  },
  'rename constraint': {
    code: 'CD101',
    applies: ({ attributes }) => attributes['type'] === 'foreign',
  },
  // One that comes again in the same file is none that goes.
  'drop constraint': {
    code: 'CD101',
    applies: ({ id, attributes }, _action, { made }) =>
      attributes['type'] === 'foreign' && !made.has(id),
  },
  'create constraint': {
    code: 'MF101',
    applies: (object, _action, seen) =>
      object.attributes['type'] === 'unique' && isNewlyUnique(object, seen),
  },
  'create index': {
    code: 'MF101',
    applies: (object, _action, seen) => isUnique(object) && isNewlyUnique(object, seen),
  },
}

/** Atlas takes what is computed, counted or a serial for a column without a default. */
function needsValue({ attributes }: CatalogObject): boolean {
  const { notNull, default: given, generated } = attributes
  const hasDefault =
    typeof given === 'string' && generated === null && !given.startsWith('nextval(')
  return notNull === true && !hasDefault
}

/** Not when its columns are new, or were unique before without some of them. */
function isNewlyUnique(object: CatalogObject, { context, statements, made }: Seen): boolean {
  const { parent } = object
  if (parent === null) return false
  const old = columnsOf(object).filter((name) => !made.has(childId('column', parent, name)))
  const dropped = idsOf(statements, 'drop').flatMap((id) => context.from.objects.get(id) ?? [])
  const wasUnique = dropped.some((each) => {
    const columns = columnsOf(each)
    return (
      each.parent === parent &&
      isUnique(each) &&
      columns.length <= columnsOf(object).length &&
      old.every((name) => columns.includes(name))
    )
  })
  return old.length > 0 && !wasUnique
}

function isUnique({ attributes }: CatalogObject): boolean {
  return attributes['type'] === 'unique' || definitionOf(attributes).startsWith('CREATE UNIQUE')
}

/** The columns in the first parentheses of a definition. */
function columnsOf({ attributes }: CatalogObject): string[] {
  const list = /\((?<list>[^()]*)\)/.exec(definitionOf(attributes))?.groups?.['list'] ?? ''
  return list.split(', ').map((text) => text.replace(/ (?:asc|desc|nulls)\b.*$/i, ''))
}

function definitionOf({ definition }: CatalogObject['attributes']): string {
  return typeof definition === 'string' ? definition : ''
}

function isOfNewTable({ parent }: CatalogObject, { context, made }: Seen): boolean {
  return parent !== null && made.has(parent) && !context.from.objects.has(parent)
}

function idsOf(statements: readonly Statement[], verb: Statement['verb']): ObjectId[] {
  return statements.filter((each) => each.verb === verb).map(({ object }) => object)
}
