import type { CatalogObject, ObjectId } from '../../model/catalog.ts'
import { textOf } from '../../model/attribute.ts'
import { factsOf } from '../../model/kind.ts'
import { nameOf } from '../../model/object-id.ts'
import type { Context } from '../rule.ts'
import { statement } from '../statement.ts'
import type { Statement } from '../statement.ts'
import { findMentions, searchPathOf } from './body-mentions.ts'

/**
 * Where the body of a routine names what comes later, since the two need each other, bodies are not checked meanwhile.
 * Those of the routines that were made so are checked at the end of the transaction.
 */
export function checkBodiesLater(
  statements: readonly Statement[],
  { to }: Context,
): readonly Statement[] {
  const made = statements.flatMap((each, at) => {
    const routine = isRoutine(each) ? to.objects.get(each.object) : undefined
    return routine === undefined ? [] : [{ at, routine }]
  })
  if (made.length === 0) return statements
  const last = lastStatements(statements, to.objects)
  const mentions = Map.groupBy(
    findMentions(
      made.map(({ routine }) => routine),
      to,
    ).filter(({ isFirm }) => isFirm),
    ({ dependent }) => dependent,
  )
  const early = made.filter(({ at, routine }) =>
    mentions.get(routine.id)?.some(({ needed }) => (last.get(needed) ?? -1) > at),
  )
  const [first, end] = [early.at(0), early.at(-1)]
  if (first === undefined || end === undefined) return statements
  const unchecked = made.filter(({ at }) => at >= first.at && at <= end.at)
  return [
    ...statements.slice(0, first.at),
    setCheck(first.routine, 'off'),
    ...statements.slice(first.at, end.at + 1),
    setCheck(end.routine, 'on'),
    ...statements.slice(end.at + 1),
    ...checks(unchecked.map(({ routine }) => routine)),
  ]
}

function isRoutine({ action }: Statement): boolean {
  return action.kind === 'define' && action.isRoutine
}

/** Where each object is last made, or gets a column. */
function lastStatements(
  statements: readonly Statement[],
  objects: Context['to']['objects'],
): ReadonlyMap<ObjectId, number> {
  const last = new Map<ObjectId, number>()
  statements.forEach((each, at) => {
    if (!isMaking(each)) return
    last.set(tableOf(objects.get(each.object)) ?? each.object, at)
  })
  return last
}

function tableOf(object: CatalogObject | undefined): ObjectId | null {
  const isColumn = object !== undefined && factsOf(object.kind).grant?.isOnParent === true
  return isColumn ? object.parent : null
}

function isMaking({ verb, action }: Statement): boolean {
  if (action.kind === 'create' || action.kind === 'define') return true
  return verb === 'create'
}

function setCheck({ id }: CatalogObject, value: string): Statement {
  return statement(
    { verb: 'alter', object: id },
    { kind: 'setLocal', parameter: 'check_function_bodies', value },
  )
}

/** Those that set a path last, since it stays set. */
function checks(routines: readonly CatalogObject[]): Statement[] {
  const byPath = Map.groupBy(
    routines.filter((routine) => validatorOf(routine) !== undefined),
    searchPathOf,
  )
  return [...byPath]
    .toSorted(([a], [b]) => Number(a !== undefined) - Number(b !== undefined))
    .flatMap(([path, list]) => [
      ...(path === undefined ? [] : list.slice(0, 1).map((routine) => setPath(routine, path))),
      ...list.flatMap(check),
    ])
}

function setPath({ id }: CatalogObject, path: string): Statement {
  const value = path === '""' ? "''" : path
  return statement(
    { verb: 'alter', object: id },
    { kind: 'setLocal', parameter: 'search_path', value },
  )
}

function check(routine: CatalogObject): Statement[] {
  const validator = validatorOf(routine)
  return validator === undefined
    ? []
    : [
        statement(
          { verb: 'alter', object: routine.id },
          { kind: 'checkBody', routine: nameOf(routine.id), validator },
        ),
      ]
}

/** The function that checks a body as `create function` does (manual, CREATE LANGUAGE). */
function validatorOf(routine: CatalogObject): string | undefined {
  return { sql: 'fmgr_sql_validator', plpgsql: 'plpgsql_validator' }[
    textOf(routine, 'language') ?? ''
  ]
}
