/** A text of the form that token_ciphertext takes: encrypted with the key of that version, `data` telling it apart. */
export function ciphertext(version: number, data: string): string {
  return `v${String(version)}.${'i'.repeat(16)}.${'t'.repeat(22)}.${data}`
}
