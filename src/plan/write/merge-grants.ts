import type { ObjectId } from '../../model/catalog.ts'
import { idOf, kindOf, parseObjectId } from '../../model/object-id.ts'
import type { Action } from '../action.ts'
import { mergeRisks } from '../hazards/hazard.ts'
import type { Risk } from '../hazards/hazard.ts'
import { isGrantedOnParent } from '../rules/facets/name.ts'
import type { Statement } from '../statement.ts'

/** One right that a statement grants to one grantee. */
interface Grant {
  readonly privilege: string
  readonly columns: readonly string[]
  readonly grantee: string
  readonly grantable: boolean
  readonly target: string
  readonly statement: Statement
}

/**
 * Merges grants: one statement for all grantees of the same rights, and one for all columns. Comments move before
 * the grants that they are mixed with. Grants with a quoted name stay.
 */
export function mergeGrants(statements: readonly Statement[]): Statement[] {
  const merged: Statement[] = []
  let run: Statement[] = []
  const close = (): void => {
    merged.push(...mergeRun(run))
    run = []
  }
  for (const statement of statements) {
    if (statement.verb === 'grant' || statement.verb === 'comment') run.push(statement)
    else {
      close()
      merged.push(statement)
    }
  }
  close()
  return merged
}

function mergeRun(run: readonly Statement[]): Statement[] {
  return [...Map.groupBy(run, groupOf).values()].flatMap((own) => {
    const { dependent = [], alone = [] } = Object.groupBy(
      own.filter(({ action }) => !isMergeable(action)),
      ({ action }) => (isDependent(action) ? 'dependent' : 'alone'),
    )
    return [...alone, ...together(own.flatMap(grantsOf)), ...dependent]
  })
}

/** Whether a role grants by an option that it gets before. */
function isDependent(action: Action): boolean {
  return action.kind === 'grant' && action.as !== undefined
}

/** What a statement is about, columns going with their table: `table public.a`. */
function groupOf({ object, action }: Statement): string {
  const kind = kindOf(object)
  const own = parseObjectId(object).spelled.at(-1) ?? ''
  if (kind !== undefined && isGrantedOnParent({ kind }) && !own.includes('"'))
    return tableOf(object)
  return isMergeable(action) ? action.target : object
}

/** What a statement calls the relation of a column. */
function tableOf(column: ObjectId): ObjectId {
  return idOf('table', parseObjectId(column).spelled.slice(0, -1).join('.'))
}

function isMergeable(action: Action): action is Action<'grant'> {
  if (action.kind !== 'grant' || action.as !== undefined) return false
  const columns = action.privileges.flatMap((each) => each.columns)
  return ![action.target, ...action.grantees, ...columns].some((name) => name.includes('"'))
}

function grantsOf(statement: Statement): Grant[] {
  const { action } = statement
  if (!isMergeable(action)) return []
  const { privileges, target, grantees, grantable } = action
  return grantees.flatMap((grantee) =>
    privileges.map(({ name, columns }) => ({
      privilege: name,
      columns,
      grantee,
      grantable,
      target,
      statement,
    })),
  )
}

/** What one grantee gets by one statement: rights on the whole, or one right on columns. */
interface Clause {
  readonly rights: Action<'grant'>['privileges']
  readonly risks: readonly Risk[]
  readonly first: Grant
}

/** Grants of one target as few statements. */
function together(grants: readonly Grant[]): Statement[] {
  const whole = grants.filter(({ columns }) => columns.length === 0)
  const parts = grants.filter(({ columns }) => columns.length > 0)
  const clauses = [
    ...clausesOf(whole, granteeKey, (list) =>
      privilegesOf(list).map((name) => ({ name, columns: [] })),
    ),
    ...clausesOf(
      parts,
      (grant) => `${rankOf(grant.privilege)} ${grant.privilege} ${granteeKey(grant)}`,
      (list) => [{ name: list[0]?.privilege ?? '', columns: columnsOf(list) }],
    ),
  ]
  const same = Map.groupBy(clauses, ({ rights, first }) =>
    JSON.stringify([rights, first.grantable]),
  )
  return mergeParts([...same.values()].flatMap(mergeClauses))
}

/** The rights of the same grantees on columns as one statement. */
function mergeParts(statements: readonly Statement[]): Statement[] {
  const groups = Map.groupBy(statements, ({ action }) =>
    action.kind === 'grant' && action.privileges.every(({ columns }) => columns.length > 0)
      ? JSON.stringify([action.grantees, action.grantable])
      : action,
  )
  return [...groups.values()].flatMap((list) => {
    const [first] = list
    if (first?.action.kind !== 'grant') return list
    const privileges = list.flatMap(({ action }) =>
      action.kind === 'grant' ? action.privileges : [],
    )
    const risks = mergeRisks(list.flatMap((each) => each.risks))
    return [{ ...first, risks, action: { ...first.action, privileges } }]
  })
}

function mergeClauses(list: readonly Clause[]): Statement[] {
  const [clause] = list
  if (clause === undefined) return []
  const {
    rights,
    first: { statement, target, columns, grantable },
  } = clause
  const grantees = list.map(({ first }) => first.grantee).toSorted()
  return [
    {
      ...statement,
      object: columns.length === 0 ? statement.object : tableOf(statement.object),
      risks: mergeRisks(list.flatMap((each) => each.risks)),
      action: { kind: 'grant', privileges: rights, target, grantees, grantable },
    },
  ]
}

function granteeKey({ grantee, grantable }: Grant): string {
  return grantable ? `${grantee} with grant option` : grantee
}

function clausesOf(
  grants: readonly Grant[],
  key: (grant: Grant) => string,
  rightsOf: (list: readonly Grant[]) => Clause['rights'],
): Clause[] {
  const groups = [...Map.groupBy(grants, key)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return groups.flatMap(([, list]) => {
    const [first] = list
    return first === undefined
      ? []
      : [{ rights: rightsOf(list), risks: list.flatMap(risksOf), first }]
  })
}

/** What a statement risks by this right alone, where it grants several on columns. */
function risksOf({ statement, privilege, columns }: Grant): readonly Risk[] {
  return columns.length === 0
    ? statement.risks
    : statement.risks.filter((risk) => risk.privilege === privilege)
}

/** Each once: a column may get the same right for itself, and again because the table loses it. */
function columnsOf(grants: readonly Grant[]): string[] {
  return [...new Set(grants.flatMap(({ columns }) => columns))]
}

const order = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']

function privilegesOf(grants: readonly Grant[]): string[] {
  return grants.map(({ privilege }) => privilege).toSorted((a, b) => rankOf(a) - rankOf(b))
}

function rankOf(privilege: string): number {
  const rank = order.indexOf(privilege)
  return rank === -1 ? order.length : rank
}
