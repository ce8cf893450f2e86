/** All privileges on objects that GRANT calls by a word; one alone is called by its name (manual, 5.8 Privileges). */
function allPrivileges(word: string, serverVersion: number): readonly string[] {
  const privileges = lists[word] ?? []
  return word === 'table' && serverVersion >= 170_000 ? [...privileges, 'maintain'] : privileges
}

/** Whether a list has all privileges, where there are several. */
export function hasAll(
  word: string,
  privileges: readonly string[],
  serverVersion: number,
): boolean {
  const all = allPrivileges(word, serverVersion)
  return all.length > 0 && all.every((privilege) => privileges.includes(privilege))
}

const lists: Readonly<Record<string, readonly string[]>> = {
  table: ['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger'],
  sequence: ['usage', 'select', 'update'],
  schema: ['usage', 'create'],
}
