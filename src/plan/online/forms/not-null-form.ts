import type { Catalog, CatalogObject, ObjectId } from '../../../model/catalog.ts'
import { childId } from '../../../model/object-id.ts'
import { unquoteName } from '../../../model/qualified-name.ts'
import { quoteName } from '../../../sql/quote.ts'
import { addPart, dropPart } from '../../action.ts'
import type { OfPart } from '../../action.ts'
import { alterTable } from '../../rules/column-statement.ts'
import { ownNameOf, parentNameOf } from '../../rules/facets/name.ts'
import { statement } from '../../statement.ts'
import type { Statement } from '../../statement.ts'
import { isInUse } from '../online-form.ts'
import type { FindForm, OnlineForm, PlainForm, Seen } from '../online-form.ts'
import { lockRisks, checkRisks } from '../told-risks.ts'

/**
 * NOT NULL of rows that are in use: a check is added unchecked and checked later. PostgreSQL does not read the rows
 * again then (manual, ALTER TABLE, SET NOT NULL), and the check goes.
 */
export const notNullForm: FindForm = (given, seen) => {
  const { action, verb } = given
  const column = verb === 'alter' ? findStaying(given, seen) : undefined
  if (column === undefined) return undefined
  if (action.kind === 'addPart') return addedByName(given, column)
  if (action.kind !== 'alterColumn' || action.part !== 'set not null') return undefined
  return action.subject.includes(' only ') ? { plain: ofHeirs } : byCheck(given, column, seen)
}

/** A column that has its values before the plan and after it. */
function findStaying({ object }: Statement, seen: Seen): CatalogObject | undefined {
  const column = seen.context.to.objects.get(object)
  const isStaying = seen.context.from.objects.has(object) && !seen.created.has(object)
  return isStaying && isInUse(column?.parent ?? null, seen) ? column : undefined
}

/** A name, or that it is not inherited: PostgreSQL 18 knows NOT NULL that is unchecked. */
function addedByName(given: Statement, column: CatalogObject): OnlineForm | undefined {
  const { action } = given
  if (action.kind !== 'addPart' || !action.definition.startsWith('not null ')) return undefined
  if (action.definition.endsWith(' not valid')) return undefined
  const { name } = action.part
  const checks = {
    ...alterTable(column, `validate constraint ${name}`, { attribute: 'notNullValidated' }),
    risks: checkRisks(given),
    tells: toldCheck(column),
  }
  const unchecked = { ...action, definition: `${action.definition} not valid` }
  return {
    now: [{ ...given, action: unchecked, risks: lockRisks(given) }],
    files: [{ phase: 'validate', statements: [checks] }],
  }
}

function byCheck(given: Statement, column: CatalogObject, seen: Seen): OnlineForm | PlainForm {
  const others = seen.statements.filter((each) => each.object === given.object && each !== given)
  if (others.some(({ attribute }) => attribute === 'identity')) return { plain: withIdentity }
  const check = checkOf(column, seen.context)
  if (check === undefined) return { plain: nameTaken }
  const risks = lockRisks(given)
  return {
    now: [{ ...addCheck(check, column), risks }],
    files: [
      {
        phase: 'prepare',
        statements: [{ ...validateCheck(check, column), risks: checkRisks(given) }],
      },
      {
        phase: 'take',
        statements: [
          { ...given, risks },
          { ...dropCheck(check), risks },
        ],
      },
    ],
  }
}

function addCheck(check: Check, column: CatalogObject): Statement {
  const own = ownNameOf(column)
  return {
    ...statement(
      { verb: 'create', object: check.id },
      addPart(check, `check (${own} is not null) not valid`),
    ),
    tells: `the column ${own} of ${parentNameOf(column)}: from now on rows have a value in it.`,
  }
}

function validateCheck(check: Check, column: CatalogObject): Statement {
  return {
    ...alterTable(column, `validate constraint ${check.part.name}`, { attribute: 'validated' }),
    object: check.id,
    tells: toldCheck(column),
  }
}

function dropCheck(check: Check): Statement {
  return {
    ...statement({ verb: 'drop', object: check.id }, dropPart(check)),
    tells: 'the check said the same for the time being.',
  }
}

function toldCheck(column: CatalogObject): string {
  return `the column ${ownNameOf(column)} of ${parentNameOf(column)}: the rows that are there are checked for values.`
}

interface Check extends OfPart {
  readonly id: ObjectId
}

/** A check that nothing else is called; undefined where the name is taken. */
function checkOf(
  column: CatalogObject,
  { from, to }: { readonly from: Catalog; readonly to: Catalog },
): Check | undefined {
  const { parent } = column
  if (parent === null) return undefined
  const whole = `${unquoteName(ownNameOf(column))}_is_not_null`
  const name = /^[a-z_][a-z0-9_$]*$/.test(whole) ? whole : quoteName(whole)
  const id = childId('constraint', parent, name)
  const isTaken = from.objects.has(id) || to.objects.has(id)
  // PostgreSQL shortens what is longer.
  if (isTaken || new TextEncoder().encode(whole).length > 63) return undefined
  return {
    id,
    subject: `table ${parentNameOf(column)}`,
    part: { what: 'constraint', name },
  }
}

/** Whether it is the comment on the constraint that a NOT NULL is. */
export function isAboutNotNull({ action }: Statement): boolean {
  return action.kind === 'comment' && /^constraint\b/.test(action.on)
}

/** Whether NOT NULL is all that a statement takes from a column. */
export function dropsNotNull({ action }: Statement): boolean {
  return action.kind === 'alterColumn' && action.part === 'drop not null'
}

const ofHeirs = 'the tables that inherit from its table are not asked'

const withIdentity = 'it becomes an identity in the same plan. Plan that apart'

const nameTaken = 'the name of the check that it needs for the time being is taken, or too long'
