/**
 * Whether a string is a six-digit organisation code (全国地方公共団体コード): two digits of prefecture (01–47), three of the
 * municipality, one check digit. Source: 総務省, weights 6,5,4,3,2 over the first five; 11 − sum mod 11, last digit of it.
 */
export function isOrganisationCode(code: string): boolean {
  if (!/^\d{6}$/.test(code)) return false;
  const prefecture = Number(code.slice(0, 2));
  return prefecture >= 1 && prefecture <= 47 && Number(code[5]) === checkDigit(code.slice(0, 5));
}

function checkDigit(firstFive: string): number {
  const sum = [...firstFive].reduce((total, digit, index) => total + Number(digit) * (6 - index), 0);
  return (11 - (sum % 11)) % 10;
}
