import { mergeRisks } from './hazards/hazard.ts'
import type { Risk } from './hazards/hazard.ts'
import { wrapColumns } from './polish.ts'
import type { Statement } from './statement.ts'

/** One right that a statement grants. */
interface Grant {
  readonly privilege: string
  readonly column: string | undefined
  /** `table public.a` */
  readonly target: string
  /** The grantee, with his option to hand the right on. */
  readonly grantee: string
  readonly statement: Statement
}

/**
 * Says together what is granted together: a statement for all who get the same, and one for all columns. Grants and
 * comments that follow each other change places, so that the comments stand first. Grants with a quoted name stay.
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
  const targets = new Set(run.map(familyOf))
  return [...targets].flatMap((target) => {
    const own = run.filter((statement) => familyOf(statement) === target)
    const grants = own.map((statement) => readGrants(statement))
    const others = own.filter((_statement, at) => grants[at] === undefined)
    return [...others, ...together(grants.flatMap((list) => list ?? []))]
  })
}

/** What a statement is about, columns going with their table: `table public.a`. */
function familyOf({ object, sql }: Statement): string {
  const column = /^(?:column|viewColumn) (?<table>.*)\.[^."]+$/.exec(object)?.groups?.['table']
  return column === undefined ? (readTarget(sql) ?? object) : `table ${column}`
}

function readTarget(sql: string): string | undefined {
  return /^grant [^"]+? on (?<target>[^"]+) to [^"]+$/.exec(sql)?.groups?.['target']
}

/** The rights of a grant; undefined for what is none, or cannot be read for sure. */
function readGrants(statement: Statement): Grant[] | undefined {
  const match = /^grant ([^"]+?) on ([^"]+) to ([^"]+)$/.exec(statement.sql)
  if (statement.verb !== 'grant' || match === null) return undefined
  const [, list = '', target = '', grantee = ''] = match
  return Array.from(
    list.matchAll(/([a-z ]+?)(?: \(([^)]*)\))?(?:, |$)/g),
    ([, privilege = '', column]) => ({
      privilege,
      column,
      target,
      grantee,
      statement,
    }),
  )
}

/** Grants of one target as few statements. */
function together(grants: readonly Grant[]): Statement[] {
  const whole = grants.filter(({ column }) => column === undefined)
  const parts = grants.filter(({ column }) => column !== undefined)
  const clauses = [
    ...clausesOf(
      whole,
      ({ grantee }) => grantee,
      (list) => privilegesOf(list).join(', '),
    ),
    ...clausesOf(
      parts,
      ({ grantee, privilege }) => `${rankOf(privilege)} ${privilege} ${grantee}`,
      (list) => `${list[0]?.privilege ?? ''} (${columnsOf(list).join(', ')})`,
    ),
  ]
  const same = Map.groupBy(clauses, ({ rights, first }) => `${rights}\n${optionOf(first.grantee)}`)
  return [...same.values()].flatMap((list) => {
    const [clause] = list
    if (clause === undefined) return []
    const { rights, first } = clause
    const names = list.map(({ first: { grantee } }) => grantee.replace(option, '')).toSorted()
    const sql = `grant ${rights} on ${first.target} to ${names.join(', ')}${optionOf(first.grantee)}`
    const object = first.column === undefined ? first.statement.object : first.target
    const risks = mergeRisks(list.flatMap((each) => each.risks))
    return [{ ...first.statement, object, risks, sql: wrapColumns(sql) }]
  })
}

interface Clause {
  readonly rights: string
  readonly risks: readonly Risk[]
  readonly first: Grant
}

function clausesOf(
  grants: readonly Grant[],
  key: (grant: Grant) => string,
  write: (list: readonly Grant[]) => string,
): Clause[] {
  const groups = [...Map.groupBy(grants, key)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return groups.flatMap(([, list]) => {
    const [first] = list
    return first === undefined ? [] : [{ rights: write(list), risks: list.flatMap(risksOf), first }]
  })
}

/** What a statement risks by this right alone, where it grants several on columns. */
function risksOf({ statement, privilege, column }: Grant): readonly Risk[] {
  return column === undefined
    ? statement.risks
    : statement.risks.filter(({ what }) => what.includes(` ${privilege} `))
}

/** Each once: a column may get the same right for itself, and again because the table loses it. */
function columnsOf(grants: readonly Grant[]): string[] {
  return [...new Set(grants.flatMap(({ column }) => column?.split(', ') ?? []))]
}

const order = ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']

function privilegesOf(grants: readonly Grant[]): string[] {
  return grants.map(({ privilege }) => privilege).toSorted((a, b) => rankOf(a) - rankOf(b))
}

function rankOf(privilege: string): number {
  const rank = order.indexOf(privilege)
  return rank === -1 ? order.length : rank
}

const option = / with grant option$/

function optionOf(grantee: string): string {
  return option.exec(grantee)?.[0] ?? ''
}
