import type { ObjectId } from '../../model/catalog.ts'
import { neededBy } from '../../model/needs.ts'
import type { UnmanagedObject } from '../decide/object-change.ts'
import type { Context } from '../rule.ts'
import type { Segment } from '../segment.ts'
import type { Statement } from '../statement.ts'
import { checkForm, validateForm } from './forms/check-form.ts'
import { dropForm } from './forms/drop-form.ts'
import { indexForm } from './forms/index-form.ts'
import { isAboutNotNull, notNullForm } from './forms/not-null-form.ts'
import { phases, seePlan } from './online-form.ts'
import type { FindForm, OnlineFile, OnlineForm, PlainForm, Seen } from './online-form.ts'
import { uniqueForm } from './forms/unique-form.ts'

/** A plan whose long work blocks nobody, as far as PostgreSQL can do that. */
export interface OnlinePlan {
  readonly segments: readonly Segment<Statement>[]
  /** What keeps its plain form, and why. */
  readonly plain: readonly UnmanagedObject[]
}

/** Each sort of statement that can be online; the first one that knows a statement decides. */
const forms: readonly FindForm[] = [
  indexForm,
  checkForm,
  validateForm,
  uniqueForm,
  notNullForm,
  dropForm,
]

/**
 * Splits a transaction into files: indexes are built and dropped concurrently, constraints are added unchecked and checked
 * later. What needs one of these comes behind it; all the rest stays one transaction, in its order.
 */
export function goOnline(statements: readonly Statement[], context: Context): OnlinePlan {
  const seen = seePlan(statements, context)
  const decided = statements.map((statement) => ({ statement, form: formOf(statement, seen) }))
  const files = placeFiles(decided, seen)
  const plain = decided.flatMap(({ statement: { object }, form }) =>
    form !== undefined && 'plain' in form ? [{ object, why: form.plain }] : [],
  )
  return { segments: phases.flatMap((phase) => segmentsOf(files, phase)), plain }
}

interface Decided {
  readonly statement: Statement
  readonly form: OnlineForm | PlainForm | undefined
}

function formOf(statement: Statement, seen: Seen): Decided['form'] {
  for (const find of forms) {
    const form = find(statement, seen)
    if (form !== undefined) return form
  }
  return undefined
}

interface PlacedFile extends OnlineFile {
  /** Whether it has a file apart. */
  readonly isApart: boolean
}

/** What needs something that comes late comes late, too. */
function placeFiles(decided: readonly Decided[], seen: Seen): PlacedFile[] {
  const late: Late = { objects: new Set(), notNull: new Set() }
  return decided.flatMap(({ statement, form }) => {
    const online = form !== undefined && 'files' in form ? form : asItIs(statement)
    const isLate = needsLate(statement, late, seen)
    if (isLate || comes(online, 'build')) late.objects.add(statement.object)
    if (comes(online, 'prepare')) late.notNull.add(statement.object)
    return filesOf(online, isLate ? 'take' : 'now')
  })
}

function asItIs(statement: Statement): OnlineForm {
  return { now: [statement], files: [] }
}

function filesOf({ now, files }: OnlineForm, phase: PlacedFile['phase']): PlacedFile[] {
  const apart = files.map((file) => ({ ...file, isApart: true }))
  return now.length === 0 ? apart : [{ phase, statements: now, isApart: false }, ...apart]
}

/** What is not there until a file of a later phase was applied. */
interface Late {
  readonly objects: Set<ObjectId>
  /** The columns that are NOT NULL late: only a comment on that waits for it. */
  readonly notNull: Set<ObjectId>
}

function comes({ files }: OnlineForm, phase: PlacedFile['phase']): boolean {
  return files.some((file) => file.phase === phase)
}

function needsLate(statement: Statement, { objects, notNull }: Late, { context }: Seen): boolean {
  const { object, verb } = statement
  if (isAboutNotNull(statement) && notNull.has(object)) return true
  const catalog = verb === 'drop' ? context.from : context.to
  const parent = catalog.objects.get(object)?.parent ?? object
  const needed = verb === 'drop' || objects.size === 0 ? [] : neededBy(catalog, object)
  return [object, parent, ...needed].some((id) => objects.has(id))
}

/** Statements that need no file apart share one with those before them. */
function segmentsOf(
  files: readonly PlacedFile[],
  phase: PlacedFile['phase'],
): Segment<Statement>[] {
  const segments: { shared: boolean; statements: Statement[]; outside: boolean }[] = []
  for (const { statements, isApart, outside = false } of files.filter(
    (each) => each.phase === phase,
  )) {
    const last = segments.at(-1)
    if (last?.shared === true && !isApart) last.statements.push(...statements)
    else segments.push({ shared: !isApart, statements: [...statements], outside })
  }
  return segments.map(({ statements, outside }) =>
    outside ? { statements, outside } : { statements },
  )
}
