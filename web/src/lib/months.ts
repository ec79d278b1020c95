/** The month after one, as YYYY-MM. */
export function following(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return number < 12 ? `${year}-${String(number + 1).padStart(2, '0')}` : `${year + 1}-01`;
}
