/** The two digits of ISO 7064 MOD 97-10 that make a number leave 1 when divided by 97. */
export function checkDigitsOf(digits: string): string {
  return String(98 - remainder97(`${digits}00`)).padStart(2, '0');
}

/** What a number of any length, as decimal digits, leaves when divided by 97: 0 to 96. */
export function remainder97(digits: string): number {
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}
