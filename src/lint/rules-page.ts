import type { Rule } from './rule-files.ts'

/** The page about lint: what it checks, how a finding is accepted, and every question to the catalog. */
export function renderRules(about: string, rules: readonly Rule[]): string {
  return [
    about.trimEnd(),
    '## Questions to the catalog',
    'Supabase numbers them; the query of each is `src/lint/rules/<number>-<name>.sql`. None looks at what belongs to the platform or to an extension.',
    ...rules.map(renderRule),
  ]
    .join('\n\n')
    .concat('\n')
}

function renderRule({ advisor, name, level, sentence, looksAt, fix, needsLiveData }: Rule): string {
  const live = needsLiveData ? ' Needs live data: `npm run lint ENVIRONMENT`.' : ''
  return [
    `### ${name}`,
    `${level} · ${advisor}`,
    `${sentence}${live}`,
    `- Looks at: ${looksAt}.\n- Fix: ${fix}`,
  ].join('\n\n')
}
