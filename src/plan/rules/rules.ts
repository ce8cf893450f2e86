import type { PlannedKind } from '../../model/kind.ts'
import type { Rule } from '../rule.ts'
import * as byKind from './rule-by-kind.ts'

/** The rule of every kind that is planned. */
export const rules: Readonly<Record<PlannedKind, Rule>> = byKind
