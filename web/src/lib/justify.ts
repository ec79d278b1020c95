/** Rows of pictures that fill the width, each at its own shape: pure, and linear in the number of pictures that are new. */
export interface Shape { id: string; width: number; height: number }
export interface Cell { id: string; index: number; left: number; width: number }
export interface Row { top: number; height: number; cells: Cell[] }

const WIDEST = 2.6;
const TALLEST = 0.55;

/** `before`: rows of the first of these shapes, laid out for the same width; all but their last, which may not be full, are kept. */
export function justify(shapes: readonly Shape[], width: number, target: number, gap: number, before: readonly Row[] = []): Row[] {
  const rows = before.slice(0, -1);
  if (width <= 0) return [];
  let start = rows.length ? rows.at(-1)!.cells.at(-1)!.index + 1 : 0;
  let sum = 0;
  let top = rows.length ? rows.at(-1)!.top + rows.at(-1)!.height + gap : 0;
  const close = (end: number, height: number): void => {
    let left = 0;
    const cells = shapes.slice(start, end).map((shape, k) => {
      const cell = { id: shape.id, index: start + k, left, width: height * ratio(shape) };
      left += cell.width + gap;
      return cell;
    });
    rows.push({ top, height, cells });
    top += height + gap;
    start = end;
    sum = 0;
  };
  for (let k = start; k < shapes.length; k++) {
    sum += ratio(shapes[k]);
    const room = width - gap * (k - start);
    if (sum * target >= room) close(k + 1, room / sum);
  }
  if (start < shapes.length) close(shapes.length, Math.min(target, rows.at(-1)?.height ?? target));
  return rows;
}

/** The rows that a window of the page shows, found by bisection. */
export function visible(rows: readonly Row[], from: number, to: number): Row[] {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle].top + rows[middle].height < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < rows.length && rows[end].top < to) end++;
  return rows.slice(low, end);
}

const ratio = (shape: Shape): number => Math.max(TALLEST, Math.min(WIDEST, (shape.width || 3) / (shape.height || 2)));
