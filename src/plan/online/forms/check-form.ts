import { flagOf, textIn } from '../../../model/attribute.ts'
import type { CatalogObject } from '../../../model/catalog.ts'
import { createPart } from '../../rules/part-statement.ts'
import { alterTable } from '../../rules/column-statement.ts'
import { ownNameOf, parentNameOf } from '../../rules/facets/name.ts'
import type { Statement } from '../../statement.ts'
import { findCreated, isInUse, isPartitioned } from '../online-form.ts'
import type { FindForm, Seen } from '../online-form.ts'
import { checkRisks, withoutRows } from '../told-risks.ts'

/** Foreign keys and checks of rows that are in use are added unchecked; the rows are checked in a later transaction. */
export const checkForm: FindForm = (statement, seen) => {
  const constraint = findCreated(statement, 'constraint', seen)
  if (constraint === undefined || !flagOf(constraint, 'validated')) return undefined
  const type = textIn(constraint, 'type')
  if (type !== 'foreign' && type !== 'check') return undefined
  if (type === 'foreign' && !takesUnchecked(constraint, seen)) return { plain: ofPartitions }
  return {
    now: [addUnchecked(statement, constraint)],
    files: [{ phase: 'validate', statements: [validate(statement, constraint)] }],
  }
}

/** What was added unchecked before is checked in a separate transaction: nothing else waits for it. */
export const validateForm: FindForm = (statement, seen) => {
  const { attribute, object } = statement
  if (attribute !== 'validated' && attribute !== 'notNullValidated') return undefined
  const parent = seen.context.to.objects.get(object)?.parent ?? null
  if (!isInUse(parent, seen)) return undefined
  return { now: [], files: [{ phase: 'validate', statements: [statement] }] }
}

function addUnchecked(statement: Statement, constraint: CatalogObject): Statement {
  const { action } = createPart(constraint, `${textIn(constraint, 'definition')} not valid`)
  return { ...withoutRows(statement), action }
}

function validate(statement: Statement, constraint: CatalogObject): Statement {
  const own = ownNameOf(constraint)
  return {
    ...alterTable(constraint, `validate constraint ${own}`, { attribute: 'validated' }),
    risks: checkRisks(statement),
    tells: `the constraint ${own} of ${parentNameOf(constraint)}: the rows that are there are checked.`,
  }
}

/** Before PostgreSQL 18 none of a partitioned table can be unchecked. */
function takesUnchecked({ parent }: CatalogObject, seen: Seen): boolean {
  return !isPartitioned(parent, seen) || seen.context.to.serverVersion >= 180_000
}

const ofPartitions = 'before PostgreSQL 18 no foreign key of a partitioned table can be unchecked'
