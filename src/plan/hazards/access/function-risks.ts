import type { CatalogObject } from '../../../model/catalog.ts'
import { isSameValue } from '../../../model/compare-catalogs.ts'
import { hasWord } from '../../../sql/parsed/body-names.ts'
import { factsOf, isPart } from '../../../model/kind.ts'
import { bareNameOf, nameOf } from '../../../model/object-id.ts'
import { schemaNameOf } from '../../../model/qualified-name.ts'
import { ownNameOf } from '../../rules/facets/name.ts'
import { clientRisks, formerNameOf } from './clients.ts'
import { risk } from '../object-step.ts'
import type { FindRisks, ObjectStep } from '../object-step.ts'
import { bodiesOf, naming } from './routine-bodies.ts'
import type { Body } from './routine-bodies.ts'

/**
 * The functions whose text names what is renamed, retyped, dropped, or recreated as something else. PostgreSQL keeps no
 * account of names in bodies that are texts (manual, 5.14 Dependency Tracking): they fail when they are called.
 */
export const functionRisks: FindRisks = (step) => {
  if (clientRisks(step).length === 0) return []
  const subject = subjectOf(step)
  if (subject === undefined) return []
  return bodiesOf(step.from)
    .filter((body) => staysAsItIs(body, step) && subject.isNamed(body))
    .flatMap(({ name }) => risk('breaks_functions', `${name} names ${subject.words}`))
}

/** A body that the plan changes or drops too is written for what comes. */
function staysAsItIs({ routine }: Body, { id, to }: ObjectStep): boolean {
  const after = to.objects.get(routine.id)
  return routine.id !== id && isSameValue(routine.attributes['body'], after?.attributes['body'])
}

/** What bodies may name, and the words for it. */
interface Subject {
  readonly words: string
  readonly isNamed: (body: Body) => boolean
}

function subjectOf(step: ObjectStep): Subject | undefined {
  const { kind, before, renamed } = step
  // Labels are literals, and fields are named by too common words.
  if (before === undefined || (renamed !== undefined && isPart(renamed.kind))) return undefined
  return kind === 'column' ? columnSubject(step, before) : objectSubject(step)
}

function objectSubject({ kind, id, renamed }: ObjectStep): Subject | undefined {
  const name = renamed === undefined ? bareNameOf(id) : formerNameOf(id, renamed.from)
  const literals = kind !== undefined && factsOf(kind).isNamedInLiterals === true
  return schemaNameOf(name) === ''
    ? undefined
    : { words: name, isNamed: naming(name, { literals }) }
}

/** A column is named by its name in a body that names its table, or is a trigger of it. */
function columnSubject({ from, renamed }: ObjectStep, column: CatalogObject): Subject | undefined {
  const table = from.objects.get(column.parent ?? '')
  if (table === undefined) return undefined
  const name = renamed?.from ?? ownNameOf(column)
  const namesTable = naming(nameOf(table.id))
  return {
    words: `column ${name} of ${nameOf(table.id)}`,
    isNamed: (body) => hasWord(body.names, name) && (namesTable(body) || body.tables.has(table.id)),
  }
}
