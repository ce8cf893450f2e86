import type { LintIgnore } from '../sql/scan/lint-ignores.ts'
import type { Finding, IgnoredFinding } from './finding.ts'

/** A finding, and the lines of its file above which a comment may ignore it. */
export interface PlacedFinding {
  readonly finding: Finding
  readonly targets: readonly number[]
}

/** A file's ignores. */
export interface FileIgnores {
  readonly file: string
  readonly source: Finding['source']
  readonly ignores: readonly LintIgnore[]
}

/** What is left to be said, and what was accepted with a reason. */
export interface Accepted {
  readonly findings: readonly Finding[]
  readonly ignored: readonly IgnoredFinding[]
}

/** The known rules: by name, and by the sort of file that an ignore is in. */
export interface Asked {
  readonly isKnown: (rule: string, source: Finding['source']) => boolean
  /** Whether the rule looked at what such a file makes in this run. */
  readonly wasAsked: (rule: string, source: Finding['source']) => boolean
}

/**
 * Takes out the findings that an ignore with a reason accepts. An ignore without one accepts nothing and is a finding
 * itself, and so is one that names a rule that is not known, or that nothing needs though the rule was asked.
 */
export function acceptFindings(
  placed: readonly PlacedFinding[],
  files: readonly FileIgnores[],
  { isKnown, wasAsked }: Asked,
): Accepted {
  const used = new Set<string>()
  const findings: Finding[] = []
  const ignored: IgnoredFinding[] = []
  for (const each of placed) {
    const reason = findReason(each, files, used)
    if (reason === undefined) findings.push(each.finding)
    else ignored.push({ ...each.finding, reason })
  }
  const about = files.flatMap((file) =>
    file.ignores.flatMap((ignore) =>
      problemsOf(ignore, {
        isKnown: (rule) => isKnown(rule, file.source),
        isUsed: (rule) =>
          !wasAsked(rule, file.source) || used.has(useOf(file.file, ignore.line, rule)),
      }).map((problem) => complain(file, ignore, problem)),
    ),
  )
  return { findings: [...findings, ...about], ignored }
}

/** The names of the rules about ignores themselves. */
export const ignoreRules = {
  'lint-ignore-nothing': {
    level: 'warn',
    sentence: 'This ignore names no rule.',
    fix: 'Write `-- lint-ignore RULE: reason`.',
  },
  'lint-ignore-without-reason': {
    level: 'warn',
    sentence: 'This ignore gives no reason, so it accepts nothing.',
    fix: 'Write `-- lint-ignore RULE: reason`.',
  },
  'lint-ignore-unknown': {
    level: 'warn',
    sentence: 'No rule has this name.',
    fix: 'docs/lint.md lists the rules.',
  },
  'lint-ignore-unused': {
    level: 'info',
    sentence: 'The rule finds nothing here, so that the ignore is not needed.',
    fix: 'Remove the comment, or move it right above the statement that it is about.',
  },
} as const

type IgnoreRule = keyof typeof ignoreRules

function findReason(
  { finding: { rule, file }, targets }: PlacedFinding,
  files: readonly FileIgnores[],
  used: Set<string>,
): string | undefined {
  for (const { file: path, ignores } of files) {
    const found = ignores.find(
      ({ rules, reason, target }) =>
        path === file &&
        reason !== '' &&
        rules.includes(rule) &&
        target !== undefined &&
        targets.includes(target),
    )
    if (found === undefined) continue
    used.add(useOf(path, found.line, rule))
    return found.reason
  }
  return undefined
}

interface Problem {
  readonly name: IgnoreRule
  /** The rule that it is about; '' for none. */
  readonly rule: string
}

interface Known {
  readonly isKnown: (rule: string) => boolean
  readonly isUsed: (rule: string) => boolean
}

function problemsOf({ rules, reason }: LintIgnore, { isKnown, isUsed }: Known): Problem[] {
  if (rules.length === 0) return [{ name: 'lint-ignore-nothing', rule: '' }]
  return rules.flatMap((rule): Problem[] => {
    if (!isKnown(rule)) return [{ name: 'lint-ignore-unknown', rule }]
    if (reason === '') return [{ name: 'lint-ignore-without-reason', rule }]
    return isUsed(rule) ? [] : [{ name: 'lint-ignore-unused', rule }]
  })
}

function complain(
  { file, source }: FileIgnores,
  { line }: LintIgnore,
  { name, rule }: Problem,
): Finding {
  const { level, sentence, fix } = ignoreRules[name]
  const message = rule === '' ? sentence : `${rule}: ${sentence}`
  const place = { file, line, column: 1, excerpt: null }
  return { rule: name, level, source, object: null, message, fix, ...place }
}

function useOf(file: string, line: number, rule: string): string {
  return JSON.stringify([file, line, rule])
}
