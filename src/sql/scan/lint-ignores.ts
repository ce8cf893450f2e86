import { loadModule, scanSync } from '../../parser.ts'
import { indexLines } from './line-index.ts'

/** A comment `-- lint-ignore rule: reason` and what it is above. */
export interface LintIgnore {
  /** The names of rules, at least one. */
  readonly rules: readonly string[]
  /** Why they are ignored; '' when it does not say. */
  readonly reason: string
  /** The line of the comment, from 1. */
  readonly line: number
  /** The line on which the next thing starts that is no comment; undefined at the end of the text. */
  readonly target: number | undefined
}

/** Reads the ignores of a text, in order. Text in a literal or a body is none. */
export async function parseLintIgnores(text: string): Promise<LintIgnore[]> {
  if (!text.includes('lint-ignore')) return []
  await loadModule()
  const { tokens } = scanSync(text)
  const lineAt = indexLines(Buffer.from(text, 'utf8'))
  return tokens.flatMap(({ tokenName, start, text: comment }) => {
    const groups = tokenName === 'SQL_COMMENT' ? form.exec(comment)?.groups : undefined
    if (groups === undefined) return []
    const next = tokens.find(
      (token) => token.start > start && !token.tokenName.endsWith('_COMMENT'),
    )
    return {
      rules: (groups['rules'] ?? '').split(/[\s,]+/).filter((name) => name !== ''),
      reason: (groups['reason'] ?? '').trim(),
      line: lineAt(start).line,
      target: next && lineAt(next.start).line,
    }
  })
}

/** Whether a comment, with its dashes, is one. */
export function isLintIgnore(comment: string): boolean {
  return form.test(comment)
}

const form = /^--[ \t]*lint-ignore\b(?<rules>[^:]*)(?::(?<reason>.*))?$/s
