import type { CatalogObject } from '../../model/catalog.ts'
import { objectsOfKind } from '../../model/catalog.ts'
import { defineRoutine, drop, orReplace } from '../action.ts'
import { textIn } from '../../model/attribute.ts'
import { alterFacets, createFacets, withoutFacets } from './facets/facets.ts'
import { addressOf } from './facets/name.ts'
import { mayBecome } from '../../model/spelling/argument-defaults.ts'
import type { Context, Rule } from '../rule.ts'
import { statement } from '../statement.ts'
import { isOnForeignTable } from './trigger.ts'

/** Functions. */
export const functionRule: Rule = routineRule('function')

/** Procedures. */
export const procedureRule: Rule = routineRule('procedure')

/**
 * CREATE OR REPLACE keeps rights, owner and dependents, but changes no result, renames no parameter and removes no
 * default (manual, CREATE FUNCTION, Notes): then it is recreated.
 */
function routineRule(kind: 'function' | 'procedure'): Rule {
  return {
    kind,
    looksAtData: true,
    hasNoData: true,
    create: (routine, context) => [
      statement(
        { verb: 'create', object: routine.id },
        // What is new is plainly created: should there be one of that name after all, that is a mistake to be told.
        defineRoutine(textIn(routine, 'definition')),
      ),
      ...createFacets(routine, context),
    ],
    drop: (routine, context) => [
      statement(
        { verb: 'drop', object: routine.id },
        { ...drop(addressOf(routine)), cascade: hasForeignTriggers(routine, context) },
      ),
    ],
    alter: (change, context) => {
      const changed = withoutFacets(change)
      if (changed.some((name) => name === 'result' || name === 'kind')) return 'replace'
      if (!mayBecome(textIn(change.from, 'arguments'), textIn(change.to, 'arguments')))
        return 'replace'
      const replaced =
        changed.length === 0
          ? []
          : [
              statement(
                { verb: 'alter', object: change.to.id },
                orReplace(defineRoutine(textIn(change.to, 'definition'))),
                { attribute: 'definition' },
              ),
            ]
      return [...replaced, ...alterFacets(change, context)]
    },
  }
}

/** Triggers on tables of another owner can only be dropped so. Other dependents have been dropped before. */
function hasForeignTriggers({ id }: CatalogObject, { from }: Context): boolean {
  return objectsOfKind(from, 'trigger').some(
    (trigger) => trigger.attributes['function'] === id && isOnForeignTable(trigger, from),
  )
}
