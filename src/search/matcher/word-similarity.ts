/** When two words count as the same, though they are not written the same. */

const endings = /^(s|es|d|ed|ing|ion|ions|er|ers|ly|ment)?$/;

/** The same word in another form: `connect`, `connections`; `killed`, `killing`. */
function sameStem(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return shared >= 4 && endings.test(a.slice(shared)) && endings.test(b.slice(shared));
}

/** Whether two words are one but for a slip of the fingers: a letter more, less, wrong, or two exchanged. */
function nearlySame(a: string, b: string): boolean {
  const allowed = a.length >= 8 ? 2 : a.length >= 5 ? 1 : 0;
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > allowed) return false;
  return a.replace(/\D/g, '') === b.replace(/\D/g, '') && slips(a, b) <= allowed;
}

/** Edit distance that counts an exchange of neighbours as one (Damerau's, in its simple form). */
function slips(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...new Array<number>(b.length).fill(0)]);
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      rows[i]![j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), exchanged);
    }
  return at(a.length, b.length);
}

/** How two words compare: 1 for the same word, less for a form of it, a beginning, a slip; 0 for different ones. */
export function similarity(asked: string, found: string, forgiving: boolean): number {
  if (asked === found) return 1;
  if (sameStem(asked, found)) return 0.95;
  if (!forgiving) return 0;
  if (asked.length >= 3 && found.startsWith(asked)) return 0.8;
  return nearlySame(asked, found) ? 0.7 : 0;
}
