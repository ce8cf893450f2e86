import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import type { Kind } from '../../model/kind.ts'
import { dependentsOf } from '../../model/needs.ts'
import type { Context } from '../rule.ts'
import type { Statement } from '../statement.ts'

/**
 * When what is online happens, the first one first. What is not named happens with all the rest, in one transaction that
 * holds its locks for a moment.
 */
export const phases = [
  'early',
  'now',
  'build',
  'prepare',
  'take',
  'rebuild',
  'validate',
  'drop',
] as const

/** One of them. */
export type Phase = (typeof phases)[number]

/** Statements that share a file, and when it is applied. */
export interface OnlineFile {
  readonly phase: Phase
  readonly statements: readonly Statement[]
  /** That its statements cannot be in a transaction block. */
  readonly outside?: true
}

/** How a statement is done while others read and write. */
export interface OnlineForm {
  /** What comes in its place, with all the rest. */
  readonly now: readonly Statement[]
  readonly files: readonly OnlineFile[]
}

/** Why a statement keeps its plain form: a sentence without the object's name. */
export interface PlainForm {
  readonly plain: string
}

/** What is known of a whole plan. */
export interface Seen {
  readonly context: Context
  readonly statements: readonly Statement[]
  readonly created: ReadonlySet<ObjectId>
  readonly dropped: ReadonlySet<ObjectId>
}

/** How one sort of statement is done online; undefined for statements of other sorts. */
export type FindForm = (statement: Statement, seen: Seen) => OnlineForm | PlainForm | undefined

/** Looks at a plan as a whole. */
export function seePlan(statements: readonly Statement[], context: Context): Seen {
  const idsOf = (verb: Statement['verb']): Set<ObjectId> =>
    new Set(statements.filter((each) => each.verb === verb).map(({ object }) => object))
  return { context, statements, created: idsOf('create'), dropped: idsOf('drop') }
}

/** What a statement creates for rows that are in use; undefined where it creates something else. */
export function findCreated(
  { verb, object }: Statement,
  kind: Kind,
  seen: Seen,
): CatalogObject | undefined {
  const created = verb === 'create' ? seen.context.to.objects.get(object) : undefined
  return created?.kind === kind && isInUse(created.parent, seen) ? created : undefined
}

/** Whether a relation is there before the plan and stays: its rows are in use meanwhile. */
export function isInUse(relation: ObjectId | null, { context, created }: Seen): boolean {
  return (
    relation !== null &&
    context.from.objects.has(relation) &&
    context.to.objects.has(relation) &&
    !created.has(relation)
  )
}

/**
 * What needs an object, directly or not, and is recreated by the plan: were the object to come later, it would be missing
 * until then.
 */
export function findRecreated(
  needed: ObjectId,
  { context, created, dropped }: Seen,
): ObjectId | undefined {
  const known = new Set([needed])
  for (const id of known) for (const dependent of dependentsOf(context.to, id)) known.add(dependent)
  return [...known].find((id) => id !== needed && created.has(id) && dropped.has(id))
}

/** Whether the rows of a relation lie in its partitions. */
export function isPartitioned(
  relation: ObjectId | null,
  { context }: Pick<Seen, 'context'>,
): boolean {
  const table = context.to.objects.get(relation ?? '') ?? context.from.objects.get(relation ?? '')
  return (table?.attributes['partitionKey'] ?? null) !== null
}
