import type { Plan } from '../../../src/plan/plan.ts'
import type { WrittenStatement } from '../../../src/plan/write/written-statement.ts'
import type { Random } from '../../schema/random.ts'

/** A plan with one fault in it, and the fault in words. */
export interface Faulty {
  readonly plan: Plan
  readonly fault: string
}

/** Leaves a statement of a plan out or alters one, as a random source says. The plan has a statement. */
export function plantFault(plan: Plan, names: readonly string[], random: Random): Faulty {
  const statements = plan.segments.flatMap((segment) => segment.statements)
  const struck = statements[random.below(statements.length)]
  if (struck === undefined) throw new Error('a plan without a statement')
  const start = random.below(alterations.length)
  const tries = [...alterations.slice(start), ...alterations.slice(0, start)]
  for (const [word, alter] of tries) {
    const texts = alter(struck.sql, random, names)
    if (texts.length === 1 && texts[0] === struck.sql) continue
    return {
      plan: withTexts(plan, struck, texts),
      fault: `${word}: ${struck.sql.replaceAll(/\s+/g, ' ').slice(0, 120)}`,
    }
  }
  throw new Error('leaving out is always possible')
}

function withTexts(plan: Plan, struck: WrittenStatement, texts: readonly string[]): Plan {
  return {
    ...plan,
    segments: plan.segments.map((segment) => ({
      ...segment,
      statements: segment.statements.flatMap((each) =>
        each === struck ? texts.map((sql) => ({ ...each, sql })) : [each],
      ),
    })),
  }
}

/** Makes other statements of one; the same one where it does not apply. */
type Alter = (sql: string, random: Random, names: readonly string[]) => readonly string[]

const leaveOut: Alter = () => []

/** Leaving out is as frequent as all others together: it is what a planner forgets. */
const alterations: readonly (readonly [word: string, alter: Alter])[] = [
  ['left out', leaveOut],
  ['without a line', withoutLine],
  ['left out', leaveOut],
  ['without a word', withoutWord],
  ['left out', leaveOut],
  ['another number', withNumber],
  ['left out', leaveOut],
  ['another name', withName],
  ['left out', leaveOut],
  ['another text', withText],
  ['left out', leaveOut],
  ['with cascade', withCascade],
]

/** A line is a clause, a column or an argument. */
function withoutLine(sql: string, random: Random): readonly string[] {
  const lines = sql.split('\n')
  if (lines.length < 2) return [sql]
  const at = 1 + random.below(lines.length - 1)
  const rest = lines.toSpliced(at, 1).join('\n')
  return [rest.replace(/,(?=\s*(?:\)|$))/, '')]
}

function withoutWord(sql: string, random: Random): readonly string[] {
  const words = sql.split(/(\s+)/)
  const at = 4 + 2 * random.below(Math.max(1, (words.length - 4) / 2))
  return [words.toSpliced(at, 1).join('')]
}

function withNumber(sql: string, random: Random): readonly string[] {
  const found = pickOne(sql, /\b\d+\b/g, random)
  return [replaced(sql, found, String(Number(found?.[0]) + 1))]
}

function withText(sql: string, random: Random): readonly string[] {
  const found = pickOne(sql, /'[^']*'/g, random)
  return [replaced(sql, found, `${found?.[0].slice(0, -1) ?? ''}x'`)]
}

function withName(sql: string, random: Random, names: readonly string[]): readonly string[] {
  const other = names[random.below(Math.max(1, names.length))] ?? 'other'
  return [replaced(sql, pickOne(sql, /(?<=\w\.)[a-z_]\w*/g, random), other)]
}

function withCascade(sql: string): readonly string[] {
  return [/^(?:drop|alter table [^;]* drop)\b/s.test(sql) ? `${sql} cascade` : sql]
}

function pickOne(sql: string, pattern: RegExp, random: Random): RegExpExecArray | undefined {
  const found = [...sql.matchAll(pattern)]
  return found[random.below(Math.max(1, found.length))]
}

function replaced(sql: string, found: RegExpExecArray | undefined, text: string): string {
  if (found === undefined) return sql
  return sql.slice(0, found.index) + text + sql.slice(found.index + found[0].length)
}
