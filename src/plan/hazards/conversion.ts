/** What may become of values when a column changes its type by a cast. */
export interface Conversion {
  /** Some values may be refused. */
  readonly fails: boolean
  /** Some values may come out as less than they were: rounded, or spelled otherwise. */
  readonly loses: boolean
  /** Every value that is converted prints as it did before. */
  readonly keepsText: boolean
}

/**
 * What a change of type may do to values, by the manual's chapters 8 (types) and 10 (conversion); types as format_type
 * prints them. What is not known for sure is said to fail and to lose.
 */
export function conversionOf(from: string, to: string): Conversion {
  if (from === to) return same
  const [before, after] = [parse(from), parse(to)]
  if (before.isArray !== after.isArray)
    return isText(after) && after.mods.length === 0 ? same : unknown
  return find(before, after)
}

const same: Conversion = { fails: false, loses: false, keepsText: true }
const fails: Conversion = { fails: true, loses: false, keepsText: true }
const prints: Conversion = { fails: false, loses: false, keepsText: false }
const rounds: Conversion = { fails: false, loses: true, keepsText: false }
const unknown: Conversion = { fails: true, loses: true, keepsText: false }

/** `character varying(20)[]` as its name, its modifiers, and whether it is an array. */
interface Type {
  readonly name: string
  readonly mods: readonly number[]
  readonly isArray: boolean
}

function parse(type: string): Type {
  const [, name = type, mods = '', zone = '', array = ''] =
    /^(.*?)(?:\((-?\d+(?:,-?\d+)?)\))?( with(?:out)? time zone)?((?:\[\])*)$/s.exec(type) ?? []
  return {
    name: name + zone,
    mods: mods === '' ? [] : mods.split(',').map(Number),
    isArray: array !== '',
  }
}

function find(before: Type, after: Type): Conversion {
  if (isText(after)) return toText(before, after)
  if (numbers.includes(before.name) && numbers.includes(after.name)) return ofNumbers(before, after)
  if (before.name === after.name) return ofLengths(before, after)
  if (isOwn(after)) return isText(before) || isOwn(before) ? fails : unknown
  return pairs[`${before.name} ${after.name}`] ?? unknown
}

function isText({ name }: Type): boolean {
  return name === 'text' || name === 'character varying' || name === 'character'
}

/** A type that somebody made: its name has a schema. */
function isOwn({ name }: Type): boolean {
  return name.includes('.')
}

/** Every value has a text; a length may be too short for it. */
function toText(before: Type, after: Type): Conversion {
  if (after.name === 'character')
    return before.name === 'character' ? ofLengths(before, after) : unknown
  const kept = before.name === 'character' ? prints : same
  const [length] = after.mods
  if (length === undefined) return kept
  const [known] = before.mods
  return isText(before) && known !== undefined && known <= length ? kept : fails
}

const numbers = ['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision']

/** How many digits an integer may have. */
const digits: Readonly<Record<string, number>> = { smallint: 5, integer: 10, bigint: 19 }

function ofNumbers(before: Type, after: Type): Conversion {
  const [old, fresh] = [digits[before.name], digits[after.name]]
  if (old !== undefined && fresh !== undefined) return old <= fresh ? same : fails
  if (after.name === 'numeric') return toNumeric(before, after)
  if (before.name === 'real' && after.name === 'double precision') return prints
  if (after.name === 'double precision' && old !== undefined && old <= 10) return same
  // Floating-point numbers hold fewer digits; integers hold no fractions.
  if (fresh !== undefined && before.name === 'numeric' && before.mods[1] === 0) return { ...fails }
  return fresh === undefined ? rounds : unknown
}

/** Without modifiers a numeric holds any number of digits on both sides. */
function toNumeric(before: Type, after: Type): Conversion {
  const [precision, scale = 0] = after.mods
  const whole = digits[before.name]
  if (whole === undefined && before.name !== 'numeric')
    return precision === undefined ? rounds : unknown
  if (precision === undefined) return same
  const [oldPrecision, oldScale = 0] = before.mods
  const [oldWhole, fraction] =
    whole !== undefined
      ? [whole, 0]
      : oldPrecision === undefined
        ? [Infinity, Infinity]
        : [oldPrecision - oldScale, oldScale]
  return {
    fails: precision - scale < oldWhole,
    loses: scale < fraction,
    keepsText: scale === fraction,
  }
}

/** Another length or precision of the same type; no modifier is the most that the type holds. */
function ofLengths(before: Type, after: Type): Conversion {
  const [old, fresh] = [before.mods[0], after.mods[0]]
  if (/^(?:timestamp|time|interval)/.test(before.name))
    return (fresh ?? 6) >= (old ?? 6) ? same : rounds
  if (before.name === 'bit varying')
    return fresh === undefined || (old !== undefined && old <= fresh) ? same : fails
  if (before.name === 'character') return (fresh ?? 1) >= (old ?? 1) ? prints : fails
  return before.name === 'bit' ? fails : unknown
}

/** Known pairs of other types. */
const pairs: Readonly<Record<string, Conversion>> = {
  'date timestamp without time zone': prints,
  'date timestamp with time zone': prints,
  'timestamp without time zone date': rounds,
  'timestamp with time zone date': rounds,
  'timestamp without time zone timestamp with time zone': rounds,
  'timestamp with time zone timestamp without time zone': rounds,
  'bit bit varying': same,
  'boolean integer': prints,
  'integer boolean': rounds,
  'json jsonb': rounds,
  'jsonb json': same,
  'inet cidr': rounds,
  'cidr inet': prints,
  'macaddr macaddr8': prints,
}
