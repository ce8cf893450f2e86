import { areNumbers, conversionOfNumbers } from './number-conversion.ts'
import { outcomes } from '../outcome.ts'
import type { Conversion } from '../outcome.ts'
import { isVariableText, parseType } from './sql-type.ts'
import type { SqlType } from './sql-type.ts'

/**
 * What a change of type may do to values, by the manual's chapters 8 (types) and 10 (conversion); types as format_type
 * prints them. What is not known for sure is said to fail and to lose.
 */
export function conversionOf(from: string, to: string): Conversion {
  if (from === to) return outcomes.same
  const [before, after] = [parseType(from), parseType(to)]
  // An array as a text is its output, whatever its elements are.
  if (before.isArray !== after.isArray)
    return isVariableText(after) && !after.isArray ? lengthOutcome(after) : outcomes.unknown
  return isText(after) ? toText(before, after) : toOther(before, after)
}

function isText(type: SqlType): boolean {
  return isVariableText(type) || type.name === 'character'
}

function lengthOutcome({ mods }: SqlType): Conversion {
  return mods.length === 0 ? outcomes.same : outcomes.refuses
}

/** Every value has a text; a length may be too short for it. */
function toText(before: SqlType, after: SqlType): Conversion {
  if (after.name === 'character')
    return before.name === 'character' ? ofLength(before, after) : outcomes.unknown
  const keepsText = !castsOtherwise.has(before.name)
  const [length] = after.mods
  const [known] = before.mods
  const isLong = length === undefined || (isText(before) && known !== undefined && known <= length)
  return { fails: !isLong, loses: false, keepsText }
}

/**
 * Types whose cast to text is not their output: blanks at the end are dropped, `true` is cast for `t`, and a mask
 * is always printed (manual, 8.3, 8.6 and 9.12).
 */
const castsOtherwise: ReadonlySet<string> = new Set(['character', 'boolean', 'inet'])

function toOther(before: SqlType, after: SqlType): Conversion {
  if (areNumbers(before, after)) return conversionOfNumbers(before, after)
  if (before.name === after.name) return ofLength(before, after)
  if (isOwn(after)) return isText(before) || isOwn(before) ? outcomes.refuses : outcomes.unknown
  return byPair[`${before.name} ${after.name}`]?.(before, after) ?? outcomes.unknown
}

/** A type that somebody created: its name has a schema. */
function isOwn({ name }: SqlType): boolean {
  return name.includes('.')
}

/** Another length or precision of the same type; no modifier is the most that the type holds. */
function ofLength(before: SqlType, after: SqlType): Conversion {
  return byLength[before.name]?.(before, after) ?? outcomes.unknown
}

type Compare = (before: SqlType, after: SqlType) => Conversion

/** Fractions of seconds have at most six digits, and are rounded to fewer. */
const ofSeconds: Compare = (before, after) =>
  (after.mods[0] ?? 6) >= (before.mods[0] ?? 6) ? outcomes.same : outcomes.rounds

/** Bits are never cut: another length is refused, except by an explicit cast. */
const ofBits: Compare = (before, after) => {
  const [old, fresh] = [before.mods[0], after.mods[0]]
  const fits = fresh === undefined || (old !== undefined && old <= fresh)
  return fits ? outcomes.same : outcomes.refuses
}

/** Values are padded to the length; `character` alone is `character(1)`. */
const ofPadded: Compare = (before, after) =>
  (after.mods[0] ?? 1) >= (before.mods[0] ?? 1) ? outcomes.printsOtherwise : outcomes.refuses

const byLength: Readonly<Record<string, Compare>> = {
  'timestamp without time zone': ofSeconds,
  'timestamp with time zone': ofSeconds,
  'time without time zone': ofSeconds,
  'time with time zone': ofSeconds,
  interval: ofSeconds,
  'bit varying': ofBits,
  bit: () => outcomes.refuses,
  character: ofPadded,
}

/** A number as bits is refused where it has more than the length; bits as a number where they are more than it has. */
const ofNumberToBits =
  (width: number): Compare =>
  (_before, after) =>
    (after.mods[0] ?? 1) >= width ? outcomes.printsOtherwise : outcomes.refusesAndPrintsOtherwise

const ofBitsToNumber =
  (width: number): Compare =>
  (before) =>
    (before.mods[0] ?? 1) <= width ? outcomes.printsOtherwise : outcomes.refusesAndPrintsOtherwise

/**
 * Plans say a column's new values by UTC, so that each moment stays itself. Elements of arrays are read by the zone of
 * the session: an hour of its clock may be there twice a year.
 */
const ofZone: Compare = (before, after) =>
  before.isArray || ofSeconds(before, after) !== outcomes.same
    ? outcomes.rounds
    : outcomes.printsOtherwise

/** Known pairs of other types. */
const byPair: Readonly<Record<string, Compare>> = {
  'date timestamp without time zone': () => outcomes.printsOtherwise,
  'date timestamp with time zone': () => outcomes.printsOtherwise,
  'timestamp without time zone date': () => outcomes.rounds,
  'timestamp with time zone date': () => outcomes.rounds,
  'timestamp without time zone timestamp with time zone': ofZone,
  'timestamp with time zone timestamp without time zone': ofZone,
  'bit bit varying': ofBits,
  'bit varying bit': () => outcomes.refuses,
  'integer bit': ofNumberToBits(32),
  'bigint bit': ofNumberToBits(64),
  'bit integer': ofBitsToNumber(32),
  'bit bigint': ofBitsToNumber(64),
  'boolean integer': () => outcomes.printsOtherwise,
  'integer boolean': () => outcomes.rounds,
  // A json may hold what jsonb refuses: \u0000, and numbers beyond numeric (manual, 8.14).
  'json jsonb': () => outcomes.unknown,
  'jsonb json': () => outcomes.same,
  // A json is the text that was given (manual, 8.14).
  'text json': () => outcomes.refuses,
  'character varying json': () => outcomes.refuses,
  'inet cidr': () => outcomes.rounds,
  'cidr inet': () => outcomes.printsOtherwise,
  'macaddr macaddr8': () => outcomes.printsOtherwise,
  'macaddr8 macaddr': () => outcomes.refusesAndPrintsOtherwise,
}
