import type { Kind } from '../../src/model/kind.ts'

/** All that a kind that rules plan is registered with, as far as a test sees it. */
export interface Registrations {
  /** The facts, by the kind. */
  readonly facts: Readonly<Partial<Record<string, Readonly<Record<string, unknown>>>>>
  /** The kinds that rules plan. */
  readonly rules: ReadonlySet<string>
  readonly readers: readonly {
    readonly kinds: readonly Kind[]
    readonly of: readonly string[]
    readonly exists: unknown
  }[]
  /** The kinds with hazards of their own. */
  readonly hazards: ReadonlySet<string>
  /** The text of docs/planning.md. */
  readonly docs: string
  /** The folders below test/cases. */
  readonly cases: ReadonlySet<string>
}

/** What a kind lacks, each as a sentence with what to do. */
export function missingOf(kind: string, known: Registrations): string[] {
  const facts = known.facts[kind] ?? {}
  const { words } = facts
  const reader = known.readers.find(({ kinds }) => kinds.some((each) => each === kind))
  const isSaid = (name: string): boolean => Object.hasOwn(facts, name)
  const checks: readonly (readonly [isThere: boolean, todo: string])[] = [
    [
      known.facts[kind] !== undefined,
      'facts: write src/model/kinds/<kind>.ts, and its line in kinds.ts',
    ],
    [typeof facts['words'] === 'string' && facts['words'] !== '', 'words: say what people call it'],
    [isSaid('address'), 'address: say how COMMENT ON, ALTER and DROP call it, or undefined'],
    [isSaid('rename'), 'rename: say how it gets another name, or undefined'],
    [isSaid('grant'), 'grant: say what GRANT calls it, or undefined'],
    [
      known.rules.has(kind),
      'rule: write src/plan/rules/<kind>.ts, and its line in rule-by-kind.ts',
    ],
    [
      reader !== undefined,
      'reader: write src/postgres/read/<kinds>.ts, and its line in readers.ts',
    ],
    [
      reader?.exists !== undefined && reader.of.length > 0,
      'existing-kinds query: give its reader `exists` and `of`',
    ],
    [
      facts['hasOwnHazards'] === known.hazards.has(kind),
      'hazards: make `hasOwnHazards` agree with src/plan/hazards/by-kind.ts',
    ],
    [
      new RegExp(String.raw`\b${typeof words === 'string' ? words : kind}\b`).test(known.docs),
      'docs: name it in docs/planning.md, in the output of plan --explain',
    ],
    [known.cases.has(casesOf(kind)), `cases: write some in test/cases/${casesOf(kind)}`],
  ]
  return checks.flatMap(([isThere, todo]) => (isThere ? [] : [todo]))
}

/** Kinds whose cases stand with those of what they are a part of. */
const foldersOfOthers: Readonly<Record<string, string>> = {
  domainConstraint: 'domain',
  identitySequence: 'identity',
  procedure: 'function',
  publicationMember: 'publication',
  publicationSchema: 'publication',
  viewColumn: 'view',
}

function casesOf(kind: string): string {
  return foldersOfOthers[kind] ?? kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
