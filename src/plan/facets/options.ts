import type { Altered } from '../../model/diff.ts'
import { textsOf } from '../attribute.ts'

/** The forms of ALTER that change a list of options (`name=value`): what goes is reset, what comes is set. */
export function alterOptions({ from, to }: Altered, attribute: string, prefix = ''): string[] {
  const [before, after] = [textsOf(from, attribute), textsOf(to, attribute)]
  const names = after.map(optionName)
  const gone = before.map(optionName).filter((name) => !names.includes(name))
  const come = after.filter((option) => !before.includes(option))
  return [
    ...(gone.length === 0 ? [] : [`reset (${gone.map((name) => prefix + name).join(', ')})`]),
    ...(come.length === 0 ? [] : [`set (${come.map((option) => prefix + option).join(', ')})`]),
  ]
}

function optionName(option: string): string {
  return option.split('=')[0] ?? option
}
