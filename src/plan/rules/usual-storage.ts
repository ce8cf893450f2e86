/**
 * How values of a type are stored when nothing is said of it, as SET STORAGE takes it. Before 16 there is no word for it
 * (release notes of 16), and only types of varying length can have another: numbers and addresses stay in the row while
 * they fit, all others are compressed and moved out.
 */
export function defaultStorage(type: string, serverVersion: number): string {
  if (serverVersion >= 160_000) return 'default'
  return /^(?:numeric|inet|cidr)\b(?!.*\[\]$)/.test(type) ? 'main' : 'extended'
}
