import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { utf8, utf8Text } from './bytes.ts';

export const AUDIT_PATH = 'audit/segment.jsonl';
const MAX_LINE = 64 * 1024;

/**
 * Writes the lines of an audit log as JSON Lines: UTF-8, each line ended by a line feed. Refuses
 * `data-malformed` {line, column} for a line that is no JSON object on one line.
 */
export function writeAuditSegment(lines: readonly string[]): Result<Uint8Array, 'data-malformed'> {
  const faulty = lines.findIndex((line) => !isJsonObjectLine(line));
  if (faulty >= 0) return refuse('data-malformed', { line: faulty + 1, column: AUDIT_PATH });
  return ok(utf8(lines.map((line) => `${line}\n`).join('')));
}

/** Reads what `writeAuditSegment` writes, and nothing else. The chain is judged by the services. */
export function readAuditSegment(bytes: Uint8Array): Result<readonly string[], 'data-malformed'> {
  const text = utf8Text(bytes);
  if (text === null) return refuse('data-malformed', { line: 1, column: AUDIT_PATH });
  const lines = text.split('\n');
  if (lines.pop() !== '')
    return refuse('data-malformed', { line: lines.length + 1, column: AUDIT_PATH });
  const faulty = lines.findIndex((line) => !isJsonObjectLine(line));
  return faulty >= 0
    ? refuse('data-malformed', { line: faulty + 1, column: AUDIT_PATH })
    : ok(lines);
}

function isJsonObjectLine(line: string): boolean {
  if (line.length > MAX_LINE || !line.startsWith('{') || /[\r\n]/.test(line)) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
