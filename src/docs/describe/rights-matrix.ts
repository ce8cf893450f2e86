import type { Catalog, CatalogObject } from '../../model/catalog.ts'
import { objectsOfKind } from '../../model/catalog.ts'
import type { Kind } from '../../model/kind.ts'
import { nameOf } from '../../model/object-id.ts'
import type { Role } from '../../model/role.ts'
import { accessOf, otherCommands } from './access.ts'
import type { Access } from './access.ts'
import type { RightsCell, RightsGroup, RightsRow } from './description.ts'
import { grantOf, mayUseSchema } from './grants.ts'
import type { Predicate } from './predicate.ts'
import { rowCommands } from './rows.ts'
import type { Rows } from './rows.ts'

/** What every role may do by every command on every object. */
export function rightsOf(catalog: Catalog, roles: readonly Role[]): RightsGroup[] {
  const rowsOf = (kinds: readonly Kind[], commands: readonly string[]): RightsRow[] =>
    kinds
      .flatMap((kind) => objectsOfKind(catalog, kind))
      .toSorted((a, b) => (nameOf(a.id) < nameOf(b.id) ? -1 : 1))
      .flatMap((object) => plainRows(object, commands))
  const plainRows = (object: CatalogObject, commands: readonly string[]): RightsRow[] =>
    commands.map((command) => ({
      object: nameOf(object.id),
      command,
      cells: roles.map((role) => plainCell(catalog, role, { object, command })),
    }))
  return [
    {
      title: 'Tables and views',
      rows: (['table', 'view', 'materializedView'] as const)
        .flatMap((kind) => objectsOfKind(catalog, kind))
        .flatMap((relation) => relationRows(catalog, roles, relation)),
    },
    { title: 'Functions', rows: rowsOf(['function', 'procedure', 'aggregate'], ['execute']) },
    { title: 'Sequences', rows: rowsOf(['sequence', 'identitySequence'], sequenceCommands) },
    { title: 'Schemas', rows: rowsOf(['schema'], ['usage', 'create']) },
    { title: 'Types', rows: rowsOf(['enum', 'domain', 'composite', 'range'], ['usage']) },
  ].filter(({ rows }) => rows.length > 0)
}

const sequenceCommands = ['usage', 'select', 'update'] as const
const nothing: RightsCell = { level: 'none', text: '–' }

function plainCell(
  catalog: Catalog,
  role: Role,
  asked: { readonly object: CatalogObject; readonly command: string },
): RightsCell {
  const { object } = asked
  const { columns, grantable } = grantOf(catalog, role, asked)
  const isUsable = object.kind === 'schema' || mayUseSchema(catalog, role, object)
  if (columns !== null || !isUsable) return nothing
  return { level: 'all', text: grantable ? 'yes, and may grant it' : 'yes' }
}

/** Four rows a table, and one for what row security does not limit where somebody may do that. */
function relationRows(
  catalog: Catalog,
  roles: readonly Role[],
  relation: CatalogObject,
): RightsRow[] {
  const object = nameOf(relation.id)
  const access = roles.map((role) => accessOf(catalog, role, relation))
  const others = roles.map((role) => otherCommands(catalog, role, relation))
  const rows = rowCommands.map((command) => ({
    object,
    command,
    cells: access.map((each) => cellOf(each.find((one) => one.command === command))),
  }))
  if (others.every(({ length }) => length === 0)) return rows
  return [...rows, { object, command: 'other', cells: others.map(otherCell) }]
}

function otherCell(commands: readonly string[]): RightsCell {
  return commands.length === 0 ? nothing : { level: 'all', text: commands.join(', ') }
}

function cellOf(access: Access | undefined): RightsCell {
  if (access === undefined) return nothing
  const { columns, grantable } = access.grant
  const rows = rowsWord(access)
  if (rows === 'no row') return { level: 'none', text: rows }
  const parts = [
    rows,
    ...(columns === null
      ? []
      : [`${String(columns.length)} column${columns.length === 1 ? '' : 's'}`]),
    ...(grantable ? ['may grant it'] : []),
  ]
  return {
    level: rows === 'every row' && columns === null ? 'all' : 'some',
    text: parts.join(', '),
  }
}

/** `own rows` where policies say so and nothing else does; `some rows` for what needs a sentence. */
function rowsWord({ rows }: Access): string {
  if (rows.by === 'nothing') return 'every row'
  return rows.by === 'query' ? 'by its query' : wordOfPolicies(rows)
}

function wordOfPolicies({ admitted, restricted, newAdmitted, newRestricted }: Rows): string {
  const kinds = new Set(admitted.map(({ kind }) => kind).filter((kind) => kind !== 'none'))
  if (kinds.size === 0 || restricted.some(({ kind }) => kind === 'none')) return 'no row'
  const isBound = [...restricted, ...newRestricted].some(({ kind }) => kind !== 'every')
  if (isBound || hasOtherTexts(newAdmitted, admitted)) return 'some rows'
  if (kinds.has('every')) return 'every row'
  return kinds.has('expression') ? 'some rows' : 'own rows'
}

/** Whether a new row is asked something else than an old one. */
function hasOtherTexts(next: readonly Predicate[], old: readonly Predicate[]): boolean {
  return (
    next.length > 0 &&
    next.map(({ sql }) => sql).join('\n') !== old.map(({ sql }) => sql).join('\n')
  )
}
