import type { Altered } from '../../../model/compare-catalogs.ts'
import { textsOf } from '../../../model/attribute.ts'

/** What ALTER does to a list of options. */
export interface OptionSetting {
  readonly part: 'set' | 'reset'
  /** The list, in parentheses. */
  readonly value: string
}

/** How ALTER spells it. */
export function optionClause({ part, value }: OptionSetting): string {
  return `${part} ${value}`
}

/** The forms of ALTER that change a list of options (`name=value`): what goes is reset, what comes is set. */
export function alterOptions(
  { from, to }: Altered,
  attribute: string,
  prefix = '',
): OptionSetting[] {
  const [before, after] = [textsOf(from, attribute), textsOf(to, attribute)]
  const names = after.map(optionName)
  const gone = before.map(optionName).filter((name) => !names.includes(name))
  const come = after.filter((option) => !before.includes(option))
  return [
    ...(gone.length === 0
      ? []
      : [{ part: 'reset', value: `(${gone.map((name) => prefix + name).join(', ')})` } as const]),
    ...(come.length === 0
      ? []
      : [{ part: 'set', value: `(${come.map((option) => prefix + option).join(', ')})` } as const]),
  ]
}

/** The name in `name=value`. */
export function optionName(option: string): string {
  return option.split('=')[0] ?? option
}
